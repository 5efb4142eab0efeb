import { folded } from '../text/fold.ts';
import { calendarWord } from '../words/calendar.ts';
import { wordsOf } from '../words/words.ts';

/** What a sentence says of who was at an event, or was asked to come. */
export interface Attendance {
  readonly of: 'presence' | 'invitation';
  readonly when: 'past' | 'to come';
  readonly answer: 'yes' | 'no';
  /** First letters of the names of those who came or did not: outlets spell the ends of names differently. */
  readonly who: ReadonlySet<string>;
  /** The word for the event: "summit". */
  readonly event: string;
  /** First letters of the names that tell which event: "Paris". */
  readonly where: ReadonlySet<string>;
}

interface Cue {
  readonly of: Attendance['of'];
  readonly answer: Attendance['answer'];
  readonly words: RegExp;
}

const be = '(?:am|is|are|was|were|be|been|being)';
const cues: readonly Cue[] = [
  {
    of: 'presence',
    answer: 'yes',
    words:
      /\b(?:attend(?:s|ed|ing)?|(?:takes?|took|taken|taking) part in|participat(?:es?|ed|ing) in|join(?:s|ed|ing)?|(?:was|were|been|be) (?:present )?at)\b/giu,
  },
  {
    of: 'presence',
    answer: 'no',
    words:
      /\b(?:skip(?:s|ped|ping)?|boycott(?:s|ed|ing)?|miss(?:es|ed|ing)?|snub(?:s|bed|bing)?|pull(?:s|ed|ing)? out of|(?:stay(?:s|ed|ing)? away|withdr[ae]w(?:s|n|ing)?|(?:was|were|been|be) (?:absent|missing)) from)\b/giu,
  },
  { of: 'invitation', answer: 'yes', words: new RegExp(String.raw`\b${be} (?:\p{L}+ )?invited\b`, 'giu') },
  {
    of: 'invitation',
    answer: 'no',
    words: new RegExp(
      String.raw`\b(?:(?:received|got|had) no invitation|${be} (?:excluded|left out|shut out|kept out|frozen out|uninvited))\b`,
      'giu',
    ),
  },
];

const event = /\b(?<event>summit|meeting|talks|negotiations|conference|gathering|session|ceremony|dinner|funeral)\b/iu;
const clauseBorder =
  /[;:“”"()]|,(?! who\b)|\b(?:that|but|while|because|although|though|after|before|when|where|which|as)\b/giu;
const negation = /\b(?:not|never|no longer|nor|neither|declin(?:es|ed|ing) to|refus(?:es|ed|ing) to)\b|n[’']t\b/iu;
const supposed = /\b(?:if|unless|whether|may|might|could|should|ought|want(?:s|ed)?|hop(?:es|ed|ing))\b/iu;
const toCome = /\b(?:will|would|won|to|going|due|set|expected|plans?|planned)\b|[’']ll\b/iu;
const pronoun = /\b(?:he|she|they|it|we|i|you|nobody|none|no one)\b/iu;
/** Words of an object that still tell which event is meant. */
const objectWords = 12;
const letters = 6;

/** Whatever a sentence says of who was at a meeting, or was invited; what it only supposes is left out. */
export function attendancesIn(text: string): Attendance[] {
  // Most sentences name no event, and to see that takes a fraction of the time.
  if (!event.test(text)) return [];
  return cues.flatMap((cue) => [...text.matchAll(cue.words)].flatMap((match) => attendanceAt(text, cue, match)));
}

/** Whether two sentences tell of one event, and one has somebody there, or invited, whom the other has not. */
export function differInAttendance(one: Attendance, other: Attendance): boolean {
  const isSameMatter = one.of === other.of && one.when === other.when && isSameEvent(one, other);
  return isSameMatter && one.answer !== other.answer && overlap(one.who, other.who);
}

function attendanceAt(text: string, { of, answer }: Cue, match: RegExpExecArray): Attendance[] {
  const before = text.slice(0, match.index);
  const object = objectOf(text.slice(match.index + match[0].length));
  const named = event.exec(object)?.groups?.['event']?.toLowerCase();
  const clause = before.slice(lastBorder(before));
  const subject = subjectOf(before);
  const said = `${clause} ${match[0]}`;
  if (named === undefined || supposed.test(said) || pronoun.test(clause) || subject.size === 0) return [];
  return [
    {
      of,
      when: toCome.test(clause) ? 'to come' : 'past',
      answer: negation.test(said) ? opposite(answer) : answer,
      who: subject,
      event: named,
      where: namesIn(object),
    },
  ];
}

function opposite(answer: Attendance['answer']): Attendance['answer'] {
  return answer === 'yes' ? 'no' : 'yes';
}

function objectOf(after: string): string {
  return (/^[^,.;:“”"]*/u.exec(after)?.[0] ?? '')
    .split(/\s+/u)
    .slice(0, objectWords + 1)
    .join(' ');
}

/** The names of the clause; of the one before it, where an apposition stands between a name and its verb. */
function subjectOf(before: string): ReadonlySet<string> {
  let end = before.length;
  while (end > 0) {
    const start = lastBorder(before.slice(0, end));
    const clause = before.slice(start, end);
    const names = namesIn(clause);
    if (names.size > 0 || before[start - 1] !== ',' || !canFollowSubject(clause)) return names;
    end = start - 1;
  }
  return new Set();
}

/** Nothing but "also" or "who", or an apposition: the name stands before it. */
function canFollowSubject(clause: string): boolean {
  return /^\s*(?:the|an?|who)\b/iu.test(clause) || wordsOf(clause).every(({ weight }) => weight === 'stop');
}

function lastBorder(text: string): number {
  const border = [...text.matchAll(clauseBorder)].at(-1);
  return border === undefined ? 0 : border.index + border[0].length;
}

/** Capitalised words other than "The" and those that only own something: "Ada Bruun's envoy" is not Ada Bruun. */
function namesIn(words: string): ReadonlySet<string> {
  const names = wordsOf(words).filter(
    ({ raw, lower, weight, end }) =>
      /^\p{Lu}/u.test(raw) && weight !== 'stop' && !calendarWord.test(lower) && !/^[’']s\b/u.test(words.slice(end)),
  );
  return new Set(names.filter(({ raw }) => !/[’']s?$/u.test(raw)).map(({ lower }) => folded(lower).slice(0, letters)));
}

/** The same place where both name one; else the same word for it. */
function isSameEvent(one: Attendance, other: Attendance): boolean {
  if (one.where.size > 0 && other.where.size > 0) return overlap(one.where, other.where);
  return one.event === other.event;
}

function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return [...one].some((name) => other.has(name));
}
