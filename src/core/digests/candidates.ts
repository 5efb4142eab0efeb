import type { Sentence } from '../articles/article.ts';
import type { HeldArticle, Library } from '../stories/library.ts';
import { type Centre, centreOf, type CentreSentence, type Terms, termsOf } from './centre.ts';
import type { DigestWindow } from './digest.ts';
import { importanceOf, wordWeights } from './importance.ts';
import { actorFinder } from './named-actors.ts';
import { sameSayings } from './same-sayings.ts';
import { type Saying, sayingOf } from './saying.ts';
import { isSuspect } from './suspect.ts';

/** A sentence that can stand in a digest, with the other places that say the same. */
export interface Candidate {
  readonly held: HeldArticle;
  readonly sentence: Sentence;
  readonly others: readonly { readonly held: HeldArticle; readonly sentence: Sentence }[];
  readonly saying: Saying;
  readonly terms: Terms;
  /** By shown name, most named in the story first. */
  readonly actors: readonly string[];
  readonly score: number;
}

export interface Candidates {
  /** Most important first. */
  readonly fresh: readonly Candidate[];
  /** What the articles of the window are about. */
  readonly centre: Centre;
  /** Sentences of the window that talk to machines or hide something. */
  readonly suspect: readonly { readonly held: HeldArticle; readonly sentence: Sentence }[];
  /** Sentences of the window that only repeat what an article from before it said. */
  readonly repeated: readonly Candidate[];
}

const fewestWords = 6;
const mostWords = 90;

/** The sentences of a window that can stand alone; what several articles say stands once, with the others as receipts. */
export function candidatesOf(library: Library, window: DigestWindow): Candidates {
  const from = Date.parse(window.from);
  const inWindow = new Set(articlesIn(library, window));
  const order = new Map([...inWindow].map((held, index) => [held, index / Math.max(1, inWindow.size - 1)]));
  const weights = wordWeights(library);
  const actorsIn = actorFinder(library);
  const before = sameSayings<Growing>();
  const now = sameSayings<Growing>();
  const fresh: Growing[] = [];
  const repeated: Growing[] = [];
  const suspect: { readonly held: HeldArticle; readonly sentence: Sentence }[] = [];
  const [old, recent] = [library.articles.filter((held) => Date.parse(held.article.added) <= from), [...inWindow]];
  for (const held of [...old, ...recent]) {
    for (const sentence of held.sentences.filter(standsAlone)) {
      if (isSuspect(sentence.text)) {
        if (inWindow.has(held)) suspect.push({ held, sentence });
        continue;
      }
      const named = actorsIn(held, sentence);
      const saying = sayingOf(held, sentence, named);
      const candidate: Growing = {
        held,
        sentence,
        others: [],
        saying,
        terms: termsOf(sentence.text),
        actors: [...new Set(named.map(({ name }) => name))],
      };
      if (!inWindow.has(held)) before.add(candidate);
      else if (before.find(saying) !== undefined) repeated.push(candidate);
      else join(candidate, now, fresh);
    }
  }
  const scored = (candidate: Growing): Candidate => {
    const { held, sentence, saying, actors } = candidate;
    const weighed = { held, sentence, words: saying.words, named: actors.length, recency: order.get(held) ?? 0 };
    return { ...candidate, score: importanceOf(weighed, weights) * (1 + 0.3 * (originsOf(candidate) - 1)) };
  };
  return {
    fresh: fresh.map(scored).toSorted((left, right) => right.score - left.score),
    centre: centreOf(centreSentences(inWindow)),
    suspect,
    repeated: repeated.map(scored),
  };
}

function* centreSentences(articles: Iterable<HeldArticle>): Generator<CentreSentence> {
  for (const { sentences, origin } of articles)
    for (const { text, kind, index } of sentences)
      if (kind === 'body' && !isSuspect(text)) yield { terms: termsOf(text), origin, index, worth: 1 };
}

/** The articles added in a window, in the library's order. */
export function articlesIn(library: Library, window: DigestWindow): HeldArticle[] {
  const [from, to] = [Date.parse(window.from), Date.parse(window.to)];
  return library.articles.filter(({ article }) => {
    const added = Date.parse(article.added);
    // What stood in a feed before it was followed is no news, but the first digest of a channel tells how things stand.
    return added > from && added <= to && !(article.silent === true && from > 0);
  });
}

interface Growing extends Omit<Candidate, 'score' | 'others'> {
  readonly others: { readonly held: HeldArticle; readonly sentence: Sentence }[];
}

/** Adds a sentence to the one that already says the same, or as a new one. */
function join(candidate: Growing, known: ReturnType<typeof sameSayings<Growing>>, all: Growing[]): void {
  const { held, sentence, saying } = candidate;
  const same = known.find(saying);
  if (same === undefined) {
    known.add(candidate);
    all.push(candidate);
  } else if (same.held !== held && !same.others.some((other) => other.held === held))
    same.others.push({ held, sentence });
}

/** A heading, a question, a fragment or a line of the page around the article cannot be shown. */
export function standsAlone({ text, kind }: Sentence): boolean {
  const words = text.split(/\s+/).length;
  if (kind !== 'body' || words < fewestWords || words > mostWords) return false;
  if (/(?:\?[”"’']?|:)$/u.test(text) || /^[“"'‘(]*\p{Ll}/u.test(text) || isTorn(text)) return false;
  return !/^(?:Photo|Image|File|Read more|Sign up|Follow|Subscribe)\b/iu.test(text);
}

/** Part of a longer quotation or bracket. */
function isTorn(text: string): boolean {
  const count = (mark: string): number => text.split(mark).length - 1;
  return count('(') !== count(')') || count('“') !== count('”') || count('"') % 2 === 1;
}

function originsOf({ held, others }: Growing): number {
  return new Set([held, ...others.map((other) => other.held)].map(({ origin }) => origin)).size;
}
