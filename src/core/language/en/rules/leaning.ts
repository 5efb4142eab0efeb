import type { Rule } from '../../rule.ts';

/** Why a sentence is understood only by those who read the one before it. */
export type Leaning = 'leans';

const happening = String.raw`announcement|decision|move|incident|statement|attack|ruling|remarks?|comments?|news|measure|step|arrests?|vote|verdict|warning|visit|meeting|appeal|request|report|blast|explosion|raid`;

export const leaningRules: readonly Rule<Leaning>[] = [
  {
    id: 'leans.this-did',
    match:
      /^(?:This|That|These|Those) (?:has|had|have|is|was|are|were|will|would|may|might|could|came|comes|took|takes|led|means|meant|made|makes|left|brought|brings|went|put|gave|\p{Ll}{2,}(?:ed|s))\b/u,
    gives: 'leans',
    because: 'a "this" that stands for what was told before',
    yes: ['This occurred after gunmen had come.', 'That was denied by the mayor.', 'These came a day later.'],
    no: ['This year the port grew.', 'Those who fled came back.', 'That night the dam broke.'],
  },
  {
    id: 'leans.it-comes',
    match:
      /^It (?:comes|came|follow(?:s|ed)|happened|occurred|marks|marked|took place|is the (?:first|second|third|latest))\b/u,
    gives: 'leans',
    because: 'an "it" that stands for what was told before',
    yes: ['It comes amid a quarrel over fish.', 'It followed a month of rain.'],
    no: ['It rained for nine days.'],
  },
  {
    id: 'leans.the-announcement',
    match: new RegExp(
      String.raw`^The (?:${happening}) (?:follow(?:s|ed)|came|comes|was|is|marks|marked|ended|ends|drew|prompted|led|also|has|had|had been|happened|occurred|took place)\b`,
      'u',
    ),
    gives: 'leans',
    because: 'a deed named without saying which',
    yes: ['The announcement followed a month of shelling.', 'The raid came after a truce had failed.'],
    no: ['The announcement of a truce came on Monday.', 'The harbour was closed.'],
  },
  {
    id: 'leans.days-later',
    match:
      /^(?:(?:(?:A|Two|Three|Four|Five|Six|Several|A few|Some) )?(?:minutes?|hours?|days?|weeks?|months?|years?) (?:later|earlier|before)|(?:Shortly|Soon) (?:after|before|afterwards|thereafter)|(?:The )?(?:same|next|following|previous) (?:day|night|morning|week|evening)|Afterwards)(?:,| (?!\p{L}+ing\b))/iu,
    gives: 'leans',
    because: 'counts from a moment that was told before',
    yes: ['Two days later the bridge fell.', 'The next day, crews came.'],
    no: ['Two days of rain flooded the town.'],
  },
  {
    id: 'leans.the-others',
    match:
      /^(?:The (?:others?|rest|remaining|latter|former (?=was|were|is|had))|(?:Two|Three|Four|Five|One|Some|Many|Several) (?:others|of them)|Others)\b/u,
    gives: 'leans',
    because: 'counts what is left of those told before',
    yes: ['The other three were carried off.', 'Two others were hurt.', 'The rest were freed.'],
    no: ['Three miners were freed.', 'The former mayor of Sunde resigned.'],
  },
  {
    id: 'leans.she-said',
    match:
      /^[^A-Z“"]*[A-Z](?:(?!\b(?:said|says|told)\b).)*, (?:he|she|they) (?:said|says|added|told (?:reporters|journalists)|wrote)\.?$/u,
    gives: 'leans',
    because: 'said by somebody whom another sentence names',
    yes: ['By now the toll has reached 68, she said.', 'Work goes on, they added.'],
    no: ['Mayor Bruun said that he stays.', 'He said no.'],
  },
];
