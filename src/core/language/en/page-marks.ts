import { pastOnly } from './lists/past-forms.ts';
import { month } from './lists/page-words.ts';

const agency = String.raw`\([^()]{2,40}\)`;
const dash = String.raw`\s*(?:--+|[-–—])\s+`;
/** A town, a country, a day: capitals and numbers, without a verb. */
const placeAndDay = String.raw`(?:\p{Lu}[\p{L}.’'-]*|\d{1,4}|${month}|de|la|el|upon|of|the)`;
const dateline = new RegExp(
  [
    String.raw`^(?:${placeAndDay}[\s,/]+){0,7}${agency}${dash}`,
    String.raw`^(?:\p{Lu}[\p{Lu}.’'/-]+[\s,]+){1,4}(?:${placeAndDay}[\s,]+){0,4}(?:--+|[–—-])\s+`,
    String.raw`^\p{Lu}[\p{Lu}.’'/ -]+(?:, ${placeAndDay}(?:[\s,]+${placeAndDay}){0,3})?(?:--+|—|–)`,
  ]
    .map((pattern) => String.raw`(?:${pattern})(?=["“‘'«]?[\p{Lu}\p{N}])`)
    .join('|'),
  'u',
);

const longestDateline = 120;

/** How many characters of a paragraph's beginning are its dateline, the dash and its space with it: "SUNDE, 3 May (NRB) — ". */
export function datelineLength(paragraph: string): number {
  const head = paragraph.slice(0, longestDateline);
  const length = /--|[–—]|\s-\s/.test(head) ? (dateline.exec(head)?.[0].length ?? 0) : 0;
  return length < paragraph.length ? length : 0;
}

const houses =
  '(?:Getty(?: Images)?|AFP|AP|Reuters|REUTERS|EPA(?:-EFE)?|Shutterstock|Alamy|PA|Pool|Bloomberg|Anadolu|TASS|dpa|DPA)';
/** What stands at a line's end in brackets, or behind a label. */
const credit = new RegExp(
  [
    String.raw`©|\b${houses}(?: Images)?/\p{Lu}|(?<=\s)\S{1,30}(?: \S{1,30}){0,2}/${houses}\b(?! \p{Ll})`,
    String.raw`\[(?:File|Handout|[\p{L} .’'-]{2,40}/)[^\]]{0,80}\]\W*$`,
    String.raw`\((?:AP|AFP|EPA|Reuters|REUTERS|Getty)(?: Photo)?(?:/[^)]*)?\)\W*$`,
    String.raw`\((?:\p{L}[\p{L}.]* ){1,3}(?:Photos?|Images?|Pictures?|Handout)\)\W*$`,
    String.raw`\b(?:P(?:hoto(?:graph)?|icture)|Image|Video|Screen ?(?:grab|shot))s?(?:\s?:|\s(?:by|via|from) \p{Lu}| credits?\b| courtesy\b)`,
    String.raw`\b(?:Social [Mm]edia|Handout|Screen ?grab|Telegram|Courtesy)(?:/|\s(?:via|of)\s)\s?(?:via )?\p{L}`,
    String.raw`\|\s?(?:License Photo|File Photo)\W*$`,
  ].join('|'),
  'u',
);
const mayBeCredit = /[©/[|]|\)\W*$|Photo|Picture|Image|Video|Screen|Courtesy|Handout| via /;

/** Most characters of a credit: a name further from the line's end is one of the text. */
const longestCredit = 120;

/** Where the credit of a picture begins in a line. Undefined where there is none. */
export function creditAt(line: string): number | undefined {
  const at = mayBeCredit.test(line) ? credit.exec(line)?.index : undefined;
  return at === undefined || line.length - at > longestCredit ? undefined : at;
}

const subordinate = /[,;]?\s(?:where|who|which|whose|that|after|as|when|while|during|since|before|because)\b.*$/u;

/** Whether a sentence beside a picture's credit tells what has been, as news does: a caption speaks in the present, or without a verb. */
export function tellsThePast(sentence: string): boolean {
  if (!/[.!?]["”’']?$/u.test(sentence)) return false;
  const words = sentence.replace(subordinate, '').match(/[\p{L}’']+/gu) ?? [];
  return words.some((word) => pastOnly.has(word.toLowerCase()));
}
