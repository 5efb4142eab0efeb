import { composeLines } from '../digests/compose-digest.ts';
import { type CorrectedLine, correctedIn } from '../digests/corrected.ts';
import { standsAlone } from '../digests/candidates.ts';
import { actorFinder } from '../digests/named-actors.ts';
import { sameSayings } from '../digests/same-sayings.ts';
import { type Saying, sayingOf } from '../digests/saying.ts';
import { partLibrary } from '../digests/trusted.ts';
import { articlesIn, type DigestWindow } from '../digests/window.ts';
import type { Sentence } from '../articles/article.ts';
import { tellingOf } from '../events/telling.ts';
import type { Line } from '../messages/line.ts';
import type { HeldArticle, Library } from '../stories/library.ts';
import { sentenceLine } from '../stories/lines.ts';
import { type NewLine, withReplaced } from './outdated-lines.ts';

export interface Changes {
  readonly window: DigestWindow;
  /** Articles that were added. */
  readonly articles: number;
  /** Each with what it brings up to date. */
  readonly new: readonly NewLine[];
  /** Told before, and now by an independent origin too: the earlier sentence first. */
  readonly confirmed: readonly Line[];
  readonly corrected: readonly CorrectedLine[];
  /** ISO 8601 UTC: up to where this tells. */
  readonly toldUntil: string;
}

const mostConfirmed = 5;

/** What the articles added in a window change: what is new in them, what they confirm, and what was corrected. */
export function findChanges(library: Library, window: DigestWindow): Changes {
  const added = articlesIn(library, window);
  const { trusted } = partLibrary(library);
  const corrected = correctedIn(trusted, window);
  const isCorrected = (line: Line): boolean => corrected.some(({ after }) => after?.text === line.text);
  return {
    window,
    articles: added.length,
    new: withReplaced(
      composeLines(library, window).filter((line) => !isCorrected(line)),
      trusted,
    ),
    confirmed: findConfirmed(trusted, new Set(articlesIn(trusted, window))),
    corrected,
    toldUntil: added.reduce((newest, { article }) => (article.added > newest ? article.added : newest), window.from),
  };
}

interface Told {
  readonly held: HeldArticle;
  readonly sentence: Sentence;
  readonly saying: Saying;
}

/** Sentences from before that an article of another origin now bears out. */
function findConfirmed(library: Library, added: ReadonlySet<HeldArticle>): Line[] {
  const actorsIn = actorFinder(library);
  const told = (held: HeldArticle): Told[] =>
    held.sentences
      .filter(standsAlone)
      .map((sentence) => ({ held, sentence, saying: sayingOf(held, sentence, actorsIn(held, sentence)) }));
  const before = sameSayings<Told>();
  const origins = new Set<HeldArticle['origin']>();
  for (const held of library.articles.filter((candidate) => !added.has(candidate))) {
    origins.add(held.origin);
    told(held).forEach(before.add);
  }
  const confirmed = new Map<Told, Told[]>();
  for (const now of [...added].filter(({ origin }) => !origins.has(origin)).flatMap(told)) {
    const earlier = before.find(now.saying);
    if (earlier !== undefined && bearsOutMore(earlier, now))
      confirmed.set(earlier, [...(confirmed.get(earlier) ?? []), now]);
  }
  return [...confirmed]
    .map(([earlier, others]) => sentenceLine(earlier.held, earlier.sentence, oncePerArticle(others)))
    .toSorted((left, right) => right.origins - left.origins)
    .slice(0, mostConfirmed);
}

/** Names alone confirm nothing, and no outlet confirms itself. */
const fewestSharedBesidesNames = 2;

function bearsOutMore(earlier: Told, now: Told): boolean {
  if (earlier.held.article.publisher === now.held.article.publisher) return false;
  const [left, right] = [tellingOf(earlier.sentence.text), tellingOf(now.sentence.text)];
  const shared = [...left.matter].filter((term) => right.matter.has(term) && !left.names.has(term));
  return shared.length >= fewestSharedBesidesNames;
}

function oncePerArticle(told: readonly Told[]): Told[] {
  return told.filter(({ held }, index) => told.findIndex((other) => other.held === held) === index);
}
