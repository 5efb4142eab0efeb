import type { Line } from '../messages/line.ts';
import type { Library } from '../stories/library.ts';

/** Has lines worded anew. */
export interface Writer {
  /**
   * The same lines in the same order, each with `written` where a language model's sentence passed the check; all as they
   * were when there is no model, no answer or no budget. Never throws: why nothing was written is in the log.
   */
  write<Shown extends Line>(lines: readonly Shown[], library: Library): Promise<readonly Shown[]>;
}

/** Without a language model every line keeps the words of its article. */
export const noWriter: Writer = { write: async (lines) => lines };
