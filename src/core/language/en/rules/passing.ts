import type { Rule } from '../../rule.ts';

/** Up to which day words of the moment hold, from the day on which they were written. */
export type Passing = 'that-day' | 'next-day' | 'sunday';

export const passingRules: readonly Rule<Passing>[] = [
  {
    id: 'passing.tonight',
    match: /\b(?:tonight|later today|this (?:afternoon|evening))\b/iu,
    gives: 'that-day',
    because: 'holds on the day on which it is written',
    yes: ['The vote is tonight.'],
    no: ['The vote is on Monday.'],
  },
  {
    id: 'passing.tomorrow',
    match: /\btomorrow\b/iu,
    gives: 'next-day',
    because: 'holds until the next day',
    yes: ['The port opens tomorrow.'],
    no: ['The port opened.'],
  },
  {
    id: 'passing.weekend',
    match: /\b(?:this|the coming) weekend\b|\b(?:later|over the rest of) this week\b/iu,
    gives: 'sunday',
    because: 'holds until the week ends',
    yes: ['Growers meet again this weekend.', 'A ruling is due later this week.'],
    no: ['Last weekend the talks failed.'],
  },
];
