import type { TextSpan } from '../../articles/article.ts';
import type { ReadSentence } from '../read-sentences.ts';
import { isCapitalised, type Token } from '../tokens.ts';
import { isDeterminer, isModal, isVerb } from './clause-words.ts';
import { contentOf } from './find-content.ts';
import { type Cue, findCues } from './find-cues.ts';
import { findQuotations, type Quotation } from './find-quotations.ts';
import { findSource } from './find-source.ts';
import { type Attributed, begins, borderBehind, isNested } from './nesting.ts';

export interface ReadWithQuotations {
  readonly read: ReadSentence;
  readonly quotations: readonly Quotation[];
}

/** A cue of a sentence with its source, and what it governs. */
export interface Candidate extends Attributed {
  readonly addressee: TokenSpan | undefined;
  readonly content: TextSpan;
  /** Whether the content is a direct quotation. */
  readonly quoted: boolean;
}

/** `nested`: it stands within what another of its sentence tells. */
interface Placed extends Attributed {
  readonly nested: boolean;
}

interface TokenSpan {
  readonly from: number;
  readonly to: number;
}

/** A quotation that a sentence leaves open goes on in the next ones. */
export function withQuotations(sentences: readonly ReadSentence[]): ReadWithQuotations[] {
  const found: ReadWithQuotations[] = [];
  for (const read of sentences) {
    const before = found.at(-1);
    const goesOn = before?.read.sentence.paragraph === read.sentence.paragraph;
    found.push({ read, quotations: findQuotations(read.sentence, goesOn ? before?.quotations.at(-1) : undefined) });
  }
  return found;
}

/** Everything in a sentence that may attribute something to somebody, in order; what is told within another's words is left out. */
export function findAttributions({ read, quotations }: ReadWithQuotations): Candidate[] {
  const all = attributionsIn(read, quotations);
  const nearest = quotations.map((quotation) => nearestTo(quotation, read, all));
  const attributed = all.filter(({ nested }, index) => nearest.includes(index) || !nested);
  return attributed.map((attribution, at) => {
    const { cue, source } = attribution;
    const spoken = quotations.filter((_, quotation) => nearest[quotation] === all.indexOf(attribution));
    const addressee = addresseeOf(read, cue);
    const until = borderBehind(
      read,
      attribution,
      attributed.slice(at + 1).filter(({ nested }) => !nested),
    );
    return {
      cue,
      source,
      addressee,
      content: contentOf(read, { cue, source, quotations: spoken, from: addressee?.to ?? cue.to, until }),
      quoted: spoken.some((quotation) => quotation.spoken),
    };
  });
}

function attributionsIn(read: ReadSentence, quotations: readonly Quotation[]): Placed[] {
  const found: Placed[] = [];
  for (const cue of findCues(read, quotations)) {
    const outer = found.filter(({ nested }) => !nested);
    const earlier = outer.findLast(
      ({ source, cue: { form } }) => source !== undefined && (form === 'finite' || form === 'coordinate'),
    )?.source;
    const source = findSource(read, cue, earlier);
    if (cue.form === 'noun' || source !== undefined || cue.form === 'passive')
      found.push({ cue, source, nested: isNested(read, outer, { cue, source }) });
  }
  return found;
}

/** A quotation belongs to the cue beside it; between two as near, to the one that is a verb of saying. */
function nearestTo({ start, end }: Quotation, read: ReadSentence, attributed: readonly Placed[]): number | undefined {
  const distances = attributed.map((attribution) => {
    const { cue, source } = attribution;
    const from = begins(attribution);
    const words = spanOf(read, {
      from,
      to: Math.max(cue.to, source?.to ?? cue.to),
    });
    const followsMark = source?.behind === true && words.start > end && words.start - end <= adjacent + 1;
    const gap = followsMark
      ? 0
      : leadsInto(read, { start: words.end, end: start })
        ? 1
        : Math.max(words.start - end, start - words.end, 0);
    const named = words.start > end && read.tokens[from - 1]?.word === 'what' ? clauseHandicap : 0;
    const apart = words.start > end && beginsClause(read, { start: end, end: words.start }) ? clauseHandicap : 0;
    return (
      gap +
      apart +
      named +
      (cue.form === 'noun' || (attribution.nested && cue.kind === 'stance')
        ? nounHandicap
        : cue.kind === 'stance' && gap > adjacent
          ? stanceHandicap
          : 0)
    );
  });
  const least = Math.min(...distances);
  const index = distances.indexOf(least);
  return index === -1 ? undefined : index;
}

/** "claimed on Tuesday that “…": nothing is nearer than a "that" before the mark. */
function leadsInto({ sentence }: ReadSentence, between: TextSpan): boolean {
  if (between.end <= between.start) return false;
  return /^[^“”",;]*\bthat (?:\p{L}+ ){0,2}[“"‘'«]+$/u.test(
    sentence.text.slice(between.start - sentence.start, between.end - sentence.start),
  );
}

/** In characters: unless the quotation follows at once, a verb of saying farther away is the likelier one. */
const stanceHandicap = 150;
const adjacent = 3;
const nounHandicap = 1_000;
const clauseHandicap = 200;

/** "He called it “a good talk” and the ministry said it was short": what follows the "and" speaks of something else. */
function beginsClause({ sentence }: ReadSentence, between: TextSpan): boolean {
  const text = sentence.text.slice(between.start - sentence.start, between.end - sentence.start);
  return /^[”"’'»]?\s+(?:and|but|while)\s/u.test(text);
}

/** The offsets of a range of tokens. */
export function spanOf(
  { tokens, sentence }: ReadSentence,
  { from, to }: { readonly from: number; readonly to: number },
): TextSpan {
  return { start: tokens[from]?.start ?? sentence.start, end: tokens[to - 1]?.end ?? sentence.end };
}

/** "told reporters |the summit| would", "told reporters |Tusk| would": another phrase begins. */
function beginsPhrase(token: Token, before: Token | undefined): boolean {
  if (isVerb(token) || isModal(token)) return true;
  if (before === undefined || isDeterminer(before)) return false;
  return isDeterminer(token) || (isCapitalised(token.word) && !isCapitalised(before.word));
}

/** "told reporters", "warned the Senate that": whom it is said to. */
function addresseeOf(read: ReadSentence, cue: Cue): { readonly from: number; readonly to: number } | undefined {
  if (!/^(?:tells?|told|telling|warn(?:s|ed|ing)?|assure[sd]?|remind(?:s|ed)?|asked|urged)$/.test(cue.text))
    return undefined;
  let to = cue.to;
  while (to < read.tokens.length && to - cue.to < 6) {
    const token = read.tokens[to];
    if (token === undefined || !/^['’]?s?\s+$/u.test(token.before)) break;
    if (to > cue.to && beginsPhrase(token, read.tokens[to - 1])) break;
    if (
      /^(?:that|of|about|to|on|in|at|after|during|against|he|she|it|they|there|not|how|why|if|whether)$/.test(
        token.word,
      )
    )
      break;
    to += 1;
  }
  return to === cue.to || (to === read.tokens.length && cue.text !== 'told') ? undefined : { from: cue.to, to };
}
