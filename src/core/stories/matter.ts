import { calendarWord } from '../words/calendar.ts';
import { stem } from '../words/stem.ts';
import { type Word, wordsOf } from '../words/words.ts';

/** What a sentence is about, as far as words tell. */
export interface Matter {
  /** Terms of its words that carry content; no numbers, no names of days. */
  readonly terms: ReadonlySet<string>;
  /** Those written with a capital. */
  readonly names: ReadonlySet<string>;
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

/** Words that tell so little alone that the sentence before them tells whose they are: "The visit has been put off." */
const fewestTerms = 3;

/** The matter of some words; where these are few and name nobody, the names of the sentence before them stand in. */
export function matterOf(text: string, before = ''): Matter {
  const words = contentOf(text);
  const full = words.filter(({ weight }) => weight === 'full');
  const own = full.filter(isName);
  const names = own.length > 0 || full.length >= fewestTerms ? own : contentOf(before).filter(isName);
  const kinds = eventKinds.flatMap((kind, index) => (words.some(({ term }) => kind.has(term)) ? [index] : []));
  return {
    terms: new Set([...full, ...names].map(({ term }) => term)),
    names: new Set(names.map(({ term }) => term)),
    kinds: new Set(kinds),
  };
}

/** Share of one matter's terms that the other must have. */
const sameMatter = 0.5;
const fewestShared = 2;

/** Whether a full telling is of the matter of a short one: its names, its kind of event, and most of its words. */
export function tellSameMatter(short: Matter, full: Matter): boolean {
  const shared = [...short.terms].filter((term) => full.terms.has(term));
  if (shared.length < fewestShared || shared.length < sameMatter * short.terms.size) return false;
  if (short.kinds.size > 0 && ![...short.kinds].some((kind) => full.kinds.has(kind))) return false;
  return short.names.size === 0 || [...short.names].some((name) => full.terms.has(name));
}

function contentOf(text: string): Word[] {
  return wordsOf(text).filter(({ weight, number, lower }) => weight !== 'stop' && !number && !calendarWord.test(lower));
}

/** At a sentence's start every word has a capital: there, only what owns something is a name for certain. */
function isName({ capital, raw, weight }: Word): boolean {
  return weight === 'full' && (capital || /^\p{Lu}.*['’]s$/u.test(raw));
}
