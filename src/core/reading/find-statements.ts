import type { StatementReading } from './reading.ts';
import { prepositions } from './english/function-words.ts';
import { isSpeechCue, saidForms, speechPhrases } from './english/speech.ts';
import { findQuotations, type Quotation } from './find-quotations.ts';
import type { NamedPlace, ReadSentence } from './read-sentences.ts';
import type { FoundActor, Gender } from './resolve-actors.ts';
import type { Token } from './tokens.ts';

interface Cue {
  readonly text: string;
  /** Index of its first token, and of the first token behind it. */
  readonly from: number;
  readonly to: number;
}

/** The speaker of the statement before, for sentences that lean on it. */
interface Memory {
  speaker: FoundActor | undefined;
  paragraph: number;
  /** People by how lately the text made them its subject, the latest last. */
  subjects: FoundActor[];
}

/** Finds who says what, sentence by sentence, with pronouns and bare quotations given to whom the text leads. */
export function findStatements(sentences: readonly ReadSentence[], actors: readonly FoundActor[]): StatementReading[] {
  const owners = new Map<NamedPlace, FoundActor>();
  for (const actor of actors) for (const { name } of actor.places) owners.set(name, actor);
  const memory: Memory = { speaker: undefined, paragraph: -1, subjects: [] };
  const statements: StatementReading[] = [];
  for (const read of sentences) {
    const statement = readStatement(read, owners, memory);
    if (statement !== undefined) statements.push(toReading(read, statement));
    remember(read, owners, memory, statement?.speaker);
  }
  return statements;
}

interface Found {
  readonly speaker: FoundActor;
  readonly cue: string;
  readonly quotations: readonly Quotation[];
  readonly content: { readonly start: number; readonly end: number };
}

function readStatement(
  read: ReadSentence,
  owners: ReadonlyMap<NamedPlace, FoundActor>,
  memory: Memory,
): Found | undefined {
  const quotations = findQuotations(read.sentence);
  for (const cue of findCues(read, quotations)) {
    const speaker = speakerOf(read, cue, { owners, memory });
    if (speaker === undefined) continue;
    return { speaker, cue: cue.text, quotations, content: contentOf(read, cue, quotations) };
  }
  const accordingTo = readAccordingTo(read, owners);
  if (accordingTo !== undefined) return { ...accordingTo, quotations };
  return continuedQuotation(read, quotations, memory);
}

/** A sentence that is nothing but a quotation goes on with what the speaker of the same paragraph said. */
function continuedQuotation(read: ReadSentence, quotations: readonly Quotation[], memory: Memory): Found | undefined {
  const [only] = quotations;
  const { sentence } = read;
  if (only === undefined || memory.speaker === undefined) return undefined;
  const outside = sentence.text.length - (only.end - only.start);
  if (outside > 4 || sentence.paragraph - memory.paragraph > 1) return undefined;
  return { speaker: memory.speaker, cue: 'said', quotations, content: { start: only.start, end: only.end } };
}

function findCues(read: ReadSentence, quotations: readonly Quotation[]): Cue[] {
  const { tokens, sentence } = read;
  const outside = (token: Token): boolean =>
    !quotations.some((quotation) => token.start >= quotation.start && token.end <= quotation.end);
  const cues: Cue[] = [];
  tokens.forEach((token, index) => {
    if (!outside(token) || isNounUse(tokens, index)) return;
    const next = tokens[index + 1];
    const following = next === undefined ? '.' : /^\s*,/.test(next.before) ? ',' : next.word;
    if (isSpeechCue(token.word, following) || (saidForms.has(token.word) && following === ','))
      cues.push({ text: token.word, from: index, to: index + 1 });
  });
  for (const phrase of speechPhrases) {
    for (const match of sentence.text.matchAll(phrase)) {
      const start = sentence.start + match.index;
      const from = tokens.findIndex((token) => token.start === start);
      const to = tokens.findIndex((token) => token.start >= start + match[0].length);
      if (from >= 0) cues.push({ text: match[0], from, to: to === -1 ? tokens.length : to });
    }
  }
  return cues.toSorted((left, right) => left.from - right.from);
}

