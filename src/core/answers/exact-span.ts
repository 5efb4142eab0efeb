import type { TextSpan } from '../articles/article.ts';
import { countryWords } from '../words/countries.ts';
import { roleNouns } from '../reading/english/titles.ts';
import { openers } from '../reading/english/function-words.ts';
import type { Query } from './query.ts';
import { closeness, type Hits, isBound, type Weighed } from './weigh-sentence.ts';
import type { Word } from '../words/words.ts';

/** The shortest stretch of the sentence that answers by itself, as worded there; the whole sentence when none is safe. */
export function exactSpan(weighed: Weighed, query: Query): string {
  const { text } = weighed.found.at.sentence;
  const { kind } = query.reading;
  const { spans } = weighed;
  switch (kind) {
    case 'count':
      return cut(
        text,
        nearest(
          weighed,
          query,
          spans.filter(
            (span) => isBound(span, query.reading.focus ?? '', weighed.words) && !isListed(weighed, span, query),
          ),
        ),
      );
    case 'person':
      return cut(text, query.reading.expects === 'counterpart' ? counterpart(weighed, query) : named(weighed, query));
    case 'time':
      return cut(
        text,
        whole(text, nearestInClause(weighed, query) ?? (spans.length === 1 ? spans[0] : undefined), spans),
      );
    case 'amount':
      return withUnit(text, nearest(weighed, query, spans));
    case 'place':
      return cut(text, spans.length === 1 ? spans[0] : undefined);
    case 'reason':
      return query.reading.expects === 'condition' ? cut(text, nearest(weighed, query, spans)) : text;
    case 'description':
    case 'statement':
    case 'thing':
    case 'yes-no':
      return text;
  }
}

/** "300 SOLDIERS and six helicopters": the number counts the first of a list, and another the one asked for. */
function isListed({ found, spans, words }: Weighed, span: TextSpan, query: Query): boolean {
  const { text } = found.at.sentence;
  const focus = words.find((word) => word.start >= span.end && word.term === query.reading.focus);
  return spans.some(
    ({ start, end }) =>
      start >= span.end && end <= (focus?.start ?? 0) && /,|\band\b/.test(text.slice(span.end, start)),
  );
}

/** "at six" beside "on Monday" is part of when. */
function whole(text: string, chosen: TextSpan | undefined, spans: readonly TextSpan[]): TextSpan | undefined {
  if (chosen === undefined) return undefined;
  const next = spans.find(({ start }) => start > chosen.end && /^,?\s$/.test(text.slice(chosen.end, start)));
  const before = spans.find(({ end }) => end < chosen.start && /^,?\s$/.test(text.slice(end, chosen.start)));
  return { start: before?.start ?? chosen.start, end: next?.end ?? chosen.end };
}

function counterpart(weighed: Weighed, query: Query): TextSpan | undefined {
  const { text } = weighed.found.at.sentence;
  const chosen = nearest(weighed, query, weighed.spans);
  const isNamed = chosen !== undefined && /\p{Lu}[^\s]*$/u.test(text.slice(chosen.start, chosen.end));
  return isNamed
    ? listAround(
        text,
        names(weighed).find(({ end }) => end === chosen.end),
        names(weighed),
      )
    : chosen;
}

function named(weighed: Weighed, query: Query): TextSpan | undefined {
  const { text } = weighed.found.at.sentence;
  const spans = names(weighed);
  const { preposition, deed } = query.reading;
  if (preposition !== undefined) return listAround(text, recipient(weighed, query, spans), spans);
  return listAround(text, deed === undefined ? nearest(weighed, query, spans) : doer(weighed, query, spans), spans);
}

