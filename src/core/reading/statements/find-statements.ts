import type { TextSpan } from '../../articles/article.ts';
import type { ReadSentence } from '../read-sentences.ts';
import type { StatementReading } from '../reading.ts';
import type { FoundActor } from '../resolve-actors.ts';
import { contentOf } from './find-content.ts';
import { type Cue, findCues } from './find-cues.ts';
import { findQuotations, type Quotation } from './find-quotations.ts';
import { findSource, type Source } from './find-source.ts';
import { type Memory, type Owners, ownersOf, remember, speakerOf } from './find-speaker.ts';

interface Found {
  readonly cue: string;
  readonly kind: StatementReading['kind'];
  readonly source?: TextSpan;
  readonly speaker?: FoundActor;
  readonly addressee?: TextSpan;
  readonly content: TextSpan;
  readonly quoted: boolean;
}

interface ReadWithQuotations {
  readonly read: ReadSentence;
  readonly quotations: readonly Quotation[];
}

/**
 * Finds who says or thinks what, sentence by sentence. Pronouns, roles and bare quotations are given to whom the text
 * leads; where it does not, a statement has its source as worded, and no speaker.
 */
export function findStatements(sentences: readonly ReadSentence[], actors: readonly FoundActor[]): StatementReading[] {
  const owners = ownersOf(actors);
  const memory: Memory = { subjects: [] };
  const found: { readonly item: ReadWithQuotations; readonly statements: readonly Found[] }[] = [];
  for (const item of withQuotations(sentences)) {
    const statements = statementsIn(item, owners, memory);
    remember(item.read, {
      owners,
      memory,
      speakers: statements.flatMap(({ speaker, kind }) =>
        speaker === undefined || kind === 'stance' ? [] : [speaker],
      ),
    });
    found.push({ item, statements });
  }
  return found.flatMap(({ item, statements }, index) => {
    const all = statements.length > 0 ? statements : bareQuotation(found, index);
    return all.map((statement) => toReading(item.read, statement));
  });
}

/** A quotation that a sentence leaves open goes on in the next ones. */
function withQuotations(sentences: readonly ReadSentence[]): ReadWithQuotations[] {
  const found: ReadWithQuotations[] = [];
  for (const read of sentences) {
    const before = found.at(-1);
    const goesOn = before?.read.sentence.paragraph === read.sentence.paragraph;
    found.push({ read, quotations: findQuotations(read.sentence, goesOn ? before?.quotations.at(-1) : undefined) });
  }
  return found;
}

interface Attributed {
  readonly cue: Cue;
  readonly source: Source | undefined;
}

function statementsIn({ read, quotations }: ReadWithQuotations, owners: Owners, memory: Memory): Found[] {
  const attributed = attributionsIn(read, quotations);
  const nearest = quotations.map((quotation) => nearestTo(quotation, read, attributed));
  return attributed.map(({ cue, source }, index) => {
    const spoken = quotations.filter((_, at) => nearest[at] === index);
    const quoted = spoken.some((quotation) => quotation.spoken);
    const addressee = addresseeOf(read, cue);
    const kind = isStance(cue) && !quoted ? 'stance' : 'saying';
    const speaker = kind === 'stance' || source === undefined ? undefined : speakerOf(read, source, { owners, memory });
    return {
      cue: cue.text,
      kind,
      ...(source !== undefined && { source: spanOf(read, source) }),
      ...(speaker !== undefined && { speaker }),
      ...(addressee !== undefined && { addressee: spanOf(read, addressee) }),
      content: contentOf(read, { cue, source, quotations: spoken, from: addressee?.to ?? cue.to }),
      quoted,
    };
  });
}

function attributionsIn(read: ReadSentence, quotations: readonly Quotation[]): Attributed[] {
  const found: Attributed[] = [];
  for (const cue of findCues(read, quotations)) {
    const before = isParticiple(read, cue) ? found.findLast(({ source }) => source !== undefined)?.source : undefined;
    const source = cue.kind === 'noun' ? undefined : (before ?? findSource(read, cue));
    if (cue.kind === 'noun' || source !== undefined) found.push({ cue, source });
  }
  return found;
}

