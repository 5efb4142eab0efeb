import type { DatedReading } from '../reading/reading.ts';

/**
 * Whether a date of a text is too loose to date an event: it counts from publication ("last year"), or it only describes
 * something ("lost since 2014", "a report of 2021", "the treaty signed in March 2015", "a letter dated 3 May").
 */
export function isLooseDate(text: string, { precision, start, end, words }: DatedReading): boolean {
  const before = text.slice(start, words.start);
  const clause = before.slice(before.lastIndexOf(',') + 1);
  if (namesDocument.test(clause)) return true;
  if (precision === 'day') return false;
  if (!/\d{4}/.test(text.slice(words.start, words.end))) return true;
  if (namesThing.test(clause) || describes(clause)) return true;
  if (precision === 'month') return false;
  // "the 2024 election" names it, and does not say when something was.
  return !dating.test(before) || aside.test(clause) || namedBehind.test(text.slice(words.end, end));
}

const dating = /\b(?:in|during|of|by|late|early|mid|spring|summer|autumn|fall|winter) $/i;
const aside = /\b(?:which|who|whose|that|since|after|where|when|before|until)\b/i;

/** "the report of 12 May", "a letter dated 3 May": whatever its day, it is that of a text. */
const namesDocument =
  /\b(?:(?:report|study|survey|census|review|law|act|bill|decree|treaty|agreement|accords?|deal|pact|protocol|memorandum|resolution|ruling|verdict|letter|statement|declaration|contract|constitution|budget|plan|paper|document)s? of|dated) $/i;
/** "the earthquake of 2003"; "the summer of 2022" and "the end of 2021" say when something was. */
const namesThing =
  /(?<!\b(?:spring|summer|autumn|fall|winter|beginning|start|middle|half|quarter|part|end|course|night|morning|evening|day|week|month|months|year|close|rest)) of $/i;
/** Behind a year: "in 2024 elections", "in 2015 talks". */
const namedBehind =
  /^ (?:elections?|polls?|votes?|referend(?:um|a)|campaigns?|agreements?|accords?|deals?|treaty|treaties|laws?|reports?|stud(?:y|ies)|talks|budgets?|rules?|figures|data|prices|terms)\b/i;

/**
 * "the treaty signed in 2015 forbids …", "built in 1987, the ferry …": how a thing came to be, told beside what the sentence
 * tells. With a verb before it ("was signed in 2015") that is what the sentence tells.
 */
function describes(clause: string): boolean {
  const told = making.exec(clause)?.groups?.['before'];
  return told !== undefined && !verbBefore.test(told);
}

const making =
  /^(?<before>.*)\b(?:signed|published|adopted|passed|agreed|reached|drafted|written|released|issued|concluded|ratified|enacted|brokered|negotiated|introduced|drawn up|built|founded|imposed|annexed|seized|elected|bought|approved|launched|made) in $/isu;
const verbBefore =
  /\b(?:is|are|was|were|be|been|being|has|have|had|he|she|it|they|we|who|which|that|and)(?: \p{L}+ly)? $/iu;