/** Who does something stands before what is done, behind "by", or behind a noun's "of"; nothing when nobody stands there. */
function doer(weighed: Weighed, query: Query, spans: readonly TextSpan[]): TextSpan | undefined {
  const { found, words, hits } = weighed;
  const { text } = found.at.sentence;
  const at = hits[query.terms.findIndex(({ word }) => word.term === query.reading.deed?.term)];
  const done = at === undefined ? undefined : words[at];
  if (done === undefined) return nearest(weighed, query, spans);
  const by = doneBy.exec(text.slice(done.end))?.[0].length;
  const after = by === undefined ? undefined : spans.find(({ start }) => start >= done.end + by);
  if (after !== undefined) return after;
  const elliptic = doerLeftOut(
    weighed,
    query,
    spans.filter(({ start }) => start >= done.end),
  );
  if (elliptic !== undefined) return elliptic;
  const before = spans.filter(({ end }) => end <= done.start && !reports.test(text.slice(end, done.start)));
  const nearestBefore = nearest(weighed, query, before);
  if (nearestBefore !== undefined && employer.test(text.slice(0, nearestBefore.start))) return undefined;
  const isOtherWord = done.term !== query.reading.deed?.term;
  return nearestBefore ?? countryBefore(weighed, at ?? 0) ?? (isOtherWord ? nearest(weighed, query, spans) : undefined);
}

/** "Holm pays half and BERG A THIRD": the deed is left out where it is told again of another. */
function doerLeftOut({ found, words, hits }: Weighed, query: Query, spans: readonly TextSpan[]): TextSpan | undefined {
  const { text } = found.at.sentence;
  const asked = hits.flatMap((hit, at) => {
    const word = hit === undefined ? undefined : words[hit];
    return word === undefined || query.terms[at]?.word.term === query.reading.deed?.term ? [] : [word];
  });
  return spans.find(
    ({ start, end }) =>
      /(?:\b(?:and|while|but)|,)\s(?:the\s)?$/.test(text.slice(0, start)) &&
      asked.some(
        (word) => word.start > end && /^\s(?:an?|one|the|some|about|only)?\s?$/.test(text.slice(end, word.start)),
      ),
  );
}

/** "was led by Anna Holm", "the visit of Anna Holm" */
const doneBy = /^(?:\s[^\s,;]+){0,3}?\sby\s(?=(?:the\s|a\s|an\s)?(?:\p{Ll}+\s)?\p{Lu})|^\sof\s(?=(?:the\s)?\p{Lu})/u;

/** "An engineer at Holm Lines warned them": the one who did it has no name there. */
const employer = /\b(?:an?|one|the|some|two|several)\s(?:\p{Ll}+\s){1,3}(?:at|from|with)\s(?:the\s)?$/u;

/** What somebody says another does is not what they do. */
const reports = /\b(?:said|says|told|added|announced|insisted|claimed|warned|reported|those who)\b/;

/** "Switzerland is hosting": a country that does something itself. */
const bodyAfter = /^\s(?:Union|Council|Commission)\b/;

function countryBefore({ words, found }: Weighed, done: number): TextSpan | undefined {
  const { text } = found.at.sentence;
  const subject = words.slice(0, done).findLast(({ weight }) => weight !== 'stop');
  if (subject === undefined || !/^\p{Lu}/u.test(subject.raw) || !countryWords.has(subject.lower)) return undefined;
  const rest = bodyAfter.exec(text.slice(subject.end))?.[0].length ?? 0;
  return { start: subject.start, end: subject.end + rest };
}

function cut(text: string, span: TextSpan | undefined): string {
  return span === undefined || span.end <= span.start ? text : text.slice(span.start, span.end);
}

const unit =
  /^[\s-](?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centuries|metres?|meters?|kilomet(?:re|er)s?|km|miles?|feet|ft|inch(?:es)?|acres|hectares|tons?|tonnes?|kilograms?|kg|barrels?|votes|degrees|times|millimetres?|millimeters?|centimetres?|centimeters?|mm|cm|litres?|liters?|megawatts?|gigawatts?)\b(?:\s(?:long|wide|high|deep|tall|old|per\s\w+|a\s(?:day|week|month|year)))?/;

/** "40 million CROWNS": of round numbers what they count is part, whatever the money is called. */
const counted = /^\s\p{Ll}+s\b/u;

