import { areApart, mayBeRounded, type Quantity } from '../quantity.ts';
import { quantitiesOf } from './quantities.ts';

/** A stretch of a text. UTF-16 code units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

const said =
  '(?:sa(?:id|ys?)|told|announced|reported|reports|added|confirmed|claimed|claims|stated|wrote|insisted|insists|noted|estimated?)';
const trailing = new RegExp(
  String.raw`,\s(?:(?:according to [^,]{2,60})|(?:${said} [^,]{2,50})|(?:[^,]{2,50}? ${said}(?: (?:late |early )?on \p{Lu}\p{L}+)?))[.”"]*$`,
  'u',
);
const leading = new RegExp(
  String.raw`^[^,;:“”"]{2,70}? ${said}(?: [^,;:“”"]{2,30}?)?(?: (?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)? that `,
  'u',
);

/** What a sentence tells, without who says so before or behind it. */
export function toldIn(text: string): Stretch {
  const start = leading.exec(text)?.[0].length ?? 0;
  const end = text.length - (trailing.exec(text.slice(start))?.[0].length ?? 0);
  return { start, end };
}

/** What somebody denies, and who, where a sentence says so. */
export interface Denial {
  readonly denier: string;
  readonly denied: string;
  /** Whether what is denied leaves its doer to the denier: "denied that it had …", "denied striking …". */
  readonly doer: 'named' | 'the denier';
}

const denying =
  /^(?<denier>.*?)\b(?:den(?:y|ies|ied|ying)|rejected (?:the )?(?:claims?|reports?|accusations?))\b(?: on \p{Lu}\p{L}+)?,? (?<rest>(?:that |having |\p{Ll}+ing |reports that |claims that )?.*)$/u;

/** "denied that the town had fallen", "denies striking the hospital"; no "denied entry". */
export function denialIn(text: string): Denial | undefined {
  const { denier = '', rest = '' } = denying.exec(text)?.groups ?? {};
  const form = /^(?:that|having|\p{Ll}+ing|reports that|claims that)\b/u.exec(rest)?.[0];
  if (form === undefined) return undefined;
  const denied = (/^[^,;“”]*/u.exec(rest)?.[0] ?? '').replace(/ and (?:said|says|added)\b.*$/u, '');
  const leans = !form.endsWith('that') || /^\p{Ll}+(?: that)? (?:it|he|she|they|its|his|her|their)\b/u.test(denied);
  return {
    denier,
    denied: denied.replace(/^(?:that|having|reports that|claims that) /u, ''),
    doer: leans ? 'the denier' : 'named',
  };
}

const holding =
  /\b(?:took|taken|taking|takes?|storm(?:s|ed|ing)?|seiz(?:e[sd]?|ing)|captur(?:e[sd]?|ing)|overr[au]n|conquer(?:s|ed|ing)?|controls?|in control of|control of|in (?:its|their|the|his) hands|f[ae]ll(?:s|en)? to|holds?|held|retak(?:e|en|ing)|retook|recaptur(?:e[sd]?|ing)|liberat(?:e[sd]?|ing))\b/u;

/** Whether a sentence speaks of who holds or takes a place. */
export function speaksOfHolding(text: string): boolean {
  return holding.test(text);
}

/** Who says that who did it, where each side may say so of the other. */
export interface Blame {
  readonly by: string;
  readonly of: string;
  readonly deed: string;
}

const accusing =
  /^(?<by>[^,;“”]{2,60}?) (?:has |have |on \p{Lu}\p{L}+ )?(?:accus(?:es?|ed)|blam(?:es?|ed))(?: on \p{Lu}\p{L}+)? (?<of>[^,;]{2,60}?) (?:of|for) (?<deed>[^;“”]+)$/u;
const first =
  /^(?<by>[^,;“”]{2,60}?) (?:said|says|claimed|claims|insisted|insists)(?: (?:on )?\p{Lu}\p{L}+)?(?: that)? (?<of>.+?) (?<deed>(?:\p{Ll}+ed|fired|began|started|broke|shot|struck|hit)\b.*\bfirst)\b/u;

/** "A accused B of …", "A said that B attacked first". */
export function blameIn(text: string): Blame | undefined {
  const { by, of, deed } = (accusing.exec(text) ?? first.exec(text))?.groups ?? {};
  return by === undefined || of === undefined || deed === undefined ? undefined : { by, of, deed };
}

