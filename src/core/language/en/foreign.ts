import { foreignWords } from './lists/foreign-words.ts';
import { stopWords } from '../../words/stop-words.ts';

/** Whether the function words of a sentence are of another language than English. */
export function isForeign(text: string): boolean {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  let [foreign, english] = [0, 0];
  for (const word of words) {
    if (foreignWords.has(word)) foreign += 1;
    else if (stopWords.has(word)) english += 1;
  }
  return foreign >= 2 && foreign > english;
}
