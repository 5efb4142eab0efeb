import { irregularForms } from '../../../words/irregular-forms.ts';
import type { Rule } from '../../rule.ts';

/** Stands for the words of a day in what the rules look at. */
export const theDay = '§';

const events =
  '(?:talks?|meetings?|votes?|strikes?|walkouts?|summits?|hearings?|visits?|marche?s?|rall(?:y|ies)|elections?|referendums?|sessions?|conferences?|negotiations|discussions?|debates?|ceremon(?:y|ies)|round|interviews?|protests?|game|match)';
const on = '(?: on| early| late| next| this| by| for)*';

/** "rose", "passed": forms of the past, the participles among them; those first that the list of irregular forms leaves out. */
const pastVerb = String.raw`(?:was|were|had|found|hit|put|cut|set|${[...irregularForms.keys()].join('|')}|\p{Ll}{3,}ed)`;

/** Whether a day lies ahead of or behind the day on which a sentence was written, by the words that it belongs to. The first that fires decides. */
export const dayDirectionRules: readonly Rule<'ahead' | 'behind'>[] = [
  {
    id: 'day.before-event',
    match: new RegExp(
      `\\b(?:ahead of|before|in time for|on the eve of|in the run-up to|prepar(?:e|es|ing|ed) for|looks? to|until) (?:\\p{L}+ )?${theDay}(?:’s|'s)? \\p{Ll}+`,
      'iu',
    ),
    gives: 'ahead',
    because: 'What comes before it is told, so it is to come.',
    yes: [`Ships were turned away ahead of ${theDay}’s strike.`, `They asked for calm before ${theDay}'s vote.`],
    no: [`He spoke after ${theDay}’s vote.`],
  },
  {
    id: 'day.open-event',
    match: new RegExp(
      `${theDay}(?:’s|'s)? (?:\\p{L}+ ){0,3}?${events}\\b.*\\b(?:(?:will|would|shall|is to|are to) (?:not |now |still )?(?:be (?:held|in|at|about|attended|led|chaired|closed|open|short)|take|begin|start|open|go|decide|focus|cover|last|bring|deal)|yet to|has not been|have not been|not yet|remains? (?:open|unclear|uncertain)|is still (?:open|unclear|planned|due|to)|is (?:due|expected|planned|scheduled|set))\\b`,
      'iu',
    ),
    gives: 'ahead',
    because: 'What is to be on that day is not settled yet.',
    yes: [`Who leads ${theDay}’s rally has not been decided.`, `${theDay}'s vote will go ahead in the rain.`],
    no: [`${theDay}’s meeting ended without a deal.`, `${theDay}’s talks will be long remembered.`],
  },
  {
    id: 'day.held-out',
    match: new RegExp(
      `\\b(?:invit|summon|schedul|plann?|propos|conven|arrang|book|expect|demand|seek|prepar|want|request|offer)(?:e|es|ed|s|ing)?\\b(?: (?!that\\b)[\\p{L}’'-]+){0,8}? ${events}(?: (?:in|at|with) [\\p{L}’' -]{2,30}?)?${on} ${theDay}`,
      'iu',
    ),
    gives: 'ahead',
    because: 'What somebody is invited to or plans is to come.',
    yes: [
      `Her lawyers requested a second hearing in Lunt on ${theDay}, as the judge was ill.`,
      `Ada Holm proposed another meeting in Halby on ${theDay}.`,
      `The party plans a rally on ${theDay}.`,
    ],
    no: [`The employers met the union for talks on ${theDay}.`, `They invited the union on ${theDay}.`],
  },
  {
    id: 'day.ready-to',
    match: new RegExp(
      `\\b(?:ready|poised|about|set|due|determined|preparing|prepared|threatening|threatened|threaten|vowing|vowed|vow|promising|promised|planning|planned|plan|intending|intend|intends|hoping|hope|hopes|aiming|aim|aims|agreed|going|likely|certain|sure|bound|able|free|scheduled|expected|slated|unable|asked|ordered|told|urged|called on [\\p{L}’' ]{2,30}) (?:not )?to (?!the\\b|an?\\b|his\\b|her\\b|their\\b|its\\b)\\p{Ll}+(?: (?!that\\b|when\\b|after\\b|as\\b)[\\p{L}\\d’'%-]+){0,8}?${on} ${theDay}`,
      'iu',
    ),
    gives: 'ahead',
    because: 'Somebody is ready, asked or bound to do it then.',
    yes: [
      `Nurses in four towns are poised to leave their wards late ${theDay}.`,
      `The crews threatened to leave the port on ${theDay}.`,
      `She agreed to meet the union on ${theDay}.`,
    ],
    no: [`The crews were ready when the ship came on ${theDay}.`],
  },
  {
    id: 'day.condition',
    match: new RegExp(
      `\\b(?:will|would|could|may|might|must|shall|can)\\b(?: (?!that\\b|after\\b|said\\b)[\\p{L}\\d’'%-]+){1,9}?${on} ${theDay}|${theDay}(?: morning| evening| night| afternoon)?,? (?:unless|if (?:no|the|they|it|he|she))\\b`,
      'iu',
    ),
    gives: 'ahead',
    because: 'It is told as what will or may be.',
    yes: [`Dockers will walk out early on ${theDay}.`, `The port shuts ${theDay} unless a deal is found.`],
    no: [`She would not say what was done on ${theDay}, he said.`.replace('what was done', 'that it broke')],
  },
  {
    id: 'day.arriving',
    match: new RegExp(
      `(?<!\\b(?:was|were|been|after|since) )\\b(?:arriving|leaving|departing|returning|taking effect|opening|resuming|visiting)(?: (?:in|at|for|from|to) [\\p{L} ]{2,20})?${on} ${theDay}`,
      'iu',
    ),
    gives: 'ahead',
    because: 'A form in -ing beside a day is a timetable.',
    yes: [`The envoys are arriving ${theDay}, according to the ministry.`],
    no: [`He was leaving the port on ${theDay} when shots fell.`, `The ship, arriving with aid, sank on ${theDay}.`],
  },
  {
    id: 'day.then-past',
    match: new RegExp(
      `^\\W*(?:(?:But|And|Then|Later|Early|Late) )?(?:on |in |by |early |late )*${theDay}(?: morning| evening| night| afternoon)?(?:,|,? (?=\\p{Ll}|\\p{Lu}))(?![^.;]{0,120}\\b(?:will|would|shall|is to|are to|is due|are due|expected to|plans? to|scheduled)\\b)[^.;]{0,120}?\\b(?:${pastVerb})\\b`,
      'iu',
    ),
    gives: 'behind',
    because: 'The day stands first and a verb of the past behind it.',
    yes: [
      `On ${theDay}, divers found the wreck.`,
      `On ${theDay} the senate passed the law.`,
      `On ${theDay} the river froze.`,
    ],
    no: [`On ${theDay} the town will vote.`, `On ${theDay} the court is expected to rule, as planned.`],
  },
];
