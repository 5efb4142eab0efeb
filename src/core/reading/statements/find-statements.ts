import type { TextSpan } from '../../articles/article.ts';
import type { ReadSentence } from '../read-sentences.ts';
import type { StatementReading } from '../reading.ts';
import type { FoundActor } from '../resolve-actors.ts';
import { contentOf } from './find-content.ts';
import { type Attributed, borderBehind, isNested } from './nesting.ts';
import { type Cue, findCues } from './find-cues.ts';
import { findQuotations, type Quotation } from './find-quotations.ts';
import { findSource } from './find-source.ts';
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

function statementsIn({ read, quotations }: ReadWithQuotations, owners: Owners, memory: Memory): Found[] {
  const all = attributionsIn(read, quotations);
  const nearest = quotations.map((quotation) => nearestTo(quotation, read, all));
  const isQuoting = (index: number): boolean => nearest.includes(index);
  const attributed = all.filter(({ nested }, index) => isQuoting(index) || !nested);
  return attributed.map((attribution, at) => {
    const { cue, source } = attribution;
    const spoken = quotations.filter((_, quotation) => nearest[quotation] === all.indexOf(attribution));
    const quoted = spoken.some((quotation) => quotation.spoken);
    const addressee = addresseeOf(read, cue);
    const kind = cue.kind === 'stance' && !quoted ? 'stance' : 'saying';
    const speaker = kind === 'stance' || source === undefined ? undefined : speakerOf(read, source, { owners, memory });
    const until = borderBehind(read, attribution, attributed.slice(at + 1));
    return {
      cue: cue.text,
      kind,
      ...(source !== undefined && { source: spanOf(read, source) }),
      ...(speaker !== undefined && { speaker }),
      ...(addressee !== undefined && { addressee: spanOf(read, addressee) }),
      content: contentOf(read, { cue, source, quotations: spoken, from: addressee?.to ?? cue.to, until }),
      quoted,
    };
  });
}

function attributionsIn(read: ReadSentence, quotations: readonly Quotation[]): (Attributed & { nested: boolean })[] {
  const found: (Attributed & { nested: boolean })[] = [];
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
    const gap = leadsInto(read, { start: words.end, end: start })
      ? 1
      : Math.max(words.start - end, start - words.end, 0);
    const apart = words.start > end && beginsClause(read, { start: end, end: words.start }) ? clauseHandicap : 0;
    return (
      gap + apart + (cue.form === 'noun' ? nounHandicap : cue.kind === 'stance' && gap > adjacent ? stanceHandicap : 0)
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
  return to === cue.to || (to === read.tokens.length && cue.text !== 'told') ? undefined : { from: cue.to, to };
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