/** A quotation belongs to the cue beside it; between two as near, to the one that is a verb of saying. */
function nearestTo(
  { start, end }: Quotation,
  read: ReadSentence,
  attributed: readonly Attributed[],
): number | undefined {
  const distances = attributed.map(({ cue, source }) => {
    const words = spanOf(read, {
      from: Math.min(cue.from, source?.from ?? cue.from),
      to: Math.max(cue.to, source?.to ?? cue.to),
    });
    const gap = Math.max(words.start - end, start - words.end, 0);
    const apart = words.start > end && beginsClause(read, { start: end, end: words.start }) ? clauseHandicap : 0;
    return gap + apart + (cue.kind === 'noun' ? nounHandicap : isStance(cue) && gap > adjacent ? stanceHandicap : 0);
  });
  const least = Math.min(...distances);
  const index = distances.indexOf(least);
  return index === -1 ? undefined : index;
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

function isStance({ kind }: Cue): boolean {
  return kind === 'stance' || kind === 'noun';
}

/** "…, adding that …": the one who says it is the one before. */
function isParticiple({ tokens }: ReadSentence, cue: Cue): boolean {
  const token = tokens[cue.from];
  return token !== undefined && cue.kind !== 'according to' && token.word.endsWith('ing') && /,\s*$/.test(token.before);
}

function spanOf(
  { tokens, sentence }: ReadSentence,
  { from, to }: { readonly from: number; readonly to: number },
): TextSpan {
  return { start: tokens[from]?.start ?? sentence.start, end: tokens[to - 1]?.end ?? sentence.end };
}

/** "told reporters", "warned the Senate that": whom it is said to. */
function addresseeOf(read: ReadSentence, cue: Cue): { readonly from: number; readonly to: number } | undefined {
  if (!/^(?:tells?|told|telling|warn(?:s|ed|ing)?|assure[sd]?|remind(?:s|ed)?|asked|urged)$/.test(cue.text))
    return undefined;
  let to = cue.to;
  while (to < read.tokens.length && to - cue.to < 6) {
    const token = read.tokens[to];
    if (token === undefined || !/^['’]?s?\s+$/u.test(token.before)) break;
    if (
      /^(?:that|of|about|to|on|in|at|after|during|against|he|she|it|they|there|not|how|why|if|whether)$/.test(
        token.word,
      )
    )
      break;
    to += 1;
  }
  return to === cue.to || to === read.tokens.length ? undefined : { from: cue.to, to };
}

/** A sentence that is nothing but a quotation is said by whoever is quoted beside it, in its own or the paragraph before. */
function bareQuotation(
  found: readonly { readonly item: ReadWithQuotations; readonly statements: readonly Found[] }[],
  index: number,
): Found[] {
  const here = found[index]?.item;
  const [only] = here?.quotations ?? [];
  if (here === undefined || only === undefined || !isOnly(here.read, only)) return [];
  const near = (step: 1 | -1): Found | undefined => {
    for (let at = index + step; at >= 0 && at < found.length; at += step) {
      const other = found[at];
      const distance = Math.abs((other?.item.read.sentence.paragraph ?? 0) - here.read.sentence.paragraph);
      if (other === undefined || distance > (step === 1 ? 0 : 1)) return undefined;
      const said = other.statements.find(({ kind }) => kind === 'saying');
      if (said !== undefined) return said;
      if (other.statements.length > 0 || other.item.quotations.length === 0) return undefined;
    }
    return undefined;
  };
  const said = only.open !== undefined ? (near(1) ?? near(-1)) : (near(-1) ?? near(1));
  if (said === undefined) return [];
  const { addressee: _, ...rest } = said;
  return [{ ...rest, content: { start: only.start, end: only.end }, quoted: only.spoken }];
}

function isOnly({ sentence }: ReadSentence, { start, end }: Quotation): boolean {
  return sentence.text.length - (end - start) <= 4;
}

function toReading({ sentence }: ReadSentence, { speaker, addressee, ...found }: Found): StatementReading {
  return {
    sentence: sentence.index,
    start: sentence.start,
    end: sentence.end,
    ...found,
    ...(speaker !== undefined && { speaker: speaker.name }),
    ...(addressee !== undefined && { to: addressee }),
  };
}
