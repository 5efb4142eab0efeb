import { publishedDay, publishedMs } from '../articles/published.ts';
import { calendarWord } from '../words/calendar.ts';
import { type Word, wordsOf } from '../words/words.ts';
import type { Sentence, TextSpan } from '../articles/article.ts';
import { isCity } from '../reading/english/cities.ts';
import { isPlace } from '../reading/english/places.ts';
import type { HeldArticle } from '../stories/library.ts';
import type { SentenceAt } from '../stories/lines.ts';
import { type Attendance, attendancesIn } from './attendance.ts';
import { analyse } from '../language/analyse.ts';
import { blameIn, denialIn, holdersIn, agesIn, toldIn, twoCountsIn } from '../language/en/contested.ts';
import { deedOf } from '../language/en/deeds.ts';
import type { Quantity } from '../language/quantity.ts';
import { type Toll, tollsIn } from './tolls.ts';

/** A sentence as something that another article may tell otherwise. */
export interface Claim {
  readonly held: HeldArticle;
  readonly sentence: Sentence;
  /** When its article was published, else taken in. Milliseconds since the epoch. */
  readonly publishedMs: number;
  /** Its words without those that tell who says so. */
  readonly told: string;
  /** Terms of these words that carry content; no numbers, no names of days. */
  readonly terms: ReadonlySet<string>;
  /** The same, a deed by its kin: "resigned" and "stepped down" are one. */
  readonly matter: ReadonlySet<string>;
  /** Terms of its capitalised words. */
  readonly names: ReadonlySet<string>;
  /** Terms of its names that are places. */
  readonly places: ReadonlySet<string>;
  /** Those that are cities, as worded, by term. */
  readonly cities: ReadonlyMap<string, string>;
  /** What it gives now, not what was before. */
  readonly quantities: readonly Quantity[];
  readonly tolls: readonly Toll[];
  /** Years that it names, other than the one in which it was published: what they date is another event. */
  readonly years: ReadonlySet<string>;
  /** yyyy-mm-dd: days of what is told, not those on which it was said. */
  readonly days: readonly string[];
  /** The words that give them ("tomorrow"), in lower case. */
  readonly dayWords: readonly string[];
  readonly denies: 'yes' | 'no';
  /** The term that a "not" speaks of: the content word behind it. */
  readonly denied?: string;
  /** What kind of event it tells the length of. */
  readonly lasting?: 'meeting' | 'call';
  readonly attendances: readonly Attendance[];
  /** Whether it tells of people by what may be disputed of them: office, age, blame, a denial, two counts. */
  readonly personal: 'yes' | 'no';
}

const fewestWords = 4;
const mostWords = 60;

/** Every sentence of some articles that claims something checkable. */
export function claimsIn(articles: readonly HeldArticle[]): Claim[] {
  return claimsOf(articles.flatMap((held) => held.sentences.map((sentence) => ({ held, sentence }))));
}

