import type { Sentence } from '../articles/article.ts';
import { namesPresent, openingYear, pastYearIn } from '../language/en/passage-years.ts';

/** The year that a passage tells of. `sure` where it stands at the head of a sentence and so heads what follows. */
export interface PassageYear {
  readonly year: number;
  readonly sure: boolean;
}

/** A year named in passing is forgotten after so many sentences without a day; one at the head of a sentence later. */
const reach = { sure: 6, passing: 3 };

/**
 * For each sentence of an article the year of the passage it stands in ("In 2014 … On 16 March …"), until another year, or the
 * time of writing, is named. Undefined for most sentences.
 */
export function passageYears(
  sentences: readonly Sentence[],
  published: string | undefined,
): (PassageYear | undefined)[] {
  if (published === undefined) return sentences.map(() => undefined);
  const written = Number(published.slice(0, 4));
  let current: PassageYear | undefined;
  let since = 0;
  return sentences.map(({ text }) => {
    const before = current;
    const opening = openingYear(text);
    const passing = opening ?? pastYearIn(text);
    since += 1;
    if (passing !== undefined) {
      current = passing < written ? { year: passing, sure: opening !== undefined } : undefined;
      since = 0;
    } else if (namesPresent(text) || since > (current?.sure === true ? reach.sure : reach.passing)) current = undefined;
    return passing === undefined ? (current === undefined ? undefined : before) : current;
  });
}
