import { isRoleNoun } from '../find-roles.ts';
import type { NamedPlace, ReadSentence } from '../read-sentences.ts';
import type { Token } from '../tokens.ts';
import type { FoundActor, Gender } from '../found-actor.ts';
import { isPreposition, isVerb } from './clause-words.ts';
import type { ReadWithQuotations } from './find-attributions.ts';
import type { Source } from './source-behind.ts';

/** What the sentences before leave in mind, for those that lean on them. */
export interface Memory {
  /** Whom the text made its subject, the latest last. */
  readonly subjects: Subject[];
  /** Named in the last sentence behind a preposition or a verb: meant only where no subject can be. */
  objects: readonly FoundActor[];
  /** The institution that the last sentence was about. */
  institution?: FoundActor | undefined;
  /** What pronouns have shown of those whose names do not tell. */
  readonly genders: Map<FoundActor, Gender>;
}

export interface Subject {
  /** None for somebody without a name: "a spokesman". */
  readonly actor: FoundActor | undefined;
  /** Named with "and" beside: a pronoun that fits both is sure of neither. */
  readonly rival?: FoundActor | undefined;
}

export function emptyMemory(): Memory {
  return { subjects: [], objects: [], genders: new Map() };
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
  {
    owners,
    memory,
    before,
  }: { readonly owners: Owners; readonly memory: Memory; readonly before?: Subject | undefined },
): FoundActor | undefined {
  const words = read.tokens.slice(source.from, source.to);
  const pronoun = words.length === 1 ? genderOfPronoun(words[0]?.word ?? '') : undefined;
  if (pronoun !== undefined) {
    // "Miller denied that: “…,” he said": who speaks before in the sentence, named or not.
    if (before !== undefined && before.actor === undefined) return undefined;
    return antecedent(pronoun, memory, before?.actor ?? subjectOf(read, source, owners));
  }
  if (words.length === 1 && /^it$/i.test(words[0]?.word ?? '')) return memory.institution;
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
  const institutionMeant = institutionByNoun(read, words, owners);
  if (institutionMeant !== undefined) return institutionMeant;
  const [only] = names;
  const speaksFor = words.some(({ word }) => /^spokes(?:man|woman|person|people)$/i.test(word));
  const actor = names.length === 1 && only !== undefined ? owners.names.get(only) : undefined;
  return speaksFor && actor?.kind === 'organisation' ? actor : undefined;
}

/** "the ministry" is the one organisation named so far that has the word as its head. */
function institutionByNoun(
  { sentence }: ReadSentence,
  words: readonly Token[],
  { names }: Owners,
): FoundActor | undefined {
  const [article, noun] = words;
  if (words.length !== 2 || article?.word.toLowerCase() !== 'the' || noun === undefined) return undefined;
  const meant = new Set(
    [...names.values()].filter(
      ({ kind, name, places }) =>
        kind === 'organisation' &&
        places.some(({ read }) => read.sentence.index <= sentence.index) &&
        name.split(' ').length > 1 &&
        hasHead(name.toLowerCase(), noun.word.toLowerCase()),
    ),
  );
  const [only] = meant;
  return meant.size === 1 ? only : undefined;
}

function hasHead(name: string, noun: string): boolean {
  return name.endsWith(` ${noun}`) || name.startsWith(`${noun} of `) || name.startsWith(`${noun} for `);
}

function genderOfPronoun(word: string): Gender | undefined {
  if (/^(?:he|him)$/i.test(word)) return 'male';
  return /^(?:she|her)$/i.test(word) ? 'female' : undefined;
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
  const inside = read.names.filter((name) => name.from >= to && name.to <= (asideTo ?? to));
  const titled = inside.find(({ title }) => title !== undefined && title.from < to && title.to > from);
  if (titled !== undefined || asideTo === undefined) return titled;
  // "The ministry's spokesperson, Maria Keller, said": the aside is nothing but the name.
  return isRoleNoun(read.tokens[to - 1]?.word ?? '')
    ? inside.find((name) => name.from === to && name.to === asideTo && name.kind !== 'organisation')
    : undefined;
}

