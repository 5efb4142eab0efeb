import type { TextSpan } from '../articles/article.ts';
import { countryWords } from '../words/countries.ts';
import { openers } from '../reading/english/function-words.ts';
import type { Query } from './query.ts';
import { closeness, type Hits, isBound, type Weighed } from './weigh-sentence.ts';
import type { Word } from '../words/words.ts';

/** The shortest stretch of the sentence that answers by itself, as worded there; the whole sentence when none is safe. */
export function exactSpan(weighed: Weighed, query: Query): string {
  const { text } = weighed.found.at.sentence;
  const { kind } = query.reading;
  const spans = kind === 'person' ? names(weighed) : weighed.spans;
  switch (kind) {
    case 'count':
      return cut(
        text,
        nearest(
          weighed,
          query,
          spans.filter((span) => isBound(span, query.reading.focus ?? '', weighed.words)),
        ),
      );
    case 'person': {
      const { preposition } = query.reading;
      const chosen = preposition === undefined ? nearest(weighed, query, spans) : recipient(weighed, query, spans);
      return cut(text, listAround(text, chosen, spans));
    }
    case 'time':
      return cut(text, nearest(weighed, query, spans));
    case 'amount':
      return withUnit(text, nearest(weighed, query, spans));
    case 'place':
      return cut(text, spans.length === 1 ? spans[0] : undefined);
    case 'description':
    case 'reason':
    case 'statement':
    case 'thing':
    case 'yes-no':
      return text;
  }
}

function cut(text: string, span: TextSpan | undefined): string {
  return span === undefined || span.end <= span.start ? text : text.slice(span.start, span.end);
}

const unit =
  /^[\s-](?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centuries|metres?|meters?|kilomet(?:re|er)s?|km|miles?|feet|ft|inch(?:es)?|acres|hectares|tons?|tonnes?|kilograms?|kg|barrels?|votes|degrees|times)\b(?:\s(?:long|wide|high|deep|tall|old|per\s\w+|a\s(?:day|week|month|year)))?/;

function withUnit(text: string, span: TextSpan | undefined): string {
  if (span === undefined) return text;
  return cut(text, { start: span.start, end: span.end + (unit.exec(text.slice(span.end))?.[0].length ?? 0) });
}

/** The span nearest to the words found; names among them count only when nothing else was found. */
function nearest({ words, hits }: Weighed, query: Query, spans: readonly TextSpan[]): TextSpan | undefined {
  const plain = hits.map((hit, at) => (query.terms[at]?.name === true ? undefined : hit));
  const near = plain.every((hit) => hit === undefined) ? hits : plain;
  return nearestTo(near, words, spans);
}

/** Whom something is done to, with or for is told after what is done: "lent to Holm, leaving the boat to BERG". */
function recipient({ words, hits }: Weighed, query: Query, spans: readonly TextSpan[]): TextSpan | undefined {
  const done = hits.flatMap((hit, at) => (hit === undefined || query.terms[at]?.name === true ? [] : [hit]));
  const last = words[Math.max(-1, ...done)]?.end;
  const after = last === undefined ? undefined : spans.find((span) => span.start >= last);
  return after ?? (spans.length === 1 ? spans[0] : undefined);
}

function nearestTo(hits: Hits, words: readonly Word[], spans: readonly TextSpan[]): TextSpan | undefined {
  let best: { readonly span: TextSpan; readonly near: number } | undefined;
  for (const span of spans) {
    const first = words.findIndex((word) => word.end > span.start);
    const last = words.findLastIndex((word) => word.start < span.end);
    const near = Math.max(closeness(first, hits), closeness(last, hits));
    if (best === undefined || near > best.near) best = { span, near };
  }
  return best?.span;
}

/** What stands between two names of one list: a comma or "and", and the next one's title. */
const joint = new RegExp(
  String.raw`^(?:,|\s+and\b|,\s+and\b)?(?:\s+(?:\p{Lu}[\p{L}’'.-]*|of|the|to|for|general|chancellor|secretary|minister|president|prime|foreign|adviser|advisor|envoy|leader|chief|head|special|former|national|security))*\s*$`,
  'u',
);

/** All of a list in which the name stands, for one of several is not who it was; nothing when its end is not sure. */
function listAround(text: string, chosen: TextSpan | undefined, spans: readonly TextSpan[]): TextSpan | undefined {
  if (chosen === undefined) return undefined;
  const at = spans.indexOf(chosen);
  let [first, last] = [at, at];
  const joined = (index: number): boolean => joint.test(text.slice(spans[index]?.end, spans[index + 1]?.start));
  while (first > 0 && joined(first - 1)) first -= 1;
  while (last + 1 < spans.length && joined(last)) last += 1;
  const end = spans[last]?.end ?? chosen.end;
  if (last > first && /^\s(?:to|of|for)\s/.test(text.slice(end))) return undefined;
  return { start: spans[first]?.start ?? chosen.start, end };
}

const title =
  /^(?:president|prime|minister|secretary|general|chancellor|foreign|defen[cs]e|finance|interior|king|queen|prince|princess|pope|sir|lord|lady|mr|mrs|ms|dr|professor|prof|governor|senator|congressman|congresswoman|representative|ambassador|adviser|advisor|chief|head|director|chairman|chair|spokesman|spokeswoman|captain|colonel|major|state|vice|deputy|former|government|administration|the|house|union|and|of|council|commission)$/;

/** The names of people among the spans, without titles and countries before them. */
function names({ spans, words, found }: Weighed): TextSpan[] {
  const { text } = found.at.sentence;
  return spans.flatMap((span) => {
    const inside = words.filter((word) => word.start >= span.start && word.start < span.end);
    const first = inside.find(
      (word) => !title.test(word.lower) && !countryWords.has(word.lower) && !openers.has(word.raw),
    );
    // A country among the spans is one that was asked for: "to whom".
    if (inside.length > 0 && inside.every((word) => countryWords.has(word.lower))) return [span];
    // "High-level delegations" are nobody.
    const compound = text[span.end] === '-';
    return first === undefined || compound ? [] : [{ start: first.start, end: span.end }];
  });
}