const office =
  '(?:[Pp]rime [Mm]inister|[Pp]resident|[Cc]hancellor|[Mm]inister|[Mm]ayor|[Gg]overnor|[Ss]enator|[Ss]peaker|[Kk]ing|[Qq]ueen|[Cc]hairman|[Cc]hief|[Jj]udge|[Ss]ecretary|[Aa]mbassador)';
const holder = new RegExp(
  String.raw`(?<before>\b(?:[Ff]ormer |[Ee]x-))?\b(?<office>${office}) (?<name>\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)?)`,
  'gu',
);

/** Somebody with an office before the name, and whether they hold it still. */
export interface Holder {
  readonly office: string;
  readonly name: string;
  readonly since: 'now' | 'former';
  readonly words: string;
}

/** "President Karl Odd", "former President Karl Odd". */
export function holdersIn(text: string): Holder[] {
  return [...text.matchAll(holder)].map(({ 0: words, groups = {} }) => ({
    office: (groups['office'] ?? '').toLowerCase(),
    name: (groups['name'] ?? '').replace(/['’]s$/u, ''),
    since: groups['before'] === undefined ? 'now' : 'former',
    words: words.replace(/['’]s$/u, ''),
  }));
}

/** How old somebody is said to be. */
export interface Age {
  readonly name: string;
  readonly years: number;
}

const name = String.raw`(?<name>\p{Lu}[\p{L}’'-]+ \p{Lu}[\p{L}’'-]+)`;
const ages = [
  new RegExp(String.raw`${name}, (?:aged )?(?<years>\d{1,3})(?=[,.;])`, 'gu'),
  new RegExp(String.raw`\b(?<years>\d{1,3})-year-old (?:\p{Ll}+ ){0,3}${name}`, 'gu'),
];

/** "Nils Aker, 34," and "the 17-year-old runner Tove Lind". */
export function agesIn(text: string): Age[] {
  return ages.flatMap((form) =>
    [...text.matchAll(form)].map(({ groups = {} }) => ({ name: groups['name'] ?? '', years: Number(groups['years']) })),
  );
}

const givesCount =
  /(?:\b(?:speaks? of|spoke of|puts? [^,;]{1,30} at|sa(?:id|ys?)|counted|counts|gives?|gave|estimates?|claims?|according to)\b)/u;
const next =
  /(?:,|;| but| while| whereas| and)(?: (?:but|while|whereas|and))? (?=(?:the|its|an?|\p{Lu}|\p{Ll}+s\b|\d))/gu;

/** Two numbers that two sides give for one thing in one sentence: "The union speaks of 3,000, the employers of 2,200." */
export function twoCountsIn(text: string): readonly [Quantity, Quantity] | undefined {
  if (!givesCount.test(text)) return undefined;
  const counts = quantitiesOf(text).filter(({ role }) => role === 'now');
  const [one, other, ...more] = counts;
  if (one === undefined || other === undefined || more.length > 0 || one.unit === 'time') return undefined;
  const parted = [...text.matchAll(next)].find(({ index }) => index >= one.end - 1 && index < other.start);
  if (parted === undefined || !isGivenBySides(text, parted.index, other.end) || !areOfOneThing(text, one, other))
    return undefined;
  return areApart(one, other) && !mayBeRounded(one, other) ? [one, other] : undefined;
}

/** The verb may be left out of the second part: "the employers of 2,200". */
function isGivenBySides(text: string, at: number, end: number): boolean {
  const credited = /^\s?according to\b/u.test(text.slice(end));
  const [left, right] = [text.slice(0, at), text.slice(at, credited ? undefined : end)];
  const elided = /^[,;]?(?: \p{Ll}+)? (?:the )?[\p{L}’'-]+(?: [\p{L}’'-]+)? (?:of|at|only|just|some|about)? ?\d/u.test(
    right,
  );
  return givesCount.test(left) && (givesCount.test(right) || elided);
}

function areOfOneThing(text: string, one: Quantity, other: Quantity): boolean {
  if (one.unit !== other.unit) {
    const isBare = other.unit === 'number' && other.counted === undefined;
    return isBare && one.value > 1_000;
  }
  if (other.counted === one.counted) return true;
  const behind = text.slice(other.end).trim();
  return other.counted === undefined || /^(?:[.,;]|according to\b)/u.test(behind);
}
