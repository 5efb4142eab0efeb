import { publishedDay, publishedMs } from '../articles/published.ts';
import type { Sentence } from '../articles/article.ts';
import { tollsIn } from '../disputes/tolls.ts';
import { type Counting, supersedes } from '../events/series.ts';
import { tellingOf } from '../events/telling.ts';
import { looksAhead } from '../language/analyse.ts';
import { passingIn } from '../language/context.ts';
import type { Library } from '../stories/library.ts';
import type { SentenceAt } from '../stories/lines.ts';

/** Whether a sentence tells how things stand at the end of a window: its plans are not past, its numbers not brought up to date. */
export function standingAt(library: Library, to: string): (at: SentenceAt) => boolean {
  const counts = countsBy(library, Date.parse(to));
  const day = to.slice(0, 'YYYY-MM-DD'.length);
  return (at) => !isOver(at, day) && !isOutdated(at, counts);
}

/** A plan whose day is past, or words of a moment that is over ("this weekend"). */
export function isOver({ held, sentence }: SentenceAt, day: string): boolean {
  if (held.article.published === undefined) return false;
  const written = publishedDay(held.article);
  if (passingIn(sentence.text).some((until) => lastDay(until, written) < day)) return true;
  if (!looksAhead(sentence.text)) return false;
  const days = held.reading.dated.filter(
    ({ sentence: index, precision }) => index === sentence.index && precision === 'day',
  );
  const toCome = days.filter(({ date }) => date > written);
  return toCome.length > 0 && toCome.every(({ date }) => date < day);
}

function lastDay(until: ReturnType<typeof passingIn>[number], written: string): string {
  const toSunday = (7 - new Date(`${written}T00:00:00Z`).getUTCDay()) % 7;
  const after = { 'that-day': 0, 'next-day': 1, sunday: toSunday }[until];
  return new Date(Date.parse(`${written}T00:00:00Z`) + after * dayMs).toISOString().slice(0, 'YYYY-MM-DD'.length);
}

const dayMs = 86_400_000;
/** Among more sentences that count, only the newest are looked at: the value that stands is one of theirs. */
const mostCounted = 400;

const known = new WeakMap<Library, readonly Counting[]>();

function countsBy(library: Library, toMs: number): readonly Counting[] {
  const ready =
    known.get(library) ??
    library.articles
      .filter(({ article }) => article.published !== undefined)
      .flatMap((held) => held.sentences.flatMap((sentence) => countingOf({ held, sentence }) ?? []))
      .toSorted((one, other) => other.at - one.at)
      .slice(0, mostCounted);
  known.set(library, ready);
  return ready.filter(({ at }) => at <= toMs);
}

/** A sentence as one that counts; undefined where it gives no number. */
export function countingOf({ held, sentence }: SentenceAt): Counting | undefined {
  if (sentence.kind !== 'body' || !givesNumber(sentence)) return undefined;
  return { text: sentence.text, at: publishedMs(held.article), tolls: tollsIn(sentence.text) };
}

function givesNumber({ text }: Sentence): boolean {
  return /\d/u.test(text) || tollsIn(text).length > 0;
}

function isOutdated(at: SentenceAt, counts: readonly Counting[]): boolean {
  const own = at.held.article.published === undefined ? undefined : countingOf(at);
  return own !== undefined && counts.some((count) => supersedes(count, own) && !tellsElse(count.text, own.text));
}

/** A sentence with more terms than these that the newer one lacks tells something else beside its number. */
const mostBesides = 6;

function tellsElse(now: string, before: string): boolean {
  const newer = tellingOf(now);
  return [...tellingOf(before).matter].filter((term) => !newer.matter.has(term)).length > mostBesides;
}
