import type { TextSpan } from '../../articles/article.ts';
import type { ReadSentence } from '../read-sentences.ts';
import type { Token } from '../tokens.ts';
import { isPreposition, isTime, isVerb } from './clause-words.ts';
import type { Cue } from './find-cues.ts';
import type { Quotation } from './find-quotations.ts';
import type { Source } from './source-behind.ts';

interface Governed {
  readonly cue: Cue;
  readonly source: Source | undefined;
  readonly quotations: readonly Quotation[];
  /** Index of the token behind the cue and whom it is said to. */
  readonly from: number;
  /** Where the next attribution of the sentence begins that is no part of what is said here: an offset. */
  readonly until: number;
}

/** What is said, as a span of the article: the quotations if there are any, else the clause that the cue governs. */
export function contentOf(read: ReadSentence, { cue, source, quotations, from: behind, until }: Governed): TextSpan {
  const first = quotations[0];
  const last = quotations.at(-1);
  if (first !== undefined && last !== undefined) return { start: first.start, end: last.end };
  const { start } = read.sentence;
  const end = until;
  const begins = read.tokens[Math.min(cue.from, source?.from ?? cue.from)];
  const before = trimmed(read, { start, end: begins?.start ?? end });
  if (isTold(read, { cue, source, behind }) && before.end - before.start > shortest) return before;
  const next = read.tokens[behind];
  const from = read.tokens[clauseFrom(read.tokens, behind)]?.start ?? next?.start;
  if (cue.form === 'passive') {
    const after = read.tokens[Math.max(cue.to, source?.to ?? cue.to)]?.start ?? end;
    return before.end - before.start > 2 ? before : trimmed(read, { start: after, end });
  }
  if (cue.form === 'according to') {
    const after = read.tokens[source?.to ?? cue.to]?.start ?? end;
    return before.end - before.start > shortest ? before : trimmed(read, { start: after, end });
  }
  return from === undefined ? before : trimmed(read, { start: from, end });
}

/** "said |on Monday in Riga that| it would": what is said begins behind the "that". */
function clauseFrom(tokens: readonly Token[], behind: number): number {
  const adverbial = isPreposition(tokens[behind]) || isTime(tokens[behind]);
  for (let at = behind; at < tokens.length && at - behind <= (adverbial ? 12 : 0); at += 1) {
    const token = tokens[at];
    if (token === undefined || /[,;:“”"—]/u.test(token.before) || isVerb(token)) break;
    if (token.word === 'that') return at + 1;
  }
  return behind;
}

const shortest = 12;

/** "…, Tusk said on Monday": what was said stands before. */
function isTold(
  { tokens, sentence }: ReadSentence,
  { cue, source, behind }: { readonly cue: Cue; readonly source: Source | undefined; readonly behind: number },
): boolean {
  const begins = tokens[Math.min(cue.from, source?.from ?? cue.from)];
  if (begins === undefined || begins.start === sentence.start || !/[,”"]\s*$/u.test(begins.before)) return false;
  const next = tokens[Math.max(behind, source?.to ?? behind)];
  if (next === undefined) return true;
  return (
    /^\s*[,.;]/.test(next.before) ||
    /^(?:on|in|at|during|last|this|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)$/.test(next.word)
  );
}

function trimmed({ sentence }: ReadSentence, span: TextSpan): TextSpan {
  const text = sentence.text.slice(span.start - sentence.start, span.end - sentence.start);
  const tail =
    /(?:[\s,;—–]|\s(?:and|but|or|while|although|as|who|which|that|when|so|yet))+$/.exec(text)?.[0].length ?? 0;
  return { start: span.start, end: Math.max(span.start, span.end - tail) };
}
