import type { Sentence } from '../articles/article.ts';
import type { Library } from '../stories/library.ts';
import type { SentenceAt } from '../stories/lines.ts';
import { articlesIn, type DigestWindow, momentIn } from './window.ts';
import { importanceOf, wordWeights } from './importance.ts';
import { actorFinder } from './named-actors.ts';
import { sameSayings } from './same-sayings.ts';
import { type Saying, sayingOf } from './saying.ts';
import { countsIn, countWorth } from './running-counts.ts';
import { foresight, newestOf, recencyOf } from './recency.ts';

/** A sentence with the other places that say the same. */
export interface Place extends SentenceAt {
  readonly others: readonly SentenceAt[];
}

/** A sentence that can stand in a digest. */
export interface Candidate extends Place {
  readonly saying: Saying;
  /** By shown name, most named in the story first. */
  readonly actors: readonly string[];
  /** What it is worth whenever it was written, and what its article's age leaves of that. */
  readonly importance: number;
  readonly recency: number;
  readonly score: number;
}

export interface Candidates {
  /** Most important first. */
  readonly fresh: readonly Candidate[];
  /** Sentences of the window that only repeat what an article from before it said. */
  readonly repeated: readonly Place[];
}

const fewestWords = 6;
const mostWords = 90;
const mostCharacters = 700;
/** What a sentence of an opinion piece is worth beside one that reports. */
const opinionWorth = 0.5;

/** The sentences of a window that can stand alone; what several articles say stands once, with the others as receipts. */
export function candidatesOf(library: Library, window: DigestWindow): Candidates {
  const from = Date.parse(window.from);
  const inWindow = new Set(articlesIn(library, window));
  const recency = recencyOf([...inWindow]);
  const weights = wordWeights(library);
  const actorsIn = actorFinder(library);
  const before = sameSayings<Growing>();
  const now = sameSayings<Growing>();
  const fresh: Growing[] = [];
  const repeated: Growing[] = [];
  const [old, recent] = [library.articles.filter((held) => momentIn(held, window) <= from), [...inWindow]];
  for (const held of [...old, ...recent]) {
    for (const sentence of held.sentences.filter(standsAlone)) {
      const named = actorsIn(held, sentence);
      const saying = sayingOf(held, sentence, named);
      const candidate: Growing = {
        held,
        sentence,
        others: [],
        saying,
        actors: [...new Set(named.map(({ name }) => name))],
      };
      if (!inWindow.has(held)) before.add(candidate);
      else if (before.find(saying) !== undefined) repeated.push(candidate);
      else join(candidate, now, fresh);
    }
  }
  const [counts, newest] = [countsIn(inWindow), newestOf([...inWindow])];
  const scored = (candidate: Growing): Candidate => {
    const { held, sentence, saying, actors } = candidate;
    const own = importanceOf({ held, sentence, words: saying.words, named: actors.length }, weights);
    const borneOut = 1 + 0.3 * (originsOf(candidate) - 1);
    const opinion = held.article.opinion === true ? opinionWorth : 1;
    const importance =
      own *
      borneOut *
      foresight(held, sentence, { to: window.to, newest }) *
      countWorth(held, sentence, counts) *
      opinion;
    const age = recency.get(held) ?? 1;
    return { ...candidate, importance, recency: age, score: importance * age };
  };
  return {
    fresh: fresh.map(scored).toSorted((left, right) => right.score - left.score),
    repeated,
  };
}

interface Growing extends Omit<Candidate, 'importance' | 'recency' | 'score' | 'others'> {
  readonly others: SentenceAt[];
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
  if (kind !== 'body' || words < fewestWords || words > mostWords || text.length > mostCharacters) return false;
  return !(/(?:\?[”"’']?|:)$/u.test(text) || /^[“"'‘(]*\p{Ll}/u.test(text) || isTorn(text));
}

/** Part of a longer quotation or bracket. */
function isTorn(text: string): boolean {
  const count = (mark: string): number => text.split(mark).length - 1;
  return count('(') !== count(')') || count('“') !== count('”') || count('"') % 2 === 1;
}

function originsOf({ held, others }: Growing): number {
  return new Set([held, ...others.map((other) => other.held)].map(({ origin }) => origin)).size;
}
