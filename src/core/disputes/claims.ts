import { calendarWord } from '../words/calendar.ts';
import { wordsOf } from '../words/words.ts';
import type { Sentence } from '../articles/article.ts';
import { isCity } from '../reading/english/cities.ts';
import { isPlace } from '../reading/english/places.ts';
import type { HeldArticle } from '../stories/library.ts';
import type { SentenceAt } from '../stories/lines.ts';
import { type Attendance, attendancesIn } from './attendance.ts';
import { type Quantity, quantitiesIn } from './quantities.ts';

/** A sentence as something that another article may tell otherwise. */
export interface Claim {
  readonly held: HeldArticle;
  readonly sentence: Sentence;
  /** When its article was published, else taken in. Milliseconds since the epoch. */
  readonly publishedMs: number;
  /** Terms of its words that carry content; no numbers, no names of days. */
  readonly terms: ReadonlySet<string>;
  /** Terms of its capitalised words. */
  readonly names: ReadonlySet<string>;
  /** Terms of its names that are places. */
  readonly places: ReadonlySet<string>;
  /** Those that are cities, as worded, by term. */
  readonly cities: ReadonlyMap<string, string>;
  readonly quantities: readonly Quantity[];
  /** yyyy-mm-dd. */
  readonly days: readonly string[];
  readonly denies: 'yes' | 'no';
  /** The term that a "not" speaks of: the content word behind it. */
  readonly denied?: string;
  /** What kind of event it tells the length of. */
  readonly lasting?: 'meeting' | 'call';
  readonly attendances: readonly Attendance[];
}

const fewestWords = 5;
const mostWords = 60;

/** Every sentence of some articles that claims something checkable. */
export function claimsIn(articles: readonly HeldArticle[]): Claim[] {
  return claimsOf(articles.flatMap((held) => held.sentences.map((sentence) => ({ held, sentence }))));
}

/** Those of some sentences that claim something checkable. */
export function claimsOf(sentences: readonly SentenceAt[]): Claim[] {
  return sentences.flatMap(({ held, sentence }) => (canClaim(sentence) ? [claimOf(held, sentence)] : []));
}

/** When an article was published, else taken in. Milliseconds since the epoch. */
export function publishedMs({ article }: HeldArticle): number {
  return Date.parse(article.published ?? article.added);
}

function canClaim({ kind, text }: Sentence): boolean {
  const words = text.split(/\s+/).length;
  return (
    kind === 'body' &&
    words >= fewestWords &&
    words <= mostWords &&
    !/\?[”"’']?$/u.test(text) &&
    !/https?:|[@#]\w|\bPublished by\b/u.test(text)
  );
}

const negation = /\b(?:not|no|never|nobody|none|nor|without|cannot|denie[sd]|deny|denying)\b|n[’']t\b/iu;

function claimOf(held: HeldArticle, sentence: Sentence): Claim {
  const words = wordsOf(sentence.text).filter(
    ({ weight, number, lower }) => weight !== 'stop' && !number && !calendarWord.test(lower),
  );
  const named = words.filter(
    ({ capital, start }) => capital || (start === 0 && isKnownPlace(sentence.text.split(' ')[0] ?? '')),
  );
  const lasting = eventOf(sentence.text);
  const denial = negation.exec(sentence.text);
  const denied = denial === null ? undefined : words.find(({ start }) => start > denial.index)?.term;
  return {
    held,
    sentence,
    publishedMs: publishedMs(held),
    terms: new Set(words.filter(({ weight }) => weight === 'full').map(({ term }) => term)),
    names: new Set(named.map(({ term }) => term)),
    places: new Set(named.filter(({ raw }) => isKnownPlace(raw)).map(({ term }) => term)),
    cities: new Map(named.filter(({ raw }) => isCity(raw)).map(({ term, raw }) => [term, raw])),
    quantities: quantitiesIn(sentence.text),
    attendances: attendancesIn(sentence.text),
    days: held.reading.dated
      .filter((dated) => dated.sentence === sentence.index && dated.precision === 'day')
      .map(({ date }) => date),
    denies: denial === null ? 'no' : 'yes',
    ...(denied !== undefined && { denied }),
    ...(lasting !== undefined && { lasting }),
  };
}

function isKnownPlace(word: string): boolean {
  return isPlace(word) || isCity(word);
}

/** "The talks lasted …", "their delegations met for …", "spoke by telephone for …". */
function eventOf(text: string): Claim['lasting'] {
  if (!/\b(?:last(?:ed|ing)?|went on|took|ran|for|long)\b/iu.test(text)) return undefined;
  if (/\b(?:phone|telephone|phoned|telephoned|call)\b/iu.test(text)) return 'call';
  return /\b(?:talks|meeting|met|summit|session|negotiations|discussions|conference|conversation)\b/iu.test(text)
    ? 'meeting'
    : undefined;
}
