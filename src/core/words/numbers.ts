const small = (
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen ' +
  'nineteen'
).split(' ');
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const large = [
  'hundred',
  'thousand',
  'million',
  'billion',
  'trillion',
  'dozen',
  'half',
  'hundreds',
  'thousands',
  'millions',
  'billions',
  'dozens',
];

const values = new Map<string, string>([
  ...small.map((word, value): [string, string] => [word, String(value)]),
  ...tens.map((word, index): [string, string] => [word, String((index + 2) * 10)]),
]);

/** The figure of a number word ("three" is "3"), or of a number without its separators ("3,000" is "3000"). */
export function figure(word: string): string | undefined {
  if (/^\d/.test(word)) return word.replaceAll(/,(?=\d{3})/g, '');
  return values.get(word);
}

const wordPattern = [...small, ...tens, ...large].join('|');
const one = String.raw`(?:[$€£¥]\s?)?(?:\d[\d,.]*\d|\d|\b(?:${wordPattern})\b)(?:-(?:${wordPattern})\b)?`;
const hedge = String.raw`(?:\b(?:about|around|almost|nearly|roughly|approximately|[Ss]ome|over|under|at least|at most|up to|more than|less than|fewer than|as many as|as much as|an estimated)\s+)?`;
const unit = String.raw`(?:\s?(?:%|percent\b|per cent\b|percentage points\b|dollars?\b|euros?\b|pounds?\b|rubles?\b|roubles?\b|yen\b))?`;

const oneAndMore = String.raw`\b(?:an?|half an?)\s(?:second|minute|hour|day|week|month|year|decade|century)\b(?:\sand\sa\s(?:half|quarter)\b)?`;

/** A number phrase as worded: "more than 3,000", "$1.5 billion", "three and a half", "nearly an hour and a half". */
export const numberPhrase = new RegExp(
  String.raw`${hedge}(?:${oneAndMore}|${one}(?:\s+(?:${large.join('|')})\b)*(?:\s(?:and|to|or)\s(?:a\s)?(?:half|${one}))?${unit})`,
  'giu',
);
