import type { Sentence, TextSpan } from '../articles/article.ts';
import type { DatedReading } from './reading.ts';
import { dayDirection } from '../language/day-direction.ts';
import { vagueDates } from './find-vague-dates.ts';
import type { PassageYear } from './passage-years.ts';
import { months, weekdayNames } from './english/function-words.ts';

interface FoundDate {
  readonly date: string;
  readonly precision: DatedReading['precision'];
  readonly words: TextSpan;
}

const monthNames = `${months.join('|')}|${months.map((month) => `${month.slice(0, 3)}\\.?`).join('|')}|Sept\\.?`;
const dayMonth = new RegExp(
  String.raw`\b(\d{1,2})(?:st|nd|rd|th)?(?: of)? (${monthNames})(?:(?:,| of)? (\d{4}))?(?![\p{L}\d])`,
  'gu',
);
const monthDay = new RegExp(
  String.raw`\b(${monthNames}) (\d{1,2})(?:st|nd|rd|th)?(?:(?:,| of)? (\d{4}))?(?![\p{L}\d]|:\d)`,
  'gu',
);
const iso = /\b(\d{4})-(\d{2})-(\d{2})(?=T\d|\b)/gu;
/** "from 3 to 5 March 2024", "March 3 and 5, 2024", "between March 3 and March 5, 2024": the day that leans on another. */
const leaning: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?<day>\d{1,2})(?: ?[-–] ?| to | and )(?:\d{1,2}) (?<month>${monthNames})(?:,? (?<year>\d{4}))?`,
    'gu',
  ),
  new RegExp(
    String.raw`\b(?<month>${monthNames}) \d{1,2}(?: ?[-–] ?| to | and )(?<day>\d{1,2})(?![\d:])(?:,? (?<year>\d{4}))?`,
    'gu',
  ),
  new RegExp(
    String.raw`\b(?<month>${monthNames}) (?<day>\d{1,2}) (?:to|and) (?:${monthNames}) \d{1,2},? (?<year>\d{4})`,
    'gu',
  ),
];
const weekday = new RegExp(
  String.raw`\b(?:(last|next|this|past|coming) )?(${weekdayNames.join('|')})\b(?:’s|'s)?`,
  'gu',
);
const nearDays =
  /\b(the day before yesterday|the day after tomorrow|today|tonight|yesterday|tomorrow|this morning|this afternoon|this evening|last night)\b/giu;
const numbers = 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen'.split(' ');
const ago = new RegExp(String.raw`\b(an?|\d{1,3}|${numbers.join('|')}) days? ago\b`, 'giu');
const inDays = new RegExp(String.raw`\bin (\d{1,2}|${numbers.join('|')}) days?\b(?! of\b)`, 'giu');
const slashed = /(?<![\d/])(\d{1,2})\/(\d{1,2})\/(\d{4})(?![\d/])/gu;

/**
 * The dates of a sentence, with the words that give them. Relative ones ("on Monday", "yesterday") count from
 * `published` (ISO 8601 UTC); without it only absolute ones with a year are found. `passage` is the year that the sentences
 * before tell of.
 * In news a bare weekday is the last one up to publication, unless the sentence speaks of what is to come.
 */
export function findDates(sentence: Sentence, published: string | undefined, passage?: PassageYear): DatedReading[] {
  const anchor = published === undefined ? undefined : Date.parse(`${published.slice(0, 10)}T00:00:00Z`);
  const found = [
    ...absolute(sentence.text, anchor, passage),
    ...(anchor === undefined ? [] : [...nearby(sentence.text, anchor), ...weekdays(sentence.text, anchor)]),
    ...vagueDates(sentence.text, anchor, {
      isAhead: (words) => speaksOfFuture(sentence.text, words),
      ...(passage !== undefined && { passage }),
    }),
  ];
  return withoutOverlaps(found).map(({ date, precision, words }) => ({
    sentence: sentence.index,
    start: sentence.start,
    end: sentence.end,
    date,
    precision,
    words: { start: sentence.start + words.start, end: sentence.start + words.end },
  }));
}

