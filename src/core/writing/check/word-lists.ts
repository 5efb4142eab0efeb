import { months, weekdayNames } from '../../reading/english/function-words.ts';

const words = (list: string): string[] => list.trim().split(/\s+/);

/** Words that come and go without changing what is said. */
export const free: ReadonlySet<string> = new Set(words('the a an that'));

/** Words that only lend weight. They may be left out of a sentence that neither denies nor limits anything; none is added. */
export const emphatic: ReadonlySet<string> = new Set(
  words('also however meanwhile moreover furthermore very really strongly sharply firmly warmly deeply indeed'),
);

export const denying: ReadonlySet<string> = new Set(
  words(
    'not no never nobody none nothing neither nor nowhere without hardly barely scarcely rarely seldom unlikely unable',
  ),
);

export const modal: ReadonlySet<string> = new Set(
  words(`may can could should must ought shall will would likely possible possibly perhaps maybe probably potentially
    reportedly allegedly apparently supposedly alleged suspected attempted planned proposed expected`),
);

/** Words that limit, condition or set against: the clause they stand in is never left out, nor is weight taken from it. */
export const limiting: ReadonlySet<string> = new Set([
  ...denying,
  ...modal,
  ...words(`if unless whether until before after since because but although despite except while when than rather instead
    only just merely few fewer little less least most many several some any every all each both either half almost nearly
    about over partly partially mostly first last once still yet so or as otherwise provided`),
]);

/** Forms by which news says that somebody says something, and that may move with the speaker to either end. */
export const reporting: ReadonlySet<string> = new Set(
  words(`said told tells warned cautioned insisted added announced declared claimed argued noted explained admitted stressed
    warns insists adds announces claims argues notes explains admits stresses confirmed confirms wrote writes replied`),
);

export const calendar: ReadonlySet<string> = new Set([...months, ...weekdayNames].map((name) => name.toLowerCase()));
export const monthNames: ReadonlySet<string> = new Set(months.map((name) => name.toLowerCase()));

/** Each row: words or phrases that say the same in the same inflection; the first stands for all. */
const same = `
  begin|start  begins|starts  began|started  beginning|starting  ended|finished  buy|purchase  bought|purchased
  buying|purchasing  help|assist  helped|assisted  helping|assisting  need|require  needs|requires  needed|required
  allow|permit  allows|permits  allowed|permitted  allowing|permitting  banned|prohibited  bans|prohibits  try|attempt
  tries|attempts  tried|attempted  happened|occurred|took_place  happens|occurs  stopped|halted  built|constructed
  fixed|repaired  repairing|fixing  injured|wounded  resigned|quit|stepped_down  left|departed  big|large  bigger|larger
  biggest|largest  quickly|rapidly|swiftly  phone|telephone  phoned|telephoned  firm|company  firms|companies  soldiers|troops
  country|nation  countries|nations  talks|discussions  children|kids  used|utilised  use|utilise  kept|retained
  because|because_of|due_to|owing_to  to|in_order_to  and|as_well_as  although|though|even_though  until|till
  towards|toward  among|amongst  amid|amidst  while|whilst  may|might  before|prior_to  must|have_to|has_to
  said|says|stated|told_reporters|told_journalists|told_the_media|tells_reporters  warned|cautioned  percent|per_cent
  us|united_states  uk|united_kingdom  eu|european_union  un|united_nations  premier|prime_minister  metre|meter  metres|meters
  a_few|a_few  a_little|a_little  everyone|everybody  someone|somebody  nobody|no_one  almost|nearly  later|afterwards`;

/** What stands for a word or `two_words`, where something else does. */
export const standsFor: ReadonlyMap<string, string> = new Map(
  words(same).flatMap((row) => {
    const [first = '', ...others] = row.split('|');
    return others.map((other): [string, string] => [other, first]);
  }),
);

/** Before a number these say the same. */
export const beforeNumbers: ReadonlyMap<string, string> = new Map([
  ...words('around roughly approximately some').map((word): [string, string] => [word, 'about']),
  ['more_than', 'over'],
  ['up_to', 'up_to'],
  ['as_many_as', 'up_to'],
]);

export const currencySigns: ReadonlyMap<string, string> = new Map([
  ['$', 'dollars'],
  ['€', 'euros'],
  ['£', 'pounds'],
  ['¥', 'yen'],
]);
