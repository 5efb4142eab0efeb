import type { Rule } from '../../rule.ts';
import { cried } from '../lists/sentence-words.ts';
import { longEvents, toldNouns } from '../lists/event-nouns.ts';

const open = String.raw`^[“"'‘(\[]*`;
const few = 'a|an|one|two|three|four|five|six|seven|eight|nine|ten|several|some|a few|many';
const span = String.raw`(?:(?:${few}|${few.replaceAll(/(?<=^|\|)\p{Ll}/gu, (letter) => letter.toUpperCase())}|\d+) )`;
const unit = '(?:moments?|minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?)';

/** How a sentence leans on one before it: read alone, it does not say whom or what it tells of. */
export const leaningRules: readonly Rule<'leans'>[] = [
  {
    id: 'leaning.pronoun',
    match: new RegExp(
      [
        String.raw`${open}(?:He|She|It|They|His|Her|Their|Its|Such)\b(?! (?:is|was) (?:\p{Ll}+ )?(?:that|to)\b)`,
        String.raw`${open}(?:Both|Neither|Either)(?: of)? (?!the\b|\p{Lu})`,
        String.raw`${open}(?:One|Two|Three|Four|Five|Some|Many|Most|None|All|Each|Others|\d+) of (?:them|those|these|whom|its|his|her|their)\b`,
      ].join('|'),
      'u',
    ),
    gives: 'leans',
    because: 'Its first word stands for somebody or something that it does not name.',
    yes: [
      'He left on Friday.',
      'It comes amid a wave of strikes.',
      'Both were released on Monday.',
      'Three of them were hurt.',
      'Their envoys met in Halby.',
      '“They are tired,” Ada Holm said.',
    ],
    no: [
      'Both Norland and Serica signed.',
      'Some 300 dockers walked out.',
      'Most ships waited outside.',
      'Three dockers were hurt.',
    ],
  },
  {
    id: 'leaning.demonstrative',
    match: new RegExp(
      String.raw`${open}(?:This|That|These|Those)(?! (?:week|month|year|morning|afternoon|evening|weekend|summer|winter|spring|autumn|time|is (?:the|an?) (?:first|last|second|third|only))\b)\b`,
      'u',
    ),
    gives: 'leans',
    because: 'It points at what stands before it.',
    yes: [
      'This angered growers in the valley.',
      'That is why the port stays shut.',
      'These measures were called harsh.',
    ],
    no: ['This week the port opens again.', 'The port opens this week.'],
  },
  {
    id: 'leaning.event',
    match: new RegExp(
      String.raw`${open}(?:The|Such an?) (?:(?!of\b)\p{Ll}+(?:-\p{Ll}+)? ){0,2}?(?:${toldNouns})(?:,? which|,? (?:on|late|early) \p{Lu}\p{Ll}+day)?,? (?:(?:has|had|have|is|was|were|are|will|would|could|may|might|also|later|then|now) )*(?:follow(?:s|ed)|came|comes|come|brought|brings|marks|marked|ends|ended|began|begins|took place|takes place|drew|draws|sparked|raised|prompted|means|meant|made|makes|left|leaves|is|was|were|are|has|had|happened|occurred|lasted|caused|led|sent|set|put|drove|fuell?ed|underscored|underlined|highlighted|signall?ed|signals|deals|dealt|shocked|stunned|angered|surprised)\b`,
      'u',
    ),
    gives: 'leans',
    because: 'Which event it means, only a sentence before tells.',
    yes: [
      'The verdict came as a shock to growers.',
      'The move comes amid a row over tariffs.',
      'The surprise decision drew anger in Halby.',
      'The incident happened near the gate.',
    ],
    no: [
      'The verdict of the court came as a shock to growers.',
      'The decision to close the port drew anger.',
      'The government followed the court.',
      'The attack on Dolma left four people dead.',
      'The negotiations broke off over fish on Friday.',
    ],
  },
  {
    id: 'leaning.rest',
    match: new RegExp(
      String.raw`${open}(?:The (?:other|others|remaining|rest|latter|former|same|first|second|third|two|three|four|pair|trio|duo)\b(?! (?:of (?!them|those|these)|\p{Ll}+ of \p{Lu}|\p{Ll}+ in \p{Lu}|time\b|half\b|quarter\b|day\b|minister|president|prime))|(?:Another|A further|An additional) (?:\d+|${span}))`,
      'u',
    ),
    gives: 'leans',
    because: 'It counts or names a part of what stands before it.',
    yes: [
      'The remaining two fled by boat.',
      'The two met for an hour.',
      'Another 12 were hurt.',
      'The latter refused.',
    ],
    no: [
      'The first time the port closed was in 1990.',
      'The former president of Serica was jailed.',
      'Other ships waited.',
    ],
  },
  {
    id: 'leaning.later',
    match: new RegExp(
      String.raw`${open}(?:(?:${span})?${unit} (?:later|earlier|(?:before|after)(?=,))[, ]|The (?:next|following|previous|same|day|week|night|morning)(?: ${unit}| morning| evening| afternoon)?(?: (?:before|after))?,? (?:the|he|she|it|they|an?|\p{Lu})|(?:Soon|Shortly|Moments|Immediately|Hours|Days|Weeks|Months|Years) (?:after(?:wards?)?|later|before|earlier),|At the (?:time|same time),|By then\b|Since then\b|Until then\b|From there\b|After that\b|Before that\b)`,
      'u',
    ),
    gives: 'leans',
    because: 'It counts its time from what stands before it.',
    yes: [
      'Two days later the port was shut.',
      'A day earlier, Ada Holm had resigned.',
      'Hours later, shells fell on Dolma.',
      'The following day the army denied it.',
      'Since then nobody has been seen.',
    ],
    no: [
      'Six weeks after the vote, the seat is empty.',
      'Two days of talks ended on Monday.',
      'Next week the port opens.',
    ],
  },
  {
    id: 'leaning.occasion',
    match:
      /\b(?:(?:took|takes|taking|take) part|attended|participated|joined in|(?:was|were) (?:there|present))(?: too| as well)?\.$/u,
    gives: 'leans',
    because: 'In what they took part, a sentence before says.',
    yes: ['Ada Holm and Olaf Berg also took part.', 'The mayor was present as well.'],
    no: ['Ada Holm took part in the talks.'],
  },
  {
    id: 'leaning.said-by-pronoun',
    match: new RegExp(
      String.raw`^(?:[“"][^”"]*[”"],?|\p{Lu}[^“”"\p{Lu}]*,)\s(?:he|she|they|it) (?:also |later |then |has |had )?(?:${cried})\b`,
      'u',
    ),
    gives: 'leans',
    because: 'It is said by somebody whom it does not name.',
    yes: ['“We will wait,” he said.', 'The talks have failed, she added on Monday.', '"Nobody is safe," they warned.'],
    no: [
      '“We will wait,” Ada Holm said.',
      'The talks failed, Holm said, and she added that all was lost.',
      'Ada Holm said she would stay.',
    ],
  },
];

/** “We will wait,” Ada Holm said. — inside a quotation whose speaker is named, "we" and "you" stand for nobody else. */
export const ownPronoun = new RegExp(String.raw`${open}(?:I|We|You|My|Our|Your|There)\b`, 'u');

/** "The talks ended …": which, a reader of the story may know; below a line of another event they would seem to be that one's. */
export const longEvent = new RegExp(String.raw`^The (?:${longEvents})\b`, 'u');
