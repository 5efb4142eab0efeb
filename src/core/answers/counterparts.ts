import type { TextSpan } from '../articles/article.ts';
import { type Word, wordsOf } from '../words/words.ts';

const way = String.raw`(?:\s(?:again|briefly|directly|separately|privately|by (?:tele)?phone|by video(?: link)?|on the (?:tele)?phone))?`;
/** What brings somebody together with another, up to where the other is named. */
const meeting = new RegExp(
  [
    String.raw`\b(?:met|meets?|meeting)${way}(?:\swith)?\s`,
    String.raw`\b(?:s[ai]ts? down|sitting down|sh(?:ook|akes?|aking) hands|dined|lunched)(?:\stogether)?\swith\s`,
    String.raw`\b(?:spoke|speaks?|spoken|speaking|talk(?:s|ed|ing)?|negotiat(?:es?|ed|ing)|conferred)${way}\s(?:with|to)\s`,
    String.raw`\b(?:meetings?|talks|discussions?|negotiations?|consultations?|conversations?|call|interview|statement)\s(?:with|to)\s`,
    String.raw`\b(?:told|telephoned|phoned)\s`,
  ].join('|'),
  'giu',
);
/** Where the naming of the other ends. */
const stop =
  /[,.;:"“”()–—]|\s(?:in|on|at|for|before|after|during|about|over|that|who|whom|which|while|when|where|as|but|from|until|since|without|shortly|later|earlier|again|yesterday|today|tomorrow|\p{Ll}+ly)\b|\sand\s(?!(?:the|his|her|its|their|other|a|an)\b|\p{Lu})|\s(?:to|by)\s(?!\p{Lu})/u;
const nobody =
  /^(?:in|on|at|for|before|after|during|about|over|that|to|by|with|it|him|her|them|us|each|one|and|again)\b|^$/;

interface Place {
  readonly text: string;
  readonly words: readonly Word[];
  /** Terms of the question. */
  readonly asked: ReadonlySet<string>;
}

/**
 * Whom the one asked about met or spoke to, as worded there: "the mayors of three towns", "a Danish delegation". Empty when only
 * others meet in the sentence, or nobody does; undefined when it names the one asked about as the one who was met.
 */
export function counterpartSpans({ text, words, asked }: Place): TextSpan[] | undefined {
  const found = [...text.matchAll(meeting)].flatMap((match) => {
    const start = match.index + match[0].length;
    const rest = text.slice(start);
    const end = start + (stop.exec(rest)?.index ?? rest.length);
    return nobody.test(text.slice(start, end)) ? [] : [{ at: match.index, span: { start, end } }];
  });
  if (found.length === 0) return [];
  const isAsked = ({ start, end }: TextSpan): boolean =>
    words.some((word) => word.start >= start && word.end <= end && word.capital && asked.has(word.term));
  const own = found.filter(({ at, span }) => !isAsked(span) && meets(text.slice(0, at), asked));
  if (own.length > 0) return own.map(({ span }) => span);
  return found.some(({ span }) => isAsked(span)) ? undefined : [];
}

/** Before a verb of meeting, and before a noun of meeting: it is still to come, or never came. */
const toCome =
  /\b(?:to|will|would|shall|may|might|could|should|can|must|cannot|not|never)(?:\sbe)?(?:\s\p{Ll}+ly)?\s$/iu;
const sought =
  /\b(?:(?:ahead of|before|plan\p{Ll}*|propos\p{Ll}*|seek\p{Ll}*|want\p{Ll}*|demand\p{Ll}*|offer\p{Ll}*|call\p{Ll}* for|prepar\p{Ll}* for|agreed? to(?: hold)?|possible|upcoming|no|without)|(?:arriv\p{Ll}*|travel\p{Ll}*|fl(?:y|ies|ew|ying)|head\p{Ll}*|le(?:ave|aves|ft)|g(?:o|oes|oing)|went|came|comes?)\b[^.;]*\bfor)\s(?:\p{Ll}+\s){0,2}$/iu;
const noun = /^(?:meetings?|talks|discussions?|negotiations?|consultations?|conversations?|call)\s(?:with|to)\s$/i;

/**
 * Whether every meeting that a sentence words is planned, sought or ruled out: "is to meet", "arrived for talks with". A question in
 * the sentence's own noun ("had discussions with") takes what it gets.
 */
export function onlyMeansToMeet({ text, words, asked }: Place): boolean {
  const found = [...text.matchAll(meeting)].filter(({ 0: matched, index }) => {
    const rest = text.slice(index + matched.length);
    return !nobody.test(rest.slice(0, stop.exec(rest)?.index ?? rest.length));
  });
  return (
    found.length > 0 &&
    found.every(({ 0: matched, index }) => {
      const before = text.slice(0, index);
      if (!noun.test(matched)) return toCome.test(before);
      const own = words.find(({ start }) => start >= index);
      return !(own !== undefined && asked.has(own.term)) && (sought.test(before) || toCome.test(before));
    })
  );
}

/** "arrived in Denmark", "flew to Nordby", ", the envoy of Denmark," */
const asides =
  /,\s(?:the|an?|his|her|its)\s[^,]*,|\b(?:in|at|to|from|near|outside)\s(?:the\s)?(?:\p{Lu}[^\s,.;]*\s?)+/gu;

/** Whether the last one named before the meeting is the one asked about; nobody named is a pronoun for somebody before. */
function meets(before: string, asked: ReadonlySet<string>): boolean {
  const named = wordsOf(before.replaceAll(asides, ' '))
    .filter(({ raw, weight }, at) => /^\p{Lu}/u.test(raw) && (at > 0 || weight === 'full'))
    .filter(({ raw }) => !raw.endsWith('day'));
  return named.length === 0 || named.slice(-2).some(({ term }) => asked.has(term));
}
