import { figure } from '../words/numbers.ts';
import { stem } from '../words/stem.ts';

/** A number of a text with what it counts. */
export interface Quantity {
  readonly value: number;
  /** `seconds`, `percent`, a currency's name, or the stem of what is counted. */
  readonly unit: string;
  /** The words that say it, as worded. */
  readonly words: string;
  /** Said to be near, not exact. */
  readonly precision: 'exact' | 'rough';
}

const secondsIn: Readonly<Record<string, number>> = {
  second: 1,
  minute: 60,
  hour: 3_600,
  day: 86_400,
  week: 604_800,
};
const multiples: Readonly<Record<string, number>> = {
  dozen: 12,
  hundred: 100,
  thousand: 1_000,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  bn: 1e9,
  m: 1e6,
  k: 1_000,
};
const currencies: Readonly<Record<string, string>> = { $: 'dollar', '€': 'euro', '£': 'pound', '¥': 'yen' };

const numberWord =
  'a|an|half|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety';
const rough = String.raw`(?<rough>about|around|almost|nearly|roughly|approximately|some|over|under|at least|at most|up to|more than|less than|fewer than|as many as|an estimated)?`;
const pattern = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,])${rough}\s*(?<currency>[$€£¥])?\s?(?<number>\d[\d,]*(?:\.\d+)?|(?:${numberWord})\b(?:-(?:${numberWord})\b)?)(?<half>\s+and\s+a\s+half)?(?:[\s-]?(?<multiple>dozen|hundred|thousand|million|billion|trillion|bn\b|m\b|k\b))?(?<percent>\s?(?:%|per\s?cent\b))?(?:[\s-](?<rest>(?:(?!and\b)[\p{L}-]+\s?){1,3}))?(?<after>and\s+a\s+half)?`,
  'giu',
);

/** Units that nobody counts: an ordinal's rest, a clock, a year. */
const uncounted = new Set(['am', 'pm', 'gmt', 'of', 'in', 'on', 'to', 'and', 'or', 'the', 'at', 'by', 'for', 'from']);

/** The quantities that a sentence gives. "A" and "an" count only units of time. */
export function quantitiesIn(text: string): Quantity[] {
  return [...counted(text), ...magnitudes(text)];
}

/** "a magnitude 6.1 earthquake", "of magnitude 5". */
function magnitudes(text: string): Quantity[] {
  return [
    ...text.matchAll(
      /\bmagnitude(?:-| of | )(?<value>\d{1,2}(?:\.\d)?)(?!\d)|(?<![\d.])(?<before>\d\.\d)[- ]magnitude\b/giu,
    ),
  ].map(({ 0: words, groups }) => ({
    value: Number(groups?.['value'] ?? groups?.['before']),
    unit: 'magnitude',
    words,
    precision: 'exact',
  }));
}

function counted(text: string): Quantity[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const groups = match.groups ?? {};
    const number = numberOf(groups['number'] ?? '');
    const unit = unitOf(groups);
    if (number === undefined || unit === undefined) return [];
    const article = /^an?$/i.test(groups['number'] ?? '');
    if (article && unit.name !== 'seconds') return [];
    const half = groups['half'] !== undefined || groups['after'] !== undefined ? 0.5 : 0;
    const multiple = multiples[(groups['multiple'] ?? '').toLowerCase()] ?? 1;
    return [
      {
        value: (number + half) * multiple * unit.times,
        unit: unit.name,
        words: upTo(match[0], unit.noun ?? groups['percent'] ?? groups['multiple'] ?? groups['number'] ?? ''),
        precision: groups['rough'] === undefined ? 'exact' : 'rough',
      },
    ];
  });
}

/** Whether two quantities of one unit cannot both be right: further apart than rounding explains. */
export function disagree(one: Quantity, other: Quantity): boolean {
  if (one.unit !== other.unit) return false;
  const tolerance = one.precision === 'rough' || other.precision === 'rough' ? 0.12 : 0.001;
  return Math.abs(one.value - other.value) > tolerance * Math.max(one.value, other.value);
}

function numberOf(words: string): number | undefined {
  const lower = words.toLowerCase();
  if (lower === 'a' || lower === 'an') return 1;
  if (lower === 'half') return 0.5;
  const parts = lower.split('-').map((part) => Number(figure(part)));
  const sum = parts.reduce((total, part) => total + part, 0);
  return Number.isFinite(sum) && words !== '' ? sum : undefined;
}

interface Unit {
  readonly name: string;
  /** The noun as worded, where the number counts one. */
  readonly noun?: string;
  readonly times: number;
}

function unitOf(groups: Readonly<Record<string, string | undefined>>): Unit | undefined {
  const currency = currencies[groups['currency'] ?? ''];
  if (currency !== undefined) return { name: currency, times: 1 };
  if (groups['percent'] !== undefined) return { name: 'percent', times: 1 };
  const words = (groups['rest'] ?? '').toLowerCase().trim().split(/\s+/);
  // "half an hour", "two long hours": the noun may stand behind one or two words.
  const noun = words.find(
    (word) => (word.length > 3 && word.endsWith('s')) || singular(word) in secondsIn || word in plurals,
  );
  if (noun === undefined || uncounted.has(words[0] ?? '')) return undefined;
  const seconds = secondsIn[singular(noun)];
  if (seconds !== undefined) return { name: 'seconds', times: seconds, noun };
  return { name: plurals[noun] ?? stem(noun), times: 1, noun };
}

/** The matched words without those behind what is counted. */
function upTo(matched: string, last: string): string {
  const end = matched.toLowerCase().lastIndexOf(last.toLowerCase()) + last.length;
  const half = /^\s+and\s+a\s+half/i.exec(matched.slice(end))?.[0] ?? '';
  return `${matched.slice(0, end)}${half}`.trim();
}

/** Words that count people and have no "s", and words for the same. */
const plurals: Readonly<Record<string, string>> = {
  people: 'person',
  persons: 'person',
  men: 'person',
  civilians: 'person',
  troops: 'soldier',
  soldiers: 'soldier',
  peacekeepers: 'soldier',
  personnel: 'soldier',
  children: 'child',
};

function singular(word: string): string {
  return word.replace(/s$/, '');
}