/** Those of some sentences that claim something checkable. */
export function claimsOf(sentences: readonly SentenceAt[]): Claim[] {
  return sentences.flatMap(({ held, sentence }) => (canClaim(sentence) ? [claimOf(held, sentence)] : []));
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

const negation = /\b(?:not|no|never|nobody|none|nor|cannot|denie[sd]|deny|denying)\b|n[’']t\b/iu;

function claimOf(held: HeldArticle, sentence: Sentence): Claim {
  const told = toldSpan(held, sentence);
  const text = sentence.text.slice(told.start, told.end);
  const isContent = ({ weight, number, lower }: Word): boolean =>
    weight !== 'stop' && !number && !calendarWord.test(lower);
  const words = wordsOf(sentence.text).filter(isContent);
  const own = words.filter(({ start, end }) => start >= told.start && end <= told.end);
  const starts = actorStarts(held, sentence);
  const named = own.filter(
    ({ capital, start, raw }) => capital || starts.has(start) || (start === 0 && isKnownPlace(raw)),
  );
  const lasting = eventOf(sentence.text);
  const denial = negation.exec(sentence.text);
  const denied = denial === null ? undefined : words.find(({ start }) => start > denial.index)?.term;
  return {
    held,
    sentence,
    publishedMs: publishedMs(held.article),
    told: text,
    terms: new Set(own.filter(({ weight }) => weight === 'full').map(({ term }) => term)),
    matter: matterIn(text),
    names: new Set(named.map(({ term }) => term)),
    places: new Set(named.filter(({ raw }) => isKnownPlace(raw)).map(({ term }) => term)),
    cities: new Map(named.filter(({ raw }) => isCity(raw)).map(({ term, raw }) => [term, raw])),
    quantities: analyse(text).quantities.filter(({ role }) => role === 'now'),
    tolls: tollsIn(text),
    years: yearsIn(sentence.text, held),
    attendances: attendancesIn(sentence.text),
    personal: isPersonal(sentence.text) ? 'yes' : 'no',
    ...daysIn(held, sentence, told),
    denies: denial === null ? 'no' : 'yes',
    ...(denied !== undefined && { denied }),
    ...(lasting !== undefined && { lasting }),
  };
}

/** Who "promised" or "agreed" does something; who "said" only tells it. */
const reporting =
  /^(?:sa(?:id|ys?|ying)|told|tells?|according to|announced|reported|reports|added|confirmed|denied|denies|claimed|claims|stated|wrote|insisted|noted|estimated)$/iu;
/** Fewer words than these are not all that a sentence tells. */
const fewestTold = 3;

/** What is said to be so, where somebody says it; a "he" there needs the words around it. */
function toldSpan({ reading }: HeldArticle, { index, start, text }: Sentence): TextSpan {
  const said = reading.statements
    .filter(({ sentence, cue, quoted }) => sentence === index && !quoted && reporting.test(cue))
    .map(({ content }) => ({ start: content.start - start, end: content.end - start }))
    .find((span) => isWhole(text.slice(Math.max(0, span.start), span.end)));
  return said === undefined || said.start < 0 ? toldIn(text) : said;
}

/** The content of some words, a deed by its kin; a light word counts where it tells a deed. */
export function matterIn(text: string): ReadonlySet<string> {
  const words = wordsOf(text);
  return new Set(
    words.flatMap(({ term, weight, number, lower, capital }, at) => {
      if (number || weight === 'stop' || calendarWord.test(lower)) return [];
      const kin = capital ? undefined : deedOf(term, words[at + 1]?.lower);
      return kin ?? (weight === 'full' ? term : []);
    }),
  );
}

function isPersonal(text: string): boolean {
  return (
    denialIn(text) !== undefined ||
    blameIn(text) !== undefined ||
    holdersIn(text).length > 0 ||
    agesIn(text).length > 0 ||
    twoCountsIn(text) !== undefined
  );
}

function isWhole(words: string): boolean {
  return (
    !/^(?:he|she|they|it|i|we|his|her|their)\b/iu.test(words) &&
    wordsOf(words).filter(({ weight }) => weight !== 'stop').length >= fewestTold
  );
}

/** Where the names of actors begin that stand first in a sentence, where a capital tells nothing. */
function actorStarts({ reading }: HeldArticle, { index, start }: Sentence): ReadonlySet<number> {
  const mentions = reading.actors.flatMap((actor) => actor.mentions.filter(({ sentence }) => sentence === index));
  return new Set(mentions.map((mention) => mention.start - start));
}

function daysIn(
  { reading, article }: HeldArticle,
  { index, start }: Sentence,
  told: TextSpan,
): Pick<Claim, 'days' | 'dayWords'> {
  const found = reading.dated
    .filter(({ sentence, precision }) => sentence === index && precision === 'day')
    .filter(({ words }) => words.start >= start + told.start && words.end <= start + told.end)
    .filter(({ words }) => !saying.test(article.text.slice(start, words.start)));
  return {
    days: found.map(({ date }) => date),
    dayWords: found.map(({ words }) => article.text.slice(words.start, words.end).toLowerCase()),
  };
}

const saying = /\b(?:said|says|told [^,;]{1,40}|announced|reported|wrote|added)(?: late| early)?(?: on)? $/iu;

function yearsIn(text: string, held: HeldArticle): ReadonlySet<string> {
  const published = publishedDay(held.article).slice(0, 'yyyy'.length);
  const named = text.match(/\b(?:(?:19|20)\d\d|last year|(?:years?|decades?) (?:ago|earlier|before))\b/giu) ?? [];
  return new Set(named.filter((year) => year !== published));
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
