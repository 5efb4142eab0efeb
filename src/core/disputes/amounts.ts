import { figure } from '../words/numbers.ts';

const multiples: Readonly<Record<string, number>> = { dozen: 12, hundred: 100, thousand: 1_000, million: 1e6 };
const numberWord =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety';
const hedge =
  'about|around|almost|nearly|roughly|approximately|some|over|at least|more than|less than|fewer than|as many as|up to|an estimated';

/** A number of things as worded: "at least 31", "4,000", "twenty-five", "a dozen", "two thousand". */
export const amountPattern = String.raw`(?:\b(?:${hedge}) )?(?<![\p{L}\d.,$€£])(?:\d{1,3}(?:,\d{3})+|\d+|(?:${numberWord})(?:-(?:${numberWord}))?|an?(?= (?:dozen|hundred|thousand|million)))(?![\d.,]\d|-\p{L}|\p{L})(?: (?:dozen|hundred|thousand|million)\b)?`;

/** Whether a text may hold such words: most hold none, and to see that takes a fraction of the time. */
export function mayGiveAmount(text: string): boolean {
  return numberSign.test(text);
}

const numberSign = new RegExp(String.raw`\d|(?<!\p{L})(?:${numberWord}|dozen|hundred|thousand|million)`, 'iu');

/** The value of such words; undefined when they are none. */
export function amount(words: string): { readonly value: number; readonly precision: 'exact' | 'rough' } | undefined {
  const parts =
    /^(?<hedge>(?:[a-z]+ )*?)(?<number>an?|[\d,]+|[a-z]+(?:-[a-z]+)?)(?: (?<multiple>dozen|hundred|thousand|million))?$/iu.exec(
      words.trim(),
    )?.groups;
  const number = parts?.['number']?.toLowerCase() ?? '';
  const value = /^an?$/.test(number)
    ? 1
    : number.split('-').reduce((sum, part) => sum + Number(figure(part) ?? Number.NaN), 0);
  if (Number.isNaN(value)) return undefined;
  const times = multiples[parts?.['multiple']?.toLowerCase() ?? ''] ?? 1;
  return { value: value * times, precision: parts?.['hedge'] === '' ? 'exact' : 'rough' };
}
