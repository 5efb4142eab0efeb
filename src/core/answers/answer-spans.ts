import type { TextSpan } from '../articles/article.ts';
import { countryWords } from '../words/countries.ts';
import { numberPhrase } from '../words/numbers.ts';
import { conditionSpans } from './conditions.ts';
import { counterpartSpans } from './counterparts.ts';
import type { QuestionKind, QuestionReading } from './read-question.ts';
import type { Word } from '../words/words.ts';

/** A sentence as the search for answering spans needs it. */
export interface SpanSource {
  readonly text: string;
  readonly words: readonly Word[];
  /** Terms of the question: a span made of them tells nothing new. */
  readonly asked: ReadonlySet<string>;
  /** The word after which an answering name must stand, to be more than a person: "TO whom". */
  readonly after?: string | undefined;
  readonly expects?: QuestionReading['expects'] | undefined;
}

/** The stretches of a sentence that could answer a kind of question, in order; offsets count from the sentence's start. */
export function answerSpans(kind: QuestionKind, source: SpanSource): TextSpan[] {
  switch (kind) {
    case 'time':
      return fresh(timeSpans(source.text), source).filter((span) => !datesWhatIsSaid(source, span));
    case 'count':
    case 'amount':
      return fresh(numberSpans(source.text), source);
    case 'person':
      return personSpans(source);
    case 'place':
      return placeSpans(source);
    case 'reason':
      return source.expects === 'condition' ? conditionSpans(source.text) : reasonSpans(source);
    case 'description':
    case 'statement':
    case 'yes-no':
    case 'thing':
      return [];
  }
}

const months =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.?|Feb\\.?|Mar\\.?|Apr\\.?|Aug\\.?|Sept?\\.?|Oct\\.?|Nov\\.?|Dec\\.?)';
const weekdays = '(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)';
const year = '(?:1[0-9]{3}|20[0-9]{2})(?:s|\\b)';
const dayPart = '(?:\\s(?:morning|afternoon|evening|night))?';
const leads =
  'on|in|by|since|until|from|after|before|during|between|around|early|late|mid|On|In|By|Since|Until|From|After|Before|During|Between|Around|Early|Late|Mid';
const lead = `(?:\\b(?:${leads})[\\s-](?:the\\s)?(?:early\\s|late\\s|mid-?|end of\\s|start of\\s)?)?`;
const timeExpression = new RegExp(
  [
    `${lead}(?:\\d{1,2}(?:st|nd|rd|th)?\\s(?:of\\s)?${months}(?:,?\\s${year})?)`,
    `${lead}${months}\\s\\d{1,2}(?:st|nd|rd|th)?\\b(?:\\s?[-–]\\s?\\d{1,2})?(?:,?\\s${year})?`,
    `${lead}(?:${months},?\\s(?:of\\s)?${year})`,
    `${lead}${year}\\s?(?:to|and|[-–])\\s?(?:${year}|\\d{2}\\b)`,
    `${lead}(?:${year})(?:\\s?(?:BC|AD|BCE|CE)\\b)?`,
    `\\b\\d{1,4}\\s(?:BC|AD|BCE|CE)\\b`,
    `${lead}(?:last|next|this|late|early)?\\s?\\b${weekdays}\\b${dayPart}`,
    `\\b(?:last|next|this|the following|the previous)\\s(?:week|month|year|summer|winter|spring|autumn|fall|weekend|decade)\\b`,
    `\\b(?:yesterday|today|tonight|tomorrow|nowadays)\\b`,
    `${lead}(?:\\d{1,2}(?:st|nd|rd|th)|\\w+(?:st|nd|rd|th))\\scentur(?:y|ies)\\b`,
    `\\b(?:\\w+|\\d+)\\s(?:minutes|hours|days|weeks|months|years|decades|centuries)\\s(?:ago|later|earlier|before|after)\\b`,
    `\\bin\\s(?:the\\s)?(?:coming|next|last|past)\\s(?:\\w+\\s)?(?:hours|days|weeks|months|years)\\b`,
    `\\b(?:before|by|at|until|since|from|towards?)\\sthe\\s(?:end|start|beginning|middle)\\sof\\s(?:the|this|next|last)\\s(?:week|month|year|summer|winter|century|decade)\\b`,
    `${lead}(?:${months})(?![a-z])`,
    `\\b(?:at|by|until|before|after|since|from)\\s(?:midnight|noon)\\b`,
    `\\bat\\s\\d{1,2}(?:[:.]\\d{2})?\\s?(?:[ap]\\.?m\\.?)?(?:\\s(?:GMT|CET|EST|UTC))?(?!\\d)`,
  ].join('|'),
  'g',
);

