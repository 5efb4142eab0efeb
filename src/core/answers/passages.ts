import type { SentenceIndex } from './sentence-index.ts';

/** The sentences of articles in runs of a paragraph or two, in which facts told over several sentences stay together. */
export interface Passages {
  /** The passage of each sentence, by the sentence's number. */
  readonly of: Int32Array;
  /** Each passage's first sentence, and after the last one the number of sentences. */
  readonly firsts: Int32Array;
  /** How many words that are no stop words each passage has, and their mean. */
  readonly lengths: Int32Array;
  readonly meanLength: number;
  /** How many passages hold a term. */
  holding(term: string): number;
}

/** The most characters of a passage: some 256 tokens. A longer sentence is a passage by itself. */
const mostCharacters = 1_150;

const cut = new WeakMap<SentenceIndex, Passages>();

/** The passages of an index, cut once. */
export function passagesOf(index: SentenceIndex): Passages {
  const ready = cut.get(index);
  if (ready !== undefined) return ready;
  const made = cutPassages(index);
  cut.set(index, made);
  return made;
}

function cutPassages(index: SentenceIndex): Passages {
  const of = new Int32Array(index.size);
  const firsts: number[] = [];
  const lengths: number[] = [];
  let characters = 0;
  let article = -1;
  for (let id = 0; id < index.size; id += 1) {
    const own = index.articleOf[id] ?? -1;
    const length = index.characters[id] ?? 0;
    if (own !== article || characters + length > mostCharacters) {
      firsts.push(id);
      lengths.push(0);
      characters = 0;
      article = own;
    }
    characters += length;
    of[id] = firsts.length - 1;
    lengths[lengths.length - 1] = (lengths.at(-1) ?? 0) + (index.lengths[id] ?? 0);
  }
  firsts.push(index.size);
  const holding = new Map<string, number>();
  const total = lengths.reduce((sum, length) => sum + length, 0);
  return {
    of,
    firsts: Int32Array.from(firsts),
    lengths: Int32Array.from(lengths),
    meanLength: total / Math.max(1, lengths.length),
    holding: (term) => {
      const posting = index.posting(term);
      if (posting === undefined) return 0;
      const count = holding.get(term) ?? countOf(posting.sentences, of);
      holding.set(term, count);
      return count;
    },
  };
}

/** How many passages rising numbers of sentences lie in. */
function countOf(sentences: ArrayLike<number>, of: Int32Array): number {
  let count = 0;
  let last = -1;
  for (let at = 0; at < sentences.length; at += 1) {
    const passage = of[sentences[at] ?? 0] ?? -1;
    if (passage !== last) count += 1;
    last = passage;
  }
  return count;
}
