import { month, weekday } from './lists/page-words.ts';

const year = String.raw`(?<year>1[6-9]\d\d|20[0-4]\d)`;
const opening = new RegExp(
  String.raw`^\W*(?:(?:But|And|Then|Back|Later|Earlier|Already) )?(?:(?:in|during|by|from|since|on)\s)(?:(?:early|late|mid|the \p{Ll}+ of|\d{1,2}|${month}|\d{1,2}(?:st|nd|rd|th)?)[\s,-]+){0,4}${year}\b(?!['’]?s\b| \p{Ll}+s of\b)`,
  'iu',
);
const passing = new RegExp(
  String.raw`\b(?:in|since|during) (?:(?:early|late|mid)[- ])?(?:${month} )?${year}\b(?=[,.;:) ]|$)`,
  'iu',
);
const present = new RegExp(
  String.raw`\b(?:yesterday|today|tonight|tomorrow|now|this (?:year|month|week|morning|spring|summer|autumn|fall|winter)|(?:last|next) (?:year|month|week|night)|currently|recently|so far|(?:on|last|next|until|by) ${weekday})\b`,
  'iu',
);

/** The year at the head of a sentence, which heads those behind it as well: "In March 2014 the dam was closed." */
export function openingYear(text: string): number | undefined {
  const found = opening.exec(text)?.groups?.['year'];
  return found === undefined ? undefined : Number(found);
}

/** A year that a sentence names anywhere as the time of what it tells: "The mine was sold in 1987." */
export function pastYearIn(text: string): number | undefined {
  const found = passing.exec(text)?.groups?.['year'];
  return found === undefined ? undefined : Number(found);
}

/** Whether a sentence names the time of its writing, so that what follows is no longer of a year told of before. */
export function namesPresent(text: string): boolean {
  return present.test(text);
}
