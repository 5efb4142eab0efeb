import type { Rule } from '../../rule.ts';

/** How a clause is told: as something planned, asked for, or only supposed. What no rule finds is told as done. */
export type Unreal = 'planned' | 'asked' | 'supposed';

const be = '(?:is|are|was|were|be|been|being)';

export const outlookRules: readonly Rule<Unreal>[] = [
  {
    id: 'planned.will',
    match: /\b(?:will|shall|won[’']t)\b(?!['’]s\b)|\p{L}[’']ll\b/iu,
    gives: 'planned',
    because: 'a "will"',
    yes: ['The port will open on Monday.', 'They’ll meet in May.', 'The strike won’t go on.'],
    no: ['The port opened on Monday.', 'A willing crowd came.'],
  },
  {
    id: 'planned.would',
    match: /\bwould\b(?! have\b)/iu,
    gives: 'planned',
    because: 'a "would", as what is to come is reported',
    yes: ['She said that the port would open in May.'],
    no: ['It would have failed.'],
  },
  {
    id: 'planned.is-to',
    match: /\b(?:is|are|was|were) to (?!blame\b|date\b)\p{Ll}+/u,
    gives: 'planned',
    because: 'an "is to"',
    yes: ['The court is to rule on Friday.', 'The leaders are to meet in Sunde.'],
    no: ['The driver was to blame.', 'He went to Sunde.'],
  },
  {
    id: 'planned.due',
    match: new RegExp(
      String.raw`\b(?:due|set|expected|scheduled|planned|slated|poised|likely|bound|about|ready|supposed|meant|prepared) to (?!rain\b|the\b|an?\b|snow\b|poor\b|bad\b)\p{Ll}+|\b${be} (?:due|scheduled|planned|expected|slated)\b(?! to\b)|\bgoing to \p{Ll}+`,
      'iu',
    ),
    gives: 'planned',
    because: 'it is announced or expected',
    yes: [
      'The talks are due to begin.',
      'A vote is scheduled for May.',
      'They are going to strike.',
      'The visit is expected next week.',
    ],
    no: ['Due to rain the match was stopped.', 'The set was sold.', 'They talked about the deal.'],
  },
  {
    id: 'planned.plans',
    match:
      /\b(?:plan(?:s|ning|ned)?|intend(?:s|ed|ing)?|prepar(?:e|es|ed|ing)|aim(?:s|ed|ing)?|vow(?:s|ed|ing)?|pledg(?:e|es|ed|ing)|promis(?:e|es|ed|ing)|agree(?:s|d)?|decid(?:e|es|ed)|threaten(?:s|ed|ing)?|hop(?:e|es|ed|ing)|want(?:s|ed)?|offer(?:s|ed)?|expect(?:s|ed)?) to (?!the\b|an?\b)\p{Ll}+/u,
    gives: 'planned',
    because: 'somebody means to do it',
    yes: ['The union plans to strike.', 'They agreed to meet.', 'He vowed to return.'],
    no: ['They agreed to the deal.', 'The plans lay on the table.'],
  },
  {
    id: 'planned.coming-day',
    match:
      /\b(?:next (?:week|month|year|spring|summer|autumn|winter|fall|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)|tomorrow|ahead of|upcoming|on the eve of|later this (?:week|month|year))\b/iu,
    gives: 'planned',
    because: 'a day to come',
    yes: ['Talks begin next week.', 'Police were out ahead of the vote.'],
    no: ['The next man was freed.'],
  },
  {
    id: 'asked.asks',
    match:
      /\b(?:call(?:s|ed|ing)? (?:for|on)|urg(?:e|es|ed|ing)|demand(?:s|ed|ing)?|ask(?:s|ed|ing)? (?:for|\p{L}+(?: \p{L}+){0,4} to)|appeal(?:s|ed|ing)? (?:for|to)|request(?:s|ed|ing)?|insist(?:s|ed|ing)? (?:on|that)|propos(?:e|es|ed|ing)|recommend(?:s|ed|ing)?|should|must|ought to|needs? to)\b/iu,
    gives: 'asked',
    because: 'somebody asks for it',
    yes: [
      'The union demanded a rise of nine per cent.',
      'She called for a truce.',
      'The mayor must go.',
      'They asked the court to free him.',
    ],
    no: ['The rise was nine per cent.', 'The musty room was closed.'],
  },
  {
    id: 'supposed.if',
    match: /\b(?:if|unless|whether|in case|provided that|as long as)\b/iu,
    gives: 'supposed',
    because: 'it hangs on something else',
    yes: ['They will strike unless the offer is raised.', 'If the dam breaks, the town is lost.'],
    no: ['The drift was seen.'],
  },
  {
    id: 'supposed.may',
    match: /\b(?:may|might|could|can|possibl[ey]|perhaps)\b(?! \d)/u,
    gives: 'supposed',
    because: 'it is only possible',
    yes: ['The toll may rise.', 'The deal could fail.'],
    no: ['In May 2024 the bridge fell.', 'Mayor Bruun left.'],
  },
];
