import type { Token } from '../tokens.ts';
import { readModel } from '../../trained/model-files.ts';
import { canBeNamed, featureKinds, featuresOf, tagFeatures } from './features.ts';
import { type Seen, seeWords } from './tagged-token.ts';

/** A name in a sentence. `from` and `to` are token indexes, `to` exclusive. */
export interface TaggedName {
  readonly from: number;
  readonly to: number;
  readonly kind: 'person' | 'organisation' | 'place';
  /** By how much the tag of the first word was ahead of the next best, in the units of the weights. */
  readonly margin: number;
}

interface Given {
  readonly tag: number;
  readonly margin: number;
}

/** For each feature, what it says for each tag of `tags`. */
export type Weights = ReadonlyMap<string, readonly number[]>;

/** A tag for each word: outside, or the first (`begins`) or a later word of a name. */
export const tags = [
  { kind: undefined, begins: false },
  { kind: 'person', begins: true },
  { kind: 'person', begins: false },
  { kind: 'organisation', begins: true },
  { kind: 'organisation', begins: false },
  { kind: 'place', begins: true },
  { kind: 'place', begins: false },
] as const;

let shipped: Weights | undefined;

/**
 * Finds the names of an article's sentences with an averaged perceptron (Collins 2002) trained on openly licensed text;
 * `docs/names.md` says on what, and how to train it anew.
 */
export function tagNames(sentences: readonly (readonly Token[])[]): TaggedName[][] {
  shipped ??= readWeights(readModel('names', (kind) => featureKinds.has(kind)));
  const weights = shipped;
  return seeWords(sentences).map((words) => namesOf(tagWords(words, weights)));
}

/** One line a feature: its text, a tab, and for each tag that it speaks for or against the tag's number and a weight. */
export function readWeights(lines: string): Weights {
  const weights = new Map<string, readonly number[]>();
  for (const line of lines.split('\n')) {
    const [feature = '', pairs = ''] = line.split('\t');
    const row = tags.map(() => 0);
    for (const [, tag = '0', weight = '0'] of pairs.matchAll(/([a-g])(-?\d+)/g))
      row[(tag.codePointAt(0) ?? 0) - firstTagLetter] = Number(weight);
    weights.set(feature, row);
  }
  return weights;
}

const firstTagLetter = 97;

/** A tag for each word, as its number in `tags`, from left to right. */
export function tagWords(words: readonly Seen[], weights: Weights): Given[] {
  const given: Given[] = [];
  const numbers: number[] = [];
  for (const [index, word] of words.entries()) {
    const best = canBeNamed(words, index)
      ? bestTag(scores([...featuresOf(words, index), ...tagFeatures(words, index, numbers)], weights), {
          word,
          previous: numbers.at(-1) ?? 0,
        })
      : { tag: 0, margin: 0 };
    given.push(best);
    numbers.push(best.tag);
  }
  return given;
}

/** What the features of a word say for each tag. */
export function scores(features: readonly string[], weights: Weights): number[] {
  const sums = tags.map(() => 0);
  for (const feature of features) {
    const row = weights.get(feature);
    if (row === undefined) continue;
    for (let tag = 0; tag < sums.length; tag += 1) sums[tag] = (sums[tag] ?? 0) + (row[tag] ?? 0);
  }
  return sums;
}

/** The tag with the highest score of those that may follow the one before. */
export function bestTag(
  sums: readonly number[],
  { word, previous }: { readonly word: Seen; readonly previous: number },
): Given {
  const allowed = [...tags.keys()].filter((tag) => mayFollow(tag, previous) && (word.capitalised || !begins(tag)));
  const [best = 0, next = 0] = allowed.toSorted((left, right) => (sums[right] ?? 0) - (sums[left] ?? 0));
  return { tag: best, margin: (sums[best] ?? 0) - (sums[next] ?? 0) };
}

function begins(tag: number): boolean {
  return tags[tag]?.begins ?? false;
}

function mayFollow(tag: number, previous: number): boolean {
  const kind = tags[tag]?.kind;
  return kind === undefined || begins(tag) || tags[previous]?.kind === kind;
}

function namesOf(given: readonly Given[]): TaggedName[] {
  const names: { from: number; to: number; kind: TaggedName['kind']; margin: number }[] = [];
  for (const [index, { tag: number, margin }] of given.entries()) {
    const tag = tags[number];
    if (tag?.kind === undefined) continue;
    const open = names.at(-1);
    if (!tag.begins && open?.to === index && open.kind === tag.kind) open.to = index + 1;
    else names.push({ from: index, to: index + 1, kind: tag.kind, margin });
  }
  return names;
}