/** Words that say when: weekdays, dates, years, spans of time before or after. "May" alone is left out: it is mostly a verb. */
export function timeSpans(text: string): TextSpan[] {
  return [...text.matchAll(timeExpression)]
    .filter((match) => match[0].trim() !== '' && !/^(?:may|march|at \d+)$/i.test(match[0].trim()))
    .filter((match) => !countsThings(match[0], text.slice(match.index + match[0].length)))
    .map((match) => trimmed(text, match.index, match.index + match[0].length));
}

const reporting =
  /^\s(?:\p{Ll}+ly\s)?(?<verb>said|denied|told|claimed|insisted|admitted|acknowledged|warned|recalled|added)\b/u;

/** "The line on Monday denied that it had sunk": Monday is when it denied so, unless that is what is asked. */
function datesWhatIsSaid({ text, asked, words }: SpanSource, span: TextSpan): boolean {
  const verb = reporting.exec(text.slice(span.end))?.groups?.['verb'];
  const word = words.find(({ start, lower }) => start > span.end && lower === verb);
  if (word === undefined || asked.has(word.term)) return false;
  return !words.some(({ end, term, capital }) => end < span.start && !capital && asked.has(term));
}

/** "1500 soldiers" is no year, nor is "around 1500 soldiers"; "in 1973 prices rose" is one. */
function countsThings(words: string, after: string): boolean {
  return (
    /^(?:around |between |after |before |from )?\d{4}$/i.test(words.trim()) &&
    /^\s?\p{Ll}+s\b/u.test(after) &&
    !/^\s?was\b/.test(after)
  );
}

function numberSpans(text: string): TextSpan[] {
  const times = timeSpans(text);
  return [...text.matchAll(numberPhrase)]
    .map((match) => trimmed(text, match.index, match.index + match[0].length))
    .filter((span) => !times.some((time) => time.start < span.end && span.start < time.end))
    .filter(
      (span) =>
        !/^one$/i.test(text.slice(span.start, span.end)) ||
        !/^\s+(?:of|who|that|is|another)\b/.test(text.slice(span.end)),
    );
}

const particle = /^(?:de|del|della|di|da|du|la|le|van|von|der|den|bin|al|el|of|the)$/;

