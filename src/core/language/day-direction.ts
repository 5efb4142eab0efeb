import { dayDirectionRules, theDay } from './en/rules/day-direction.ts';
import type { Rule } from './rule.ts';

/** Where the words of a day stand in a sentence, in UTF-16 code units, `end` exclusive. */
interface DaySpan {
  readonly start: number;
  readonly end: number;
}

/** The rule that says on which side of its writing a day of a sentence lies. Undefined where no rule knows. */
export function dayDirection(text: string, day: DaySpan): Rule<'ahead' | 'behind'> | undefined {
  const marked = `${text.slice(0, day.start)}${theDay}${text.slice(day.end)}`;
  return dayDirectionRules.find(({ match }) => match.test(marked));
}