function withUnit(text: string, span: TextSpan | undefined): string {
  if (span === undefined) return text;
  const isRound = /(?:thousand|million|billion|trillion)$/.test(text.slice(span.start, span.end));
  const rest = text.slice(span.end);
  const found = unit.exec(rest) ?? (isRound ? counted.exec(rest) : null);
  return cut(text, { start: span.start, end: span.end + (found?.[0].length ?? 0) });
}

const clauseStart = /[,;:]|\b(?:that|which|who|whom|where|when|while|before|after|because)\b/u;

/** The nearest span by the words of its own clause alone: "signed on Friday a truce that begins ON SUNDAY". */
function nearestInClause(weighed: Weighed, query: Query): TextSpan | undefined {
  const { found, words, hits, spans } = weighed;
  const { text } = found.at.sentence;
  const isBeside = (span: TextSpan, hit: number | undefined): boolean => {
    const word = hit === undefined ? undefined : words[hit];
    if (word === undefined) return false;
    const between = word.start < span.start ? text.slice(word.end, span.start) : text.slice(span.end, word.start);
    return !clauseStart.test(between);
  };
  const near = spans.map((span) => {
    const own = hits.map((hit, at) => (query.terms[at]?.name !== true && isBeside(span, hit) ? hit : undefined));
    return {
      span,
      near: closeness(
        words.findIndex((word) => word.end > span.start),
        own,
      ),
    };
  });
  const best = near.toSorted((one, other) => other.near - one.near)[0];
  return best === undefined || best.near === 0 ? undefined : best.span;
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
  String.raw`^(?:,|\s+and\b|,\s+and\b)?(?:\s+by\b)?(?:\s+(?:\p{Lu}[\p{L}’'.-]*|of|the|to|for|general|chancellor|secretary|minister|president|prime|foreign|adviser|advisor|envoy|leader|chief|head|special|former|national|security))*\s*$`,
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
  // "The head of Holm Lines, Anna Berg": two that only a comma parts are no list.
  if (last === first + 1 && text.slice(spans[first]?.end, spans[last]?.start) === ', ') [first, last] = [at, at];
  const end = spans[last]?.end ?? chosen.end;
  if (last > first && /^\s(?:to|of|for)\s/.test(text.slice(end))) return undefined;
  const start = spans[first]?.start ?? chosen.start;
  const office = /\b(?:government|army|parliament|people|authorities|navy) of (?:the )?$/.exec(
    text.slice(0, start),
  )?.[0];
  return { start: start - (office?.length ?? 0), end: end + countryAfter(text.slice(end)) };
}

/** How far a second country goes on: "the United States AND RUSSIA". */
function countryAfter(rest: string): number {
  const found = /^\sand\s(?:the\s)?(?<name>\p{Lu}\p{L}+)(?!['’\s]\p{Lu})/u.exec(rest);
  return found !== null && countryWords.has(found.groups?.['name']?.toLowerCase() ?? '') ? found[0].length : 0;
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
    const next = words.find(({ start }) => start > span.end)?.lower ?? '';
    if (inside.length > 1 && isBody.test(inside.at(-1)?.raw ?? '') && !roleNouns.has(next)) return [span];
    // "High-level delegations" are nobody.
    const compound = text[span.end] === '-';
    return first === undefined || compound ? [] : [withoutRole(text, { start: first.start, end: span.end })];
  });
}

/** "European Union", "Security Council": a name made of words that else only describe one. */
const isBody = /^(?:Union|Council|Commission)$/;

const roleBefore =
  /^.*\b(?:President|Minister|Secretary|Chancellor|Premier|Advis[eo]r|Governor|Senator|Mayor|Representative|Envoy|Ambassador|General)\s(?=\p{Lu}\p{L}+[\s-]\p{Lu})/u;

/** "Economy Minister Anna Holm of Denmark" is named Anna Holm. */
function withoutRole(text: string, span: TextSpan): TextSpan {
  const role = roleBefore.exec(text.slice(span.start, span.end))?.[0].length;
  if (role === undefined) return span;
  const start = span.start + role;
  const home = /^\p{Lu}\S+(?:\s\p{Lu}\S+)+(?=\sof\s)/u.exec(text.slice(start, span.end))?.[0].length;
  return { start, end: home === undefined ? span.end : start + home };
}
