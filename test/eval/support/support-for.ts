import { doubtsOf, fitsByChance, ruledOut } from '../../../src/core/answers/judge.ts';
import { lookClosely } from '../../../src/core/answers/look-closely.ts';
import { supportOf, trainedShare } from '../../../src/core/answers/answer-model.ts';
import { queryFor } from '../../../src/core/answers/query.ts';
import { readQuestion } from '../../../src/core/answers/read-question.ts';
import { indexOf } from '../../../src/core/answers/sentence-index.ts';
import type { Library } from '../../../src/core/stories/library.ts';

interface Support {
  /** How much speaks for the best sentence as the answer, from -1 (ruled out) to 1; -1 when none was found. */
  readonly support: number;
  /** The sentences that fit best, best first. */
  readonly nearest: readonly { readonly text: string }[];
}

/** What speaks for an answer, whether it is given or not. */
export function supportFor(question: string, library: Library): Support {
  const index = indexOf(library);
  const query = queryFor(readQuestion(question), library, index);
  const weighed = lookClosely(query, index);
  const nearest = weighed.map(({ found }) => found.at.sentence);
  const [best] = weighed;
  if (best === undefined || query.publishers.notHeld.length > 0) return { support: -1, nearest };
  const doubted = trainedShare(query) < 1 && doubtsOf(best, query).length > 0;
  const out = doubted || ruledOut(best, query) !== undefined || fitsByChance(best, query, index.size);
  return { support: supportOf(best, { weighed, query, index }) - (out ? 1 : 0), nearest };
}
