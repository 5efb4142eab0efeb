/** Words for numbers, with their values. */
export const smallNumbers: Readonly<Record<string, number>> = Object.fromEntries([
  ...'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value): [string, number] => [word, value]),
  ...'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, index): [string, number] => [word, (index + 2) * 10]),
]);

export const largeNumbers: Readonly<Record<string, number>> = {
  dozen: 12,
  hundred: 100,
  thousand: 1_000,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  bn: 1e9,
  mn: 1e6,
};

export const currencySigns: Readonly<Record<string, string>> = { $: 'dollar', '€': 'euro', '£': 'pound', '¥': 'yen' };

export const currencyWords: Readonly<Record<string, string>> = {
  dollar: 'dollar',
  dollars: 'dollar',
  usd: 'dollar',
  euro: 'euro',
  euros: 'euro',
  pound: 'pound',
  pounds: 'pound',
  sterling: 'pound',
  yen: 'yen',
  yuan: 'yuan',
  rouble: 'rouble',
  roubles: 'rouble',
  ruble: 'rouble',
  rubles: 'rouble',
  rupee: 'rupee',
  rupees: 'rupee',
  crown: 'crown',
  crowns: 'crown',
  franc: 'franc',
  francs: 'franc',
  peso: 'peso',
  pesos: 'peso',
};

/** What stands before a number and says that it is no exact one. */
export const boundWords: Readonly<Record<string, 'at least' | 'more than' | 'at most' | 'less than' | 'about'>> = {
  'at least': 'at least',
  'no fewer than': 'at least',
  'no less than': 'at least',
  'not less than': 'at least',
  'a minimum of': 'at least',
  'more than': 'more than',
  over: 'more than',
  above: 'more than',
  'upwards of': 'more than',
  'in excess of': 'more than',
  'well over': 'more than',
  'upward of': 'more than',
  'at most': 'at most',
  'up to': 'at most',
  'as many as': 'at most',
  'as much as': 'at most',
  'no more than': 'at most',
  'not more than': 'at most',
  'less than': 'less than',
  'fewer than': 'less than',
  under: 'less than',
  below: 'less than',
  nearly: 'about',
  almost: 'about',
  about: 'about',
  around: 'about',
  roughly: 'about',
  approximately: 'about',
  some: 'about',
  'an estimated': 'about',
  estimated: 'about',
  'close to': 'about',
  'just over': 'about',
  'just under': 'about',
  reportedly: 'about',
};

/** Words for those who are counted, each with the term by which they are compared. */
export const countedAs: Readonly<Record<string, string>> = {
  people: 'person',
  person: 'person',
  persons: 'person',
  men: 'man',
  women: 'woman',
  children: 'child',
  troops: 'soldier',
  civilians: 'civilian',
  personnel: 'soldier',
  lives: 'person',
  others: 'person',
  residents: 'resident',
  percentage: 'percent',
};

export const timeUnits: ReadonlySet<string> = new Set(
  'second seconds minute minutes hour hours day days week weeks month months year years decade decades century centuries'.split(
    ' ',
  ),
);

/** What becomes of those who are counted: two counts are of one thing only where this is the same. */
export const fates: Readonly<Record<string, readonly string[]>> = {
  dead: 'kill die dead death toll fatality victim perish body life fatal'.split(' '),
  hurt: 'injure wound hurt injury casualty'.split(' '),
  missing: 'missing unaccounted'.split(' '),
  unidentified: 'unidentified'.split(' '),
  arrested: 'arrest detain custody'.split(' '),
  displaced: 'evacuate displace flee homeless'.split(' '),
  rescued: 'rescue save'.split(' '),
  infected: 'infect case sick ill'.split(' '),
  striking: 'strike striker walkout'.split(' '),
  jobs: 'job layoff'.split(' '),
  released: 'release free'.split(' '),
};

export const secondsIn: Readonly<Record<string, number>> = {
  second: 1,
  minute: 60,
  hour: 3_600,
  day: 86_400,
  week: 604_800,
};
