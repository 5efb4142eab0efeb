import { isCity } from '../reading/english/cities.ts';
import { roleModifiers, roleNouns } from '../reading/english/titles.ts';
import { calendarWord } from '../words/calendar.ts';
import { stem } from '../words/stem.ts';
import { type Word, wordsOf } from '../words/words.ts';

/** What a sentence is about, as far as words tell. */
export interface Matter {
  /** Terms of its words that carry content; no numbers, no names of days. */
  readonly terms: ReadonlySet<string>;
  /** Those written with a capital, but for titles. */
  readonly names: ReadonlySet<string>;
  /** Those that are cities. */
  readonly cities: ReadonlySet<string>;
  /** Which kinds of event it names: "visit" and "trip" are one kind. */
  readonly kinds: ReadonlySet<number>;
}

/** Words that announce one kind of event and tell of it. */
const eventKinds = [
  'visit trip travel journey fly flight arrive tour go head',
  'talks meet meeting negotiation negotiate summit session conference discussion',
  'vote ballot election poll referendum runoff round',
  'strike walkout stoppage',
  'trial hearing verdict ruling sentence',
  'march protest rally demonstration demonstrate',
  'match game play final',
  'speech speak address',
  'launch start begin opening open',
  'publish publication release report',
  'ceremony funeral parade celebration concert festival',
].map((line) => new Set(line.split(' ').map(stem)));

/** The matter of some words, with the names of other words that tell whose it is. */
export function matterOf(text: string, whose = ''): Matter {
  const words = contentOf(text);
  const full = words.filter(({ weight }) => weight === 'full');
  const names = [...full, ...contentOf(whose)].filter(isName);
  const kinds = eventKinds.flatMap((kind, index) => (words.some(({ term }) => kind.has(term)) ? [index] : []));
  return {
    terms: new Set([...full, ...names].map(({ term }) => term)),
    names: new Set(
      names.filter(({ lower }) => !roleNouns.has(lower) && !roleModifiers.has(lower)).map(({ term }) => term),
    ),
    cities: new Set(names.filter(({ raw }) => isCity(raw)).map(({ term }) => term)),
    kinds: new Set(kinds),
  };
}

/** Share of one matter's terms that the other must have. */
const sameMatter = 0.5;
const fewestShared = 2;

/** Whether a full telling is of the matter of a short one: its names, its kind of event, and most of its words. */
export function tellSameMatter(short: Matter, full: Matter): boolean {
  const isOfKind = [...short.kinds].some((kind) => full.kinds.has(kind));
  if ((short.kinds.size > 0 && !isOfKind) || isElsewhere(short, full)) return false;
  const shared = [...short.terms].filter((term) => full.terms.has(term));
  // "summit" and "meet" are one kind in two words.
  const inOtherWords = isOfKind && !shared.some((term) => eventKinds.some((kind) => kind.has(term))) ? 1 : 0;
  const met = shared.length + inOtherWords;
  if (met < fewestShared || met < sameMatter * short.terms.size) return false;
  return short.names.size === 0 || [...short.names].some((name) => full.terms.has(name));
}

/** One names a city that the other does not, and the other somebody or somewhere that the one does not. */
function isElsewhere(one: Matter, other: Matter): boolean {
  return (
    (namesElse(one.cities, other) && namesElse(other.names, one)) ||
    (namesElse(other.cities, one) && namesElse(one.names, other))
  );
}

function namesElse(names: ReadonlySet<string>, { terms }: Matter): boolean {
  return [...names].some((name) => !terms.has(name));
}

/** Share of the shorter one's terms from which two full tellings are of the same plan. */
const samePlan = 0.8;

/** Whether two sentences plan the same, whatever days they give. */
export function planSame(one: Matter, other: Matter): boolean {
  const [short, full] = one.terms.size <= other.terms.size ? [one, other] : [other, one];
  return [...short.terms].filter((term) => full.terms.has(term)).length >= samePlan * short.terms.size;
}

function contentOf(text: string): Word[] {
  return wordsOf(text).filter(({ weight, number, lower }) => weight !== 'stop' && !number && !calendarWord.test(lower));
}

/** At a sentence's start every word has a capital: there, only what owns something is a name for certain. */
function isName({ capital, raw, weight }: Word): boolean {
  return weight === 'full' && (capital || /^\p{Lu}.*['’]s$/u.test(raw));
}