/** Who the sentence has named as its subject before the pronoun. */
function subjectOf(read: ReadSentence, source: Source, { names }: Owners): FoundActor | undefined {
  // "…, he said." at the end of a sentence: whom it names before is part of what he said.
  const next = read.tokens[source.to + 1];
  const isTail = /[,”"]\s*$/u.test(read.tokens[source.from]?.before ?? '') && read.tokens.length - source.to <= 3;
  if (isTail && (next === undefined || next.word !== 'that')) return undefined;
  const first = read.names.find((name) => name.to <= source.from && names.has(name) && !isObject(read, name));
  return first === undefined ? undefined : names.get(first);
}

/** He or she is the last subject whose gender fits; nobody if that is somebody unnamed, or one of two. */
function antecedent(gender: Gender, memory: Memory, before: FoundActor | undefined): FoundActor | undefined {
  const fits = (actor: FoundActor): boolean => {
    const known = actor.gender === 'unknown' ? (memory.genders.get(actor) ?? 'unknown') : actor.gender;
    return actor.kind === 'person' && (known === gender || known === 'unknown');
  };
  const found = before !== undefined && fits(before) ? before : lastSubject(fits, memory);
  if (found !== undefined && found.gender === 'unknown') memory.genders.set(found, gender);
  return found;
}

function lastSubject(fits: (actor: FoundActor) => boolean, memory: Memory): FoundActor | undefined {
  const last = memory.subjects.findLast(({ actor }) => actor === undefined || fits(actor));
  if (last !== undefined)
    return last.actor === undefined || (last.rival !== undefined && fits(last.rival)) ? undefined : last.actor;
  const objects = memory.objects.filter((actor) => actor.gender !== 'unknown' && fits(actor));
  return objects.length === 1 ? objects[0] : undefined;
}

interface Remembered {
  readonly owners: Owners;
  readonly memory: Memory;
  /** Who spoke in the sentence, in order; those without a name as well. */
  readonly speakers: readonly Subject[];
}

/**
 * Keeps in mind who a sentence was about. The first name is most often its subject, so it is put last; of whom only its
 * quotations speak, the text itself does not.
 */
export function remember({ read, quotations }: ReadWithQuotations, { owners, memory, speakers }: Remembered): void {
  const isQuoted = ({ from }: NamedPlace): boolean =>
    quotations.some(({ start, end }) => {
      const at = read.tokens[from]?.start ?? -1;
      return at >= start && at < end;
    });
  const named = read.names.flatMap((name) => {
    const actor = owners.names.get(name);
    return actor === undefined || isQuoted(name) ? [] : [{ name, actor }];
  });
  const people = named.filter(({ actor }) => actor.kind === 'person');
  const subjects = people.filter(({ name }) => !isObject(read, name));
  memory.objects = people.filter(({ name }) => isObject(read, name)).map(({ actor }) => actor);
  memory.subjects.push(
    ...subjects.map(({ name, actor }) => ({ actor, rival: partnerOf(read, name, subjects) })).toReversed(),
    ...(beginsUnnamed(read, owners) ? [{ actor: undefined }] : []),
    ...speakers.filter(({ actor }) => actor === undefined || actor.kind === 'person'),
  );
  const first = named[0];
  const leads = first !== undefined && first.name.from < 3 && !isObject(read, first.name);
  const speaking = speakers.at(-1)?.actor;
  memory.institution = speaking === undefined ? (leads ? institution(first.actor) : undefined) : institution(speaking);
}

function institution(actor: FoundActor): FoundActor | undefined {
  return actor.kind === 'organisation' ? actor : undefined;
}

/** "Karla Bruun |and Peter Hallmann|": the other of two that are named as one subject. */
function partnerOf(
  { tokens }: ReadSentence,
  name: NamedPlace,
  named: readonly { readonly name: NamedPlace; readonly actor: FoundActor }[],
): FoundActor | undefined {
  const isPair = (one: NamedPlace, other: NamedPlace): boolean =>
    tokens[one.to]?.word === 'and' && (other.title?.from ?? other.from) === one.to + 1;
  return named.find((other) => isPair(name, other.name) || isPair(other.name, name))?.actor;
}

/** "A former minister was waiting", "The woman had seen it": somebody who has no name here. */
function beginsUnnamed({ sentence, tokens, names }: ReadSentence, { references }: Owners): boolean {
  if (!/^(?:an?|the|another|one|two|her|his)$/i.test(tokens[0]?.word ?? '')) return false;
  if (references.some((reference) => reference.sentence === sentence.index && reference.from === 0)) return false;
  const end = tokens.findIndex((token, index) => index > 0 && (isVerb(token) || isPreposition(token)));
  const phrase = tokens.slice(0, end === -1 ? 5 : end);
  if (names.some((name) => name.from <= phrase.length + 1)) return false;
  return phrase.some(({ word }) => isRoleNoun(word) || isPersonNoun(word));
}

/** "Ness’s |brother|": not Ness, but somebody who belongs to him, is spoken of. */
function isSomebody(words: readonly Token[]): boolean {
  return words.some(({ word }) => isRoleNoun(word) || isPersonNoun(word));
}

function isPersonNoun(word: string): boolean {
  return /^(?:man|woman|girl|boy|person|witness|teacher|neighbou?r|resident|farmer|worker|driver|aide|wife|husband|brother|sister|son|daughter|father|mother|widow|friend|allies|ally|deputy|spokes\p{Ll}+)$/u.test(
    word,
  );
}

function isObject({ tokens }: ReadSentence, { from, to, title }: NamedPlace): boolean {
  const begins = title?.from ?? from;
  if (tokens[to - 1]?.possessive ?? false) return begins > 1 || isSomebody(tokens.slice(to, to + 3));
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
