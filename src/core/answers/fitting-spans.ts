import type { TextSpan } from '../articles/article.ts';
import type { QuestionReading } from './read-question.ts';
import type { Word } from '../words/words.ts';

const past = /\b(?:last|ago|yesterday|earlier|previous)\b/i;
const ahead = /\b(?:next|tomorrow|coming)\b/i;
/** What a sentence holds that tells of something to come. */
const announces =
  /\b(?:will|(?:said|says)\s.*\bwould|shall|could|may|might|due|plan(?:s|ned)?|expect(?:s|ed)?|scheduled?|(?:is|are|set|agreed) to|next|tomorrow|upcoming|coming|begins?|starts?|opens?)\b/i;
const lengthUnit =
  /^(?:[\s-](?:and a half\s)?)(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centur(?:y|ies)|metres?|meters?|kilomet(?:re|er)s?|km|miles?|feet|ft|inch(?:es)?|yards?)\b/i;
const ownUnit = /(?:second|minute|hour|day|week|month|year|decade|century)/i;

/** A sentence in which spans were found. */
export interface SpanPlace {
  readonly text: string;
  readonly words: readonly Word[];
  /** Terms of the question. */
  readonly asked: ReadonlySet<string>;
}

/** Whether a span can be what the question expects: "last week" is no answer to "when will …". */
export function fitsExpected(span: TextSpan, { expects }: QuestionReading, place: SpanPlace): boolean {
  const shown = place.text.slice(span.start, span.end);
  if (expects === 'length') return ownUnit.test(shown) || measures(span, place);
  if (expects === 'quantity') return !ownUnit.test(shown) && !measuresTime(place.text.slice(span.end));
  if (expects !== 'past' && expects !== 'future') return true;
  // "Tuesday's meeting" does not say when.
  if (/^['’]s\b/.test(place.text.slice(span.end))) return false;
  return expects === 'past'
    ? !ahead.test(shown) && !isToCome(place.text.slice(0, span.start))
    : !past.test(shown) && announces.test(place.text);
}

/** "said she would speak to him on Monday": what stands before the time in its clause is still to come. */
function isToCome(before: string): boolean {
  const clause = before.split(/[,;:]|\b(?:that|which|who|after|before)\b/).at(-1) ?? '';
  return /\b(?:will|(?:said|says)\s.*\bwould|(?:is|are) (?:due|expected|scheduled|set)|(?:expects?|plans?|hopes?|intends?) to)\b/i.test(
    clause,
  );
}

function measuresTime(after: string): boolean {
  return /^[\s-](?:and a half\s)?(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?)\b/i.test(after);
}

/** "nearly 90 minutes" measures; "the three-year war" does only when the war is asked about. */
function measures(span: TextSpan, { text, words, asked }: SpanPlace): boolean {
  const unit = lengthUnit.exec(text.slice(span.end))?.[0];
  if (unit === undefined) return false;
  if (!unit.startsWith('-')) return true;
  const next = words.find((word) => word.start >= span.end + unit.length);
  return next === undefined || next.weight === 'stop' || asked.has(next.term);
}