/** "the report says" is a cue, "a claims office" or "to call for" is none of the subject's. */
function isNounUse(tokens: readonly Token[], index: number): boolean {
  const previous = tokens[index - 1]?.word ?? '';
  return /^(?:the|a|an|his|her|their|its|this|that|these|those|to|no|of|by|was|were|been|being|is|are|be|which)$/.test(
    previous,
  );
}

function speakerOf(
  read: ReadSentence,
  cue: Cue,
  context: { readonly owners: ReadonlyMap<NamedPlace, FoundActor>; readonly memory: Memory },
): FoundActor | undefined {
  return speakerBehind(read, cue, context.owners) ?? subjectBefore(read, cue, context);
}

/** “…,” said Tusk. */
function speakerBehind(
  read: ReadSentence,
  cue: Cue,
  owners: ReadonlyMap<NamedPlace, FoundActor>,
): FoundActor | undefined {
  const previous = read.tokens[cue.from];
  if (previous === undefined || !saidForms.has(cue.text) || !/[,”"’'»?!]\s*$/u.test(previous.before)) return undefined;
  const name = read.names.find(({ from, title }) => {
    const begins = title?.from ?? from;
    return begins >= cue.to && begins <= cue.to + 2;
  });
  return name === undefined ? undefined : owners.get(name);
}

/** The subject: the last actor before the cue that no preposition makes an object, or a pronoun. */
function subjectBefore(
  read: ReadSentence,
  cue: Cue,
  { owners, memory }: { readonly owners: ReadonlyMap<NamedPlace, FoundActor>; readonly memory: Memory },
): FoundActor | undefined {
  const pronoun = pronounBefore(read.tokens, cue);
  const named = read.names
    .filter((name) => name.to <= cue.from && owners.has(name) && !isObject(read.tokens, name))
    .toSorted((left, right) => right.from - left.from);
  const nearest = named.find((name) => reaches(read.tokens, name, cue));
  if (pronoun !== undefined && (nearest === undefined || pronoun.index > nearest.from)) {
    return antecedent(pronoun.gender, memory, nearest === undefined ? undefined : owners.get(nearest));
  }
  return nearest === undefined ? undefined : owners.get(nearest);
}

function pronounBefore(
  tokens: readonly Token[],
  cue: Cue,
): { readonly index: number; readonly gender: Gender } | undefined {
  for (let index = cue.from - 1; index >= Math.max(0, cue.from - 4); index -= 1) {
    const word = tokens[index]?.word.toLowerCase();
    if (word === 'he') return { index, gender: 'male' };
    if (word === 'she') return { index, gender: 'female' };
    if (word === undefined || !betweenSubjectAndVerb.test(word)) return undefined;
  }
  return undefined;
}

const betweenSubjectAndVerb =
  /^(?:also|has|have|had|then|later|again|once|firmly|repeatedly|previously|reportedly|further|himself|herself|itself|\p{L}+ly)$/u;

/** Whether the name can be the subject of the cue: nothing but its own apposition, adverbs and asides lies between. */
function reaches(tokens: readonly Token[], name: NamedPlace, cue: Cue): boolean {
  const between = tokens.slice(name.to, cue.from);
  if (between.length > 28) return false;
  const first = between[0];
  if (between.every((token) => betweenSubjectAndVerb.test(token.word))) return true;
  const aside = first !== undefined && /^\s*(?:,|\(|—|–)/.test(first.before);
  const verb = tokens[cue.from];
  const closes =
    verb !== undefined &&
    (between.some((token, index) => index > 0 && /[,)—–]/.test(token.before)) || /[,)—–]/.test(verb.before));
  return (
    (aside && closes) ||
    !between.some((token) => isOtherSubject(token.word)) ||
    between.some((token) => token.word === 'and')
  );
}

function isOtherSubject(word: string): boolean {
  return /^(?:he|she|they|it|we|who|which|that|people|officials|sources)$/i.test(word);
}

function isObject(tokens: readonly Token[], { from, to, title }: NamedPlace): boolean {
  if (tokens[to - 1]?.possessive ?? false) return true;
  const begins = title?.from ?? from;
  const previous = tokens[begins - 1];
  if (previous === undefined) return false;
  const article = previous.word === 'the' ? tokens[begins - 2] : previous;
  const spaced = /^\s+$/.test(tokens[begins]?.before ?? '');
  return spaced && article !== undefined && prepositions.has(article.word) && !/^(?:and|as|than)$/.test(article.word);
}

/** He or she is the last subject whose gender fits. */
function antecedent(gender: Gender, memory: Memory, before: FoundActor | undefined): FoundActor | undefined {
  const fits = (actor: FoundActor): boolean =>
    actor.kind === 'person' && (actor.gender === gender || actor.gender === 'unknown');
  if (before !== undefined && fits(before)) return before;
  return memory.subjects.findLast(fits);
}

function readAccordingTo(
  read: ReadSentence,
  owners: ReadonlyMap<NamedPlace, FoundActor>,
): Omit<Found, 'quotations'> | undefined {
  const at = read.tokens.findIndex(
    (token, index) => /^according$/i.test(token.word) && read.tokens[index + 1]?.word === 'to',
  );
  if (at === -1) return undefined;
  const name = read.names.find(({ from, title }) => (title?.from ?? from) >= at + 2 && (title?.from ?? from) <= at + 5);
  const speaker = name === undefined ? undefined : owners.get(name);
  if (speaker === undefined) return undefined;
  const { start, end } = read.sentence;
  const cueAt = read.tokens[at]?.start ?? start;
  const content = cueAt === start ? { start, end } : { start, end: cueAt };
  return { speaker, cue: 'according to', content: trimmed(read, content) };
}

/** What is said: the quotations if there are any, else what follows the cue, else what stands before it. */
function contentOf(read: ReadSentence, cue: Cue, quotations: readonly Quotation[]): { start: number; end: number } {
  const first = quotations[0];
  const last = quotations.at(-1);
  if (first !== undefined && last !== undefined) return { start: first.start, end: last.end };
  const { start, end } = read.sentence;
  const next = read.tokens[cue.to];
  const begins = next?.word === 'that' ? read.tokens[cue.to + 1]?.start : next?.start;
  const behind = begins !== undefined && end - begins > 12;
  return trimmed(read, behind ? { start: begins, end } : { start, end: read.tokens[cue.from]?.start ?? end });
}

function trimmed(
  { sentence }: ReadSentence,
  span: { readonly start: number; readonly end: number },
): { start: number; end: number } {
  const text = sentence.text.slice(span.start - sentence.start, span.end - sentence.start);
  const tail = /[\s,;]+$/.exec(text)?.[0].length ?? 0;
  return { start: span.start, end: Math.max(span.start, span.end - tail) };
}

function remember(
  read: ReadSentence,
  owners: ReadonlyMap<NamedPlace, FoundActor>,
  memory: Memory,
  speaker: FoundActor | undefined,
): void {
  const named = read.names.filter((name) => !isObject(read.tokens, name)).map((name) => owners.get(name));
  // The first name of a sentence is most often its subject, so it is put last.
  const people = named.filter((actor) => actor !== undefined).filter((actor) => actor.kind === 'person');
  for (const actor of people.toReversed()) memory.subjects.push(actor);
  if (speaker !== undefined) {
    memory.speaker = speaker;
    memory.paragraph = read.sentence.paragraph;
    if (speaker.kind === 'person') memory.subjects.push(speaker);
  }
}

function toReading(read: ReadSentence, { speaker, cue, quotations, content }: Found): StatementReading {
  const { index, start, end } = read.sentence;
  return {
    sentence: index,
    start,
    end,
    speaker: speaker.name,
    cue,
    quoted: quotations.some((quotation) => quotation.spoken),
    content,
  };
}
