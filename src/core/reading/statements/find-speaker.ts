import type { NamedPlace, ReadSentence } from '../read-sentences.ts';
import type { FoundActor, Gender } from '../resolve-actors.ts';
import type { Source } from './find-source.ts';

/** What the sentences before leave in mind, for those that lean on them. */
export interface Memory {
  /** People by how lately the text made them its subject, the latest last. */
  readonly subjects: FoundActor[];
}

/** Whose name each name is, and who is meant where a role stands alone. */
export interface Owners {
  readonly names: ReadonlyMap<NamedPlace, FoundActor>;
  readonly references: readonly {
    readonly actor: FoundActor;
    readonly sentence: number;
    readonly from: number;
    readonly to: number;
  }[];
}

export function ownersOf(actors: readonly FoundActor[]): Owners {
  return {
    names: new Map(actors.flatMap((actor) => actor.places.map(({ name }) => [name, actor] as const))),
    references: actors.flatMap((actor) =>
      actor.references.map(({ read, from, to }) => ({ actor, sentence: read.sentence.index, from, to })),
    ),
  };
}

/**
 * The actor that a source stands for: the one it names as its head, he or she of the sentences before, the holder of a
 * role, or the institution whose spokesperson it is. None where that is not sure: nobody is given another's words.
 */
export function speakerOf(
  read: ReadSentence,
  source: Source,
  { owners, memory }: { readonly owners: Owners; readonly memory: Memory },
): FoundActor | undefined {
  const words = read.tokens.slice(source.from, source.to);
  const pronoun = words.length === 1 ? genderOfPronoun(words[0]?.word ?? '') : undefined;
  if (pronoun !== undefined) return antecedent(pronoun, memory, subjectOf(read, source, owners));
  const inside = read.names.filter(
    (name) => name.from >= source.from && name.to <= source.to && owners.names.has(name),
  );
  // "Kremlin spokesman Dmitry Peskov": a name within the title of another is not the one who speaks.
  const names = inside.filter(
    (name) => !inside.some(({ title, from }) => title !== undefined && title.from <= name.from && name.to <= from),
  );
  const head = names.find((name) => isHead(read, name, source));
  const named = head ?? nameInAside(read, source);
  if (named !== undefined && owners.names.has(named)) return owners.names.get(named);
  const reference = owners.references.find(
    ({ sentence, from, to }) =>
      sentence === read.sentence.index && from >= source.from && to <= source.to && to >= source.to - 1,
  );
  if (reference !== undefined) return reference.actor;
  const [only] = names;
  const speaksFor = words.some(({ word }) => /^spokes(?:man|woman|person|people)$/i.test(word));
  const actor = names.length === 1 && only !== undefined ? owners.names.get(only) : undefined;
  return speaksFor && actor?.kind === 'organisation' ? actor : undefined;
}

function genderOfPronoun(word: string): Gender | undefined {
  if (/^he$/i.test(word)) return 'male';
  return /^she$/i.test(word) ? 'female' : undefined;
}

/** A name is what a source is about when nothing but its own title stands before it and nothing behind it. */
function isHead(read: ReadSentence, name: NamedPlace, source: Source): boolean {
  if (read.tokens[name.to - 1]?.possessive ?? false) return false;
  const begins = name.title?.from ?? name.from;
  const before = read.tokens.slice(source.from, begins).map(({ word }) => word.toLowerCase());
  const after = read.tokens.slice(name.to, source.to).map(({ word }) => word.toLowerCase());
  const governed = before.some((word) =>
    /^(?:of|to|for|with|by|from|in|on|against|about|at|under|between|among|around)$/.test(word),
  );
  return (
    !governed &&
    after.every(
      (word) => !/^(?:and|or|officials?|aides?|allies|supporters?|lawyers?|campaign|administration)$/.test(word),
    ) &&
    after.length < 4
  );
}

/** "Russia's foreign minister, Sergei Lavrov, said": the source is the title of the name behind it. */
function nameInAside(read: ReadSentence, { from, to, asideTo }: Source): NamedPlace | undefined {
  return read.names.find(
    (name) =>
      name.from >= to &&
      name.to <= (asideTo ?? to) &&
      name.title !== undefined &&
      name.title.from < to &&
      name.title.to > from,
  );
}

/** Who the sentence has named as its subject before the pronoun. */
function subjectOf(read: ReadSentence, source: Source, { names }: Owners): FoundActor | undefined {
  const first = read.names.find((name) => name.to <= source.from && names.has(name) && !isObject(read, name));
  return first === undefined ? undefined : names.get(first);
}

/** He or she is the last subject whose gender fits. */
function antecedent(gender: Gender, memory: Memory, before: FoundActor | undefined): FoundActor | undefined {
  const fits = (actor: FoundActor): boolean =>
    actor.kind === 'person' && (actor.gender === gender || actor.gender === 'unknown');
  if (before !== undefined && fits(before)) return before;
  return memory.subjects.findLast(fits);
}

/** Keeps in mind who a sentence was about. The first name is most often its subject, so it is put last. */
export function remember(
  read: ReadSentence,
  {
    owners,
    memory,
    speakers,
  }: { readonly owners: Owners; readonly memory: Memory; readonly speakers: readonly FoundActor[] },
): void {
  const named = read.names.flatMap((name) => (isObject(read, name) ? [] : [owners.names.get(name)]));
  const people = named.filter((actor) => actor?.kind === 'person').filter((actor) => actor !== undefined);
  memory.subjects.push(...people.toReversed(), ...speakers.filter(({ kind }) => kind === 'person'));
}

function isObject({ tokens }: ReadSentence, { from, to, title }: NamedPlace): boolean {
  if (tokens[to - 1]?.possessive ?? false) return true;
  const begins = title?.from ?? from;
  const previous = tokens[begins - 1];
  if (previous === undefined) return false;
  const article = previous.word === 'the' ? tokens[begins - 2] : previous;
  const spaced = /^\s+$/.test(tokens[begins]?.before ?? '');
  return spaced && article !== undefined && governing.has(article.word);
}

const governing: ReadonlySet<string> = new Set(
  'of to with for by from in at on against between among about over under towards toward like after before behind without into through via per alongside near beside including despite amid'.split(
    ' ',
  ),
);
