import type { TextSpan } from '../../articles/article.ts';
import type { ReadSentence } from '../read-sentences.ts';
import type { StatementReading } from '../reading.ts';
import type { FoundActor } from '../found-actor.ts';
import { findAttributions, type ReadWithQuotations, spanOf, withQuotations } from './find-attributions.ts';
import type { Quotation } from './find-quotations.ts';
import { emptyMemory, type Memory, type Owners, ownersOf, remember, speakerOf, type Subject } from './find-speaker.ts';
import { isSourceLikely } from './weigh-source.ts';

interface Found {
  readonly cue: string;
  readonly kind: StatementReading['kind'];
  readonly source?: TextSpan;
  readonly speaker?: FoundActor;
  readonly addressee?: TextSpan;
  readonly content: TextSpan;
  readonly quoted: boolean;
}

/**
 * Finds who says or thinks what, sentence by sentence. Pronouns, roles and bare quotations are given to whom the text
 * leads; where it does not, a statement has its source as worded, and no speaker.
 */
export function findStatements(sentences: readonly ReadSentence[], actors: readonly FoundActor[]): StatementReading[] {
  const owners = ownersOf(actors);
  const memory = emptyMemory();
  const found: { readonly item: ReadWithQuotations; readonly statements: readonly Found[] }[] = [];
  for (const item of withQuotations(sentences)) {
    const statements = statementsIn(item, owners, memory);
    found.push({ item, statements });
    const told = statements.length > 0 ? statements : bareQuotation(found, found.length - 1);
    const speakers = told.flatMap((statement) => subjectIn(item.read, statement, owners));
    remember(item, { owners, memory, speakers });
  }
  return found.flatMap(({ item, statements }, index) => {
    const all = statements.length > 0 ? statements : bareQuotation(found, index);
    return all.filter(tellsSomething).map((statement) => toReading(item.read, statement));
  });
}

/** "Rubio disagreed." tells who speaks, for the sentences around it, and nothing that he said. */
function tellsSomething({ quoted, content: { start, end } }: Found): boolean {
  return quoted || end > start;
}

function statementsIn(item: ReadWithQuotations, owners: Owners, memory: Memory): Found[] {
  const { read } = item;
  const candidates = findAttributions(item);
  let before: Subject | undefined;
  return candidates.map((candidate) => {
    const { cue, addressee, content, quoted } = candidate;
    // "calling it “premature”": whose word is given has said it.
    const isWorded = quoted || item.quotations.some(({ start, end }) => start === content.start && end === content.end);
    const kind = cue.kind === 'stance' && !isWorded ? 'stance' : 'saying';
    const source = isSourceLikely(read, candidate, candidates) ? candidate.source : undefined;
    const speaker =
      kind === 'stance' || source === undefined ? undefined : speakerOf(read, source, { owners, memory, before });
    const statement: Found = {
      cue: cue.text,
      kind,
      ...(source !== undefined && { source: spanOf(read, source) }),
      ...(speaker !== undefined && { speaker }),
      ...(addressee !== undefined && { addressee: spanOf(read, addressee) }),
      content,
      quoted,
    };
    before = subjectIn(read, statement, owners)[0] ?? before;
    return statement;
  });
}

/** Whom a statement makes the one who speaks: the next "he" is that person, and nobody if that is somebody unnamed. */
function subjectIn(
  { sentence, tokens, names }: ReadSentence,
  { kind, speaker, source }: Found,
  owners: Owners,
): Subject[] {
  if (speaker !== undefined) return [{ actor: speaker }];
  if (source === undefined) return [];
  const isNamed = names.some(
    (name) =>
      owners.names.has(name) &&
      (tokens[name.from]?.start ?? -1) >= source.start &&
      (tokens[name.to - 1]?.end ?? Infinity) <= source.end,
  );
  if (isNamed) return [];
  const words = sentence.text.slice(source.start - sentence.start, source.end - sentence.start).split(' ');
  return isUnnamedPerson(words, kind) ? [{ actor: undefined }] : [];
}

/** "Valley Fire Chief Orla Tamm", "a resident of the street": a new person, whoever it is. */
function isUnnamedPerson(words: readonly string[], kind: Found['kind']): boolean {
  const names = words.filter((word) => /^\p{Lu}\p{Ll}/u.test(word));
  if (names.length > 1 && names.length === words.length) return true;
  return kind === 'saying' && /^an?$/i.test(words[0] ?? '') && words.length > 1;
}

/** A sentence that is nothing but a quotation is said by whoever is quoted beside it, in its own or the paragraph before. */
function bareQuotation(
  found: readonly { readonly item: ReadWithQuotations; readonly statements: readonly Found[] }[],
  index: number,
): Found[] {
  const here = found[index]?.item;
  const [only] = here?.quotations ?? [];
  if (here === undefined || only === undefined) return [];
  const goesOn = isGoingOn(found[index - 1]?.item, here.read, only);
  if (!isOnly(here.read, only) && !goesOn) return [];
  const near = (step: 1 | -1): Found | undefined => {
    for (let at = index + step; at >= 0 && at < found.length; at += step) {
      const other = found[at];
      const distance = Math.abs((other?.item.read.sentence.paragraph ?? 0) - here.read.sentence.paragraph);
      if (other === undefined || distance > (step === 1 || goesOn ? 0 : 1)) return undefined;
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

/** The sentence before has left the quotation open. */
function isGoingOn(before: ReadWithQuotations | undefined, { sentence }: ReadSentence, only: Quotation): boolean {
  return (
    only.start === sentence.start &&
    before?.read.sentence.paragraph === sentence.paragraph &&
    before.quotations.at(-1)?.open !== undefined
  );
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