/** Runs of words with capitals of which at least one word is not in the question. */
export function nameSpans({ text, words, asked }: SpanSource): TextSpan[] {
  const runs: Word[][] = [];
  let run: Word[] = [];
  const flush = (): void => {
    while (run.length > 0 && particle.test(run.at(-1)?.raw ?? '')) run.pop();
    if (run.length > 0) runs.push(run);
    run = [];
  };
  for (const [index, word] of words.entries()) {
    const previous = words[index - 1];
    const apart =
      previous === undefined || !/^[\s-]+$/.test(text.slice(previous.end, word.start)) || /['’]s$/.test(previous.raw);
    if (apart) flush();
    if (isNamePart(word, index)) run.push(word);
    else if (run.length > 0 && joinsNames(word, words[index + 1])) run.push(word);
    else flush();
  }
  flush();
  return runs
    .map((names) => withoutAskedHome(names, asked))
    .filter(
      (names) =>
        !asked.has(names.at(-1)?.term ?? '') && names.some((word) => word.weight === 'full' && !asked.has(word.term)),
    )
    .map((names) => ({ start: names[0]?.start ?? 0, end: (names.at(-1)?.end ?? 0) - possessive(names.at(-1)) }));
}

/** "Anna Holm of Nordby" where Nordby is asked about: Anna Holm. */
function withoutAskedHome(names: readonly Word[], asked: ReadonlySet<string>): readonly Word[] {
  const of = names.findIndex(({ lower }) => lower === 'of');
  return of > 1 && asked.has(names.at(-1)?.term ?? '') ? names.slice(0, of) : names;
}

/** "von", "de", "of" between two parts of a name. */
function joinsNames(word: Word, next: Word | undefined): boolean {
  return particle.test(word.raw) && (/^\p{Lu}/u.test(next?.raw ?? '') || particle.test(next?.raw ?? ''));
}

const calendar = new RegExp(`^(?:${months}|${weekdays})$`);

function isNamePart(word: Word, index: number): boolean {
  if (!/^\p{Lu}/u.test(word.raw) || calendar.test(word.raw)) return false;
  return index > 0 ? word.raw.length > 1 : word.weight === 'full';
}

function possessive(word: Word | undefined): number {
  return /['’]s$/.test(word?.raw ?? '') ? 2 : 0;
}

/** Where somebody moves to or from is a place: "returned from Nordby", "left for Nordby". */
const afterMoving =
  /\b(?:return|arriv|travel|com|came|go|went|gone|fl[iey]|flew|head|leav|left|depart|driv|drov|mov)\p{Ll}*\s(?:from|to|for)\s$/iu;

/** "at the town hall of Nordby", "the treaty of Nordby" */
const ofPlace =
  /\b(?:(?:at|in|near|outside)\s(?:the\s)?(?:\p{Ll}+\s){1,2}|(?:treaty|agreement|accords?|convention|battle)\s)of\s$/iu;

function mayBePerson({ words, text }: SpanSource, span: TextSpan): boolean {
  const before = text.slice(0, span.start);
  if (afterMoving.test(before) || ofPlace.test(before)) return false;
  const inside = words.filter((word) => word.start >= span.start && word.end <= span.end + 2);
  if (inside.every((word) => countryWords.has(word.lower) || word.weight === 'stop')) return false;
  return inside.length > 1 || !/\b(?:the|in|at|near)\s$/i.test(before);
}

function personSpans(source: SpanSource): TextSpan[] {
  const met = source.expects === 'counterpart' ? counterpartSpans(source) : undefined;
  return met ?? nameSpans(source).filter((span) => mayBePerson(source, span) || follows(source, span));
}

/** "To whom was it left?" is answered by a country or a union too: "left to Norway". */
function follows({ text, after }: SpanSource, span: TextSpan): boolean {
  return after !== undefined && new RegExp(String.raw`\b${after}\s(?:the\s)?$`, 'i').test(text.slice(0, span.start));
}

/** "the ambassador to Norway", "spoke to the French president": who is named there is somebody, or somebody's posting. */
const toSomebody =
  /\b(?:ambassadors?|envoys?|advis[eo]rs?|representatives?|delegates?|sp[eo]ak(?:s|ing)?|spoken?|talk(?:s|ed|ing)?|listen\w*)\sto\s(?:the\s)?$/i;

/** Names after a preposition of place, and countries named as such. */
function placeSpans(source: SpanSource): TextSpan[] {
  return nameSpans(source).filter((span) => {
    const before = source.text.slice(0, span.start);
    if (describesNext(source, span) || bearsTitle(source.text.slice(span.start, span.end))) return false;
    return (
      /\b(?:in|at|to|from|near|outside|across|throughout|towards?|through|into|around|within|of)\s(?:the\s|central\s|northern\s|southern\s|eastern\s|western\s|nearby\s)*$/.test(
        before,
      ) && !toSomebody.test(before)
    );
  });
}

/** Somebody is no place: "spoke to French President Anna Holm". */
function bearsTitle(name: string): boolean {
  return /\b(?:President|Minister|Secretary|Chancellor|Premier|Senator|Governor|Ambassador|King|Queen|Mayor|Mrs?|Ms|Dr)\.?\s\p{Lu}/u.test(
    name,
  );
}

/** "the Swiss bank": the name only describes what comes next. */
function describesNext({ text, words }: SpanSource, span: TextSpan): boolean {
  const next = words.find((word) => word.start >= span.end);
  return (
    next !== undefined &&
    next.weight !== 'stop' &&
    /^\p{Ll}/u.test(next.raw) &&
    text.slice(span.end, next.start) === ' ' &&
    countryWords.has(text.slice(span.start, span.end).toLowerCase())
  );
}

const reasonMark =
  /\b(?:because|since|due to|owing to|as a result of|thanks to|in order to|so that|in response to|on the grounds|amid|over|after|for fear|to (?:avoid|prevent|protect|ensure|allow|help|make|keep|stop|reduce|increase|show)|for \w+ing|by \w+ing|therefore|thus|reasons?|caused? by|led to|leads? to|so|as an?|(?:did|does|do) not want to|wants? to|wanted to|for (?:\w+ )?(?:talks|discussions|negotiations|consultations|meetings))\b/gi;

/** Clauses that begin like a reason and hold more that is new than that was asked. */
function reasonSpans({ text, words, asked }: SpanSource): TextSpan[] {
  return [...text.matchAll(reasonMark)].flatMap((match) => {
    const stop = text.slice(match.index).search(/[,;]/);
    const end = stop < 0 ? text.length : match.index + stop;
    const inside = words.filter(
      (word) => word.start >= match.index + match[0].length && word.end <= end && word.weight !== 'stop',
    );
    const repeated = inside.filter((word) => asked.has(word.term)).length;
    return inside.length > 2 * repeated ? [{ start: match.index, end }] : [];
  });
}

function fresh(spans: readonly TextSpan[], { words, asked }: SpanSource): TextSpan[] {
  return spans.filter((span) => {
    const inside = words.filter((word) => word.start >= span.start && word.end <= span.end && word.weight !== 'stop');
    return inside.length === 0 || inside.some((word) => !asked.has(word.term));
  });
}

function trimmed(text: string, start: number, end: number): TextSpan {
  const piece = text.slice(start, end);
  return {
    start: start + (piece.length - piece.trimStart().length),
    end: end - (piece.length - piece.trimEnd().length),
  };
}
