import type { Rule } from '../../rule.ts';

/** Words that turn what is said into its opposite. */
export const negationRules: readonly Rule<'denied'>[] = [
  {
    id: 'denied.not',
    match: /\b(?:not(?! only\b| just\b| merely\b)|cannot|never|nor|neither)\b|n[’']t\b/iu,
    gives: 'denied',
    because: 'a "not"',
    yes: ['The town was not taken.', 'They won’t sign.', 'It has never been tried.'],
    no: ['They took not only the town.', 'The knot was tied.'],
  },
  {
    id: 'denied.no',
    match:
      /\b(?:no(?! longer than\b| less than\b| fewer than\b| more than\b| later than\b)|nobody|none|nothing|no one)\b/iu,
    gives: 'denied',
    because: 'a "no"',
    yes: ['No deal was reached.', 'None of the crew was hurt.', 'They no longer pay.'],
    no: ['No fewer than nine were hurt.', 'It was known.'],
  },
  {
    id: 'denied.without',
    match: /\bwithout\b/iu,
    gives: 'denied',
    because: 'a "without"',
    yes: ['The crew sailed home without a catch.'],
    no: ['The talks ended with a deal.'],
  },
  {
    id: 'denied.denies',
    match:
      /\b(?:den(?:y|ies|ied|ying)(?! (?:the )?(?:entry|access|bail|visas?)\b)|rul(?:e|es|ed|ing) out|rebut(?:s|ted|ting)?|disput(?:e[sd]|ing) (?:that|the))\b/iu,
    gives: 'denied',
    because: 'somebody denies it',
    yes: ['The army denied that the town had fallen.', 'She ruled out a coalition.'],
    no: ['They were denied entry at the gate.'],
  },
  {
    id: 'denied.refuses',
    match:
      /\b(?:refus(?:e|es|ed|ing|al)|declin(?:e|es|ed|ing) (?=to\b)|fail(?:s|ed|ing)? (?=to\b)|unable (?=to\b)|turn(?:s|ed|ing)? down|stop(?:s|ped|ping)? short of)\b/iu,
    gives: 'denied',
    because: 'somebody does not do it',
    yes: ['The Front refused to talk.', 'They failed to agree.', 'The union turned down the offer.'],
    no: ['Sales declined in March.', 'The bank failed in 2008.'],
  },
];
