import type { Features } from './answer-features.ts';
import { fitNeeded, fitOf } from './judge.ts';
import type { Query } from './query.ts';
import { placeIn } from './rising.ts';
import type { SentenceIndex } from './sentence-index.ts';
import type { Weighed } from './weigh-sentence.ts';

/** The sentences looked at for one question, best fit first. */
export interface Among {
  readonly weighed: readonly Weighed[];
  readonly query: Query;
  readonly index: SentenceIndex;
}

/** Sentences beside which one is seen, and how much of its fit another needs to be near. */
const looked = 8;
const near = 0.8;

/** How a sentence stands among the others, and its article among theirs: features of the trained model. */
export function besideOthers(entry: Weighed, { weighed, query, index }: Among): Features {
  const first = weighed.slice(0, looked);
  const fit = fitOf(entry);
  const second = Math.max(0, ...first.flatMap((other) => (other === entry ? [] : [fitOf(other)])));
  const rivals = first.filter((other) => fitOf(other) >= near * fit);
  const articles = [...new Set([entry, ...first].map(({ found }) => found.at.article))];
  const held = articles.map((article) => coverOfArticle(article, query, index));
  const own = held[0] ?? { text: 0, title: 0 };
  const mean = (value: (cover: Cover) => number): number =>
    held.reduce((sum, cover) => sum + value(cover), 0) / held.length;
  return {
    fit,
    margin: fit - (second === 0 ? fit / 2 : second),
    'over chance': Math.min(0, fit - fitNeeded(index.size)),
    rivals: rivals.length,
    'rival origins': new Set(rivals.map(({ found }) => found.at.held.origin)).size,
    'article cover': own.text,
    'article cover best': Math.max(...held.map(({ text }) => text)),
    'article cover mean': mean(({ text }) => text),
    'title cover': own.title,
    'title cover best': Math.max(...held.map(({ title }) => title)),
    'title cover mean': mean(({ title }) => title),
    'titles tell': Math.max(0, ...first.map(({ evidence }) => evidence.toldByTitles)),
  };
}

interface Cover {
  readonly text: number;
  readonly title: number;
}

const covers = new WeakMap<Query, Map<number, Cover>>();

/** Which share of the question an article holds anywhere, and its title; asked for again with each sentence. */
function coverOfArticle(article: number, query: Query, index: SentenceIndex): Cover {
  const known = covers.get(query) ?? new Map<number, Cover>();
  covers.set(query, known);
  const cover = known.get(article) ?? coverMeasured(article, query, index);
  known.set(article, cover);
  return cover;
}

function coverMeasured(article: number, { terms }: Query, index: SentenceIndex): Cover {
  const { first, end } = index.articles[article] ?? { first: 0, end: 0 };
  const total = Math.max(
    1e-9,
    terms.reduce((sum, { share }) => sum + share, 0),
  );
  let [text, title] = [0, 0];
  for (const { terms: spellings, share } of terms) {
    const titled = spellings.some((spelling) => index.isTitled(article, spelling));
    if (titled) title += share / total;
    if (titled || spellings.some((spelling) => stands(spelling, first, end, index))) text += share / total;
  }
  return { text, title };
}

function stands(term: string, first: number, end: number, index: SentenceIndex): boolean {
  const sentences = index.posting(term)?.sentences;
  return sentences !== undefined && (sentences[placeIn(sentences, first)] ?? end) < end;
}
