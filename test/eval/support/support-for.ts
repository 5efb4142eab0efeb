import { fitOf, ruledOut, supportOf } from '../../../src/core/answers/judge.ts';
import { queryFor } from '../../../src/core/answers/query.ts';
import { rankSentences } from '../../../src/core/answers/rank-sentences.ts';
import { readQuestion } from '../../../src/core/answers/read-question.ts';
import { indexOf } from '../../../src/core/answers/sentence-index.ts';
import { weighSentence } from '../../../src/core/answers/weigh-sentence.ts';
import type { Library } from '../../../src/core/stories/library.ts';

/** How much speaks for the best sentence as the answer, from -1 (ruled out) to 1; -1 when none was found. */
export function supportFor(question: string, library: Library): number {
  const index = indexOf(library);
  const query = queryFor(readQuestion(question), library, index);
  const weighed = rankSentences(query, index, 10).map((found) => weighSentence(found, query, index));
  const [best] = weighed.toSorted((one, other) => fitOf(other) - fitOf(one));
  if (best === undefined || query.publishers.notHeld.length > 0) return -1;
  return supportOf(best, query) - (ruledOut(best, query) === undefined ? 0 : 1);
}
