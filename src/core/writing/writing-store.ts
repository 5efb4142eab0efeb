import type { Answer } from './answer.ts';

/** Where all processes share what a language model wrote, and how often it was asked. */
export interface WritingStore {
  /** What was written for these sentences before. */
  kept(key: string): Promise<Answer | undefined>;
  /** Keeps an answer; the first one stays. Returns the one that is kept. `at` is ISO 8601 UTC; old answers are dropped. */
  keep(key: string, answer: Answer, at: string): Promise<Answer>;
  /** Takes one of a day's calls, if there is one left. `day` is yyyy-mm-dd. */
  spend(day: string, callsPerDay: number): Promise<'spent' | 'none-left'>;
}