function absolute(text: string, anchor: number | undefined, passage: PassageYear | undefined): FoundDate[] {
  const found: (FoundDate | undefined)[] = [];
  for (const match of text.matchAll(iso))
    found.push(day(match, { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }));
  for (const match of text.matchAll(slashed)) found.push(slashedDay(match));
  for (const pattern of leaning) {
    for (const match of text.matchAll(pattern)) {
      const { day: number, month, year } = match.groups ?? {};
      const date = dayOf(match, { day: number, month, year }, { anchor, passage });
      const at = match.index + match[0].lastIndexOf(number ?? '', pattern === leaning[1] ? undefined : 20);
      if (date !== undefined) found.push({ ...date, words: { start: at, end: at + (number?.length ?? 0) } });
    }
  }
  for (const match of text.matchAll(dayMonth))
    found.push(dayOf(match, { day: match[1], month: match[2], year: match[3] }, { anchor, passage }));
  for (const match of text.matchAll(monthDay))
    found.push(dayOf(match, { day: match[2], month: match[1], year: match[3] }, { anchor, passage }));
  return found.filter((date) => date !== undefined);
}

/** Of "03/04/2025" nothing says which is the month: only what can be read in one way is. */
function slashedDay(match: RegExpExecArray): FoundDate | undefined {
  const [first, second, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (first <= 12 && second <= 12 && first !== second) return undefined;
  return day(match, first > 12 ? { year, month: second, day: first } : { year, month: first, day: second });
}

const nearOffsets: Readonly<Record<string, number>> = {
  'the day before yesterday': -2,
  yesterday: -1,
  'last night': -1,
  tomorrow: 1,
  'the day after tomorrow': 2,
};

function nearby(text: string, anchor: number): FoundDate[] {
  const at = (match: RegExpExecArray, offset: number): FoundDate => ({
    date: isoDay(anchor + offset * dayMs),
    precision: 'day',
    words: spanOf(match),
  });
  return [
    ...[...text.matchAll(nearDays)].map((match) => at(match, nearOffsets[(match[1] ?? '').toLowerCase()] ?? 0)),
    ...[...text.matchAll(ago)].map((match) => at(match, -numberOf(match[1]))),
    ...[...text.matchAll(inDays)].map((match) => at(match, numberOf(match[1]))),
  ];
}

function numberOf(word = ''): number {
  const spelled = numbers.indexOf(word.toLowerCase()) + 1;
  return /^an?$/i.test(word) ? 1 : spelled > 0 ? spelled : Number(word);
}

function weekdays(text: string, anchor: number): FoundDate[] {
  // "Monday, Oct. 26" is the day that the month and the number say.
  const alone = [...text.matchAll(weekday)].filter(
    ({ 0: words, index }) =>
      !isDated.test(text.slice(index + words.length)) && !isNoDay(text, index, index + words.length),
  );
  return alone.map((match) => {
    const wanted = weekdayNames.indexOf(match[2] ?? '');
    const today = new Date(anchor).getUTCDay();
    const ahead = (wanted - today + 7) % 7;
    const behind = (today - wanted + 7) % 7;
    const offset = weekdayOffset(match[1]?.toLowerCase(), {
      ahead,
      behind,
      future: speaksOfFuture(text, spanOf(match)),
    });
    return { date: isoDay(anchor + offset * dayMs), precision: 'day', words: spanOf(match) };
  });
}

function weekdayOffset(
  qualifier: string | undefined,
  { ahead, behind, future }: { readonly ahead: number; readonly behind: number; readonly future: boolean },
): number {
  if (qualifier === 'next' || qualifier === 'coming') return ahead === 0 ? 7 : ahead;
  if (qualifier === 'last' || qualifier === 'past') return behind === 0 ? -7 : -behind;
  return future ? ahead : -behind;
}

const futureWords =
  /(?<!\bhad been )\b(?:will|would|shall|going to|planning to|plans|expected to|is expected|are expected|due to|is due|are due|plans? to|planned for|scheduled|set to|to be held|to meet|is to|are to|ahead of|later this|upcoming|prepares? to|on the eve of)\b/iu;

/** Looks at the clause around the day: what is announced lies ahead, what is reported lies behind. */
function speaksOfFuture(text: string, words: TextSpan): boolean {
  const known = dayDirection(text, words)?.gives;
  if (known !== undefined) return known === 'ahead';
  const at = words.start;
  const before = text.slice(0, at);
  if (reported.test(before) || /^\w+(?:['’]s|s['’])\s/u.test(text.slice(at))) return false;
  if (deadline.test(before) || coming.test(before) || rearranged.test(before)) return true;
  const from = clauseStart(text, at);
  if (tellsWhatWas(text.slice(from, at))) return false;
  const behind = text.slice(at, at + 40).split(/[,;]/, 1)[0] ?? '';
  return futureWords.test(text.slice(from, at) + behind);
}

/** "told Fox News on", "met in Brussels on": the last verb before the day says that it has been, whatever is to come beside it. */
function tellsWhatWas(before: string): boolean {
  if (/\b(?:for|by|until|till|before|from) $/iu.test(before)) return false;
  const last = [...before.matchAll(timedVerb)].at(-1);
  return last?.groups?.['past'] !== undefined;
}

const timedVerb = new RegExp(
  [
    String.raw`\b(?<ahead>(?:will|would|shall|can|could|may|might|must|should|be) \p{Ll}+|expected|scheduled|planned|due|set|plans?|going)\b`,
    String.raw`\bto (?!the\b|an?\b|his\b|her\b|its\b|their\b)\p{Ll}+`,
    String.raw`(?<past>(?<!\bbe )\b(?:said|told|met|spoke|wrote|went|came|took|began|flew|left)\b|(?<=\b(?:he|she|they|it|who|\p{Lu}[\p{L}’'-]+) )\p{L}+ed\b)`,
  ].join('|'),
  'gu',
);

/** The mark before the clause of a place: over commas behind which no verb stands ("will meet in the capital, Oslo, on …"). */
function clauseStart(text: string, at: number): number {
  let from = at;
  do from = Math.max(text.lastIndexOf(',', from - 1), text.lastIndexOf(';', from - 1), 0);
  while (from > 0 && text[from] === ',' && !anyVerb.test(text.slice(from, at)));
  return from;
}

const anyVerb =
  /\b(?:\p{L}+ed|\p{L}+ing|is|are|was|were|has|have|had|will|would|can|may|said|says|met|held|came|began|went|took|made|he|she|they|who|which|that)\b/u;

/** "met Monday", "announced on Wednesday": the verb beside it says that it has been, unless it is to "be announced". */
const reported =
  /(?<!\b(?:be|gets?) )\b(?:\p{L}+ed|said|met|held|read|came|began|won|lost|went|left|sent|told|took|spoke|ran|broke|fell|rose)(?: on| late| early)? $/iu;
/** "opens on Wednesday": a timetable speaks in the present. */
const coming =
  /(?<!\bdid(?: not|n[’']t)? |\bdidn[’']t )\b(?:opens?|starts?|begins?|meets?|votes?|visits?|travels?|arrives?|leaves?|resumes?|flies|ends?|expires?|returns?|takes place)(?: [\p{L}’']+){0,3} on $/iu;
const deadline =
  /\b(?:until|till|as (?:soon|early|late) as|no later than|starting|beginning|effective|postponed to)(?: (?:on|next|this|noon|midnight|\d[\d:. apm]*|[A-Z]{2,4}T))* ?$/iu;

/** "moved to Monday", "called off the talks, which were due on Tuesday": the old day and the new one lie ahead. */
const rearranged =
  /\b(?:(?:moved|postponed|put off|pushed back|delayed|deferred|shifted|rescheduled|brought forward)\b[^,;.]*\b(?:to|until|till|from|for)|(?:postpon\w+|put off|call\w* off|cancel\w+)\b.*\b(?:due|planned|scheduled|set|expected)(?: for| on)?)(?: (?:next|this|late|early))* $/iu;

/** "The Sunday Times", "Black Friday", "the following Monday". */
function isNoDay(text: string, from: number, to: number): boolean {
  return (
    /\b(?:following|previous|preceding|Good|Black|Ash|Holy|Palm|Easter|Bloody|every|each|any)\s$/iu.test(
      text.slice(0, from),
    ) || /^ (?:Times|Mirror|Telegraph|Express|Mail|Post|Herald|People|Independent|Sun|Star)\b/u.test(text.slice(to))
  );
}

const isDated = new RegExp(String.raw`^,? [([]?(?:${monthNames}) \d{1,2}\b|^,? [([]?\d{1,2} (?:${monthNames})`, 'u');

interface WrittenDay {
  readonly day: string | undefined;
  readonly month: string | undefined;
  readonly year: string | undefined;
}

interface Around {
  readonly anchor: number | undefined;
  readonly passage: PassageYear | undefined;
}

/**
 * A day without a year is one of the year that its passage tells of, else the last one up to publication, or one that comes
 * within three months; a later one only where the sentence speaks of what is to come, and none to come where it tells what was.
 */
function dayOf(match: RegExpExecArray, written: WrittenDay, { anchor, passage }: Around): FoundDate | undefined {
  const month = monthNumber(written.month ?? '');
  const dayNumber = Number(written.day);
  if (written.year !== undefined) return day(match, { year: Number(written.year), month, day: dayNumber });
  if (anchor === undefined) return undefined;
  const thisYear = new Date(anchor).getUTCFullYear();
  const future = speaksOfFuture(match.input, spanOf(match));
  const isPast = !future && dayDirection(match.input, spanOf(match))?.gives === 'behind';
  const furthestDays = isPast ? 0 : future ? 183 : 92;
  const found = [thisYear + 1, thisYear].find(
    (candidate) => Date.UTC(candidate, month - 1, dayNumber) - anchor <= furthestDays * dayMs,
  );
  const year = found ?? thisYear - 1;
  const away = Math.abs(Date.UTC(year, month - 1, dayNumber) - anchor);
  const ofPassage = !future && passage !== undefined && (passage.sure || away > nearDaysOfWeakPassage * dayMs);
  return day(match, { year: ofPassage ? passage.year : year, month, day: dayNumber });
}

/** A year that was only named in passing does not date what is near the day of publication. Days. */
const nearDaysOfWeakPassage = 31;

function day(
  match: RegExpExecArray,
  date: { readonly year: number; readonly month: number; readonly day: number },
): FoundDate | undefined {
  const at = new Date(Date.UTC(date.year, date.month - 1, date.day));
  if (at.getUTCMonth() !== date.month - 1 || at.getUTCDate() !== date.day || date.day === 0) return undefined;
  return { date: isoDay(at.getTime()), precision: 'day', words: spanOf(match) };
}

function monthNumber(name: string): number {
  return months.findIndex((month) => month.slice(0, 3) === name.slice(0, 3)) + 1;
}

/** Where two readings share words, the more exact one stands, then the longer one. */
function withoutOverlaps(found: readonly FoundDate[]): FoundDate[] {
  const rank = { day: 0, month: 1, year: 2 } as const;
  const best = found.toSorted(
    (left, right) =>
      rank[left.precision] - rank[right.precision] ||
      right.words.end - right.words.start - (left.words.end - left.words.start),
  );
  const kept: FoundDate[] = [];
  for (const date of best) {
    if (!kept.some((other) => date.words.start < other.words.end && other.words.start < date.words.end))
      kept.push(date);
  }
  return kept.toSorted((left, right) => left.words.start - right.words.start);
}

const dayMs = 86_400_000;

function isoDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

function spanOf(match: RegExpExecArray): TextSpan {
  return { start: match.index, end: match.index + match[0].length };
}
