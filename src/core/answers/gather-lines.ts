import { contradictionBetween } from '../events/relate.ts';
import type { Line } from '../messages/line.ts';
import { sentenceLine } from '../stories/lines.ts';
import { fitOf } from './judge.ts';
import { isNegation } from './read-question.ts';
import type { Weighed } from './weigh-sentence.ts';

const mostLines = 3;
/** How much of the best sentence's fit and cover a further one must have to be shown beside it. */
const closeFit = 0.9;
const closeCover = 0.95;
/** Share of common terms from which two sentences say the same. */
const same = 0.7;

/** The lines of an answer: the best, and others that answer as well. */
export function linesFor(answering: readonly Weighed[], all: readonly Weighed[]): Line[] {
  const [best] = answering;
  if (best === undefined) return [];
  const close = answering.filter(
    (entry) => fitOf(entry) >= closeFit * fitOf(best) && entry.evidence.cover >= closeCover * best.evidence.cover,
  );
  return linesOf(close, all);
}

/** At most three lines, each another thing; the same sentence in another article becomes a receipt of its line. */
export function linesOf(sentences: readonly Weighed[], all: readonly Weighed[]): Line[] {
  const shown: Weighed[] = [];
  for (const entry of sentences) {
    if (shown.length < mostLines && !shown.some((other) => saysSame(entry, other))) shown.push(entry);
  }
  return shown.map((entry) => {
    const { held, sentence } = entry.found.at;
    return sentenceLine(held, sentence, copiesOf(entry, all));
  });
}

function copiesOf(entry: Weighed, all: readonly Weighed[]): Weighed['found']['at'][] {
  const articles = new Set([entry.found.at.article]);
  return all.flatMap((other) => {
    const { at } = other.found;
    if (articles.has(at.article) || !saysSame(entry, other)) return [];
    articles.add(at.article);
    return [at];
  });
}

function saysSame(one: Weighed, other: Weighed): boolean {
  const [left, right] = [wordingOf(one), wordingOf(other)];
  if (left.figures !== right.figures) return false;
  const common = [...left.terms].filter((term) => right.terms.has(term)).length;
  if (common < same * (left.terms.size + right.terms.size - common)) return false;
  return contradictionBetween(one.found.at.sentence.text, other.found.at.sentence.text) === undefined;
}

interface Wording {
  /** Numbers and denials: sentences that differ in them do not say the same, however alike. */
  readonly figures: string;
  readonly terms: ReadonlySet<string>;
}

const wordings = new WeakMap<Weighed, Wording>();

function wordingOf(entry: Weighed): Wording {
  const ready = wordings.get(entry);
  if (ready !== undefined) return ready;
  const { words } = entry;
  const made = {
    figures: words.flatMap((word, at) => (word.number || isNegation(words, at) ? [word.term] : [])).join(' '),
    terms: new Set(words.flatMap((word) => (word.weight === 'stop' ? [] : [word.term]))),
  };
  wordings.set(entry, made);
  return made;
}
