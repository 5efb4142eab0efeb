import type { Actor } from '../stories/actor.ts';
import type { Library } from '../stories/library.ts';
import { namedPublishers } from './named-publishers.ts';
import { oppositesOf } from '../language/en/opposites.ts';
import type { QuestionReading } from './read-question.ts';
import { actorByRole, holdersOf } from './role-holders.ts';
import type { SentenceIndex } from './sentence-index.ts';
import { folded } from '../text/fold.ts';
import { synonymsOf } from '../words/synonyms.ts';
import { type Word, wordsOf } from '../words/words.ts';

/** One thing that an answering sentence should hold. */
export interface QueryTerm {
  readonly word: Word;
  /** The terms that stand for it in this library: other spellings, an actor's other names. */
  readonly terms: readonly string[];
  /** The terms that say the opposite of it. */
  readonly opposites: readonly string[];
  /** How much it says to find it: rare and full words more. */
  readonly weight: number;
  /** The part of its weight that does not come from how rare it is: names more, light words less. */
  readonly share: number;
  readonly name: boolean;
  /** In how many sentences it stands. */
  readonly found: number;
  readonly known: boolean;
}

/** A question put to one library. */
export interface Query {
  readonly reading: QuestionReading;
  readonly terms: readonly QueryTerm[];
  readonly totalWeight: number;
  /** Actors of the story that the question names. */
  readonly actors: readonly Actor[];
  /** The actor whose statement is asked for, when the story knows them. */
  readonly speaker?: Actor;
  /** All who may be meant, where the question names an office that several hold. */
  readonly holders: readonly Actor[];
  readonly publishers: ReturnType<typeof namedPublishers>;
}

/** Puts a question to a library: finds the actors it names and weighs its words by how rare they are there. */
export function queryFor(reading: QuestionReading, library: Library, index: SentenceIndex): Query {
  const named = actorsIn(reading, library);
  const publishers = namedPublishers(reading.text, index.publishers);
  const byName = reading.speaker?.map((word) => named.byWord.get(word)).find((actor) => actor !== undefined);
  const holders = byName === undefined ? holdersOf(reading.speaker ?? [], library) : [];
  const [onlyHolder] = holders.length === 1 ? holders : [];
  const byRole = isNamedOnly(reading.speaker ?? [], byName)
    ? undefined
    : (actorByRole(reading.speaker ?? [], library) ?? onlyHolder);
  const speaker = byRole ?? byName;
  const office = new Set(speaker === undefined ? reading.speaker : []);
  const roleWords = new Set(byRole === undefined ? [] : reading.speaker);
  const words = reading.words.filter(
    (word) =>
      !roleWords.has(word) && !publishers.words.some((span) => span.start <= word.start && word.end <= span.end),
  );
  const nameOfRole = byRole === undefined ? reading.words : wordsOf(byRole.name).slice(-1);
  const kept = words.length > 0 ? words : nameOfRole;
  const terms = toneDownFirstNames(
    kept.map((word) => termFor(word, office.has(word) ? holders : actorsOf(named.byWord.get(word)), index)),
    named.byWord,
  );
  return {
    reading,
    terms,
    totalWeight: terms.reduce((sum, term) => sum + term.weight, 0),
    actors: named.actors,
    holders: speaker === undefined ? holders : [],
    publishers,
    ...(speaker !== undefined && { speaker }),
  };
}

/** "The Doctors' Association" names the association; its chairman is somebody else, though the association is named too. */
function isNamedOnly(words: readonly Word[], actor: Actor | undefined): boolean {
  const names = new Set(
    [actor?.name ?? '', ...(actor?.aliases ?? [])].flatMap((name) => wordsOf(name).map(({ term }) => term)),
  );
  return words.every(({ term }) => names.has(term));
}

/** From which share of capitals on a term is a name. */
const mostlyCapital = 0.8;

function actorsOf(actor: Actor | undefined): readonly Actor[] {
  return actor === undefined ? [] : [actor];
}

function termFor(word: Word, actors: readonly Actor[], index: SentenceIndex): QueryTerm {
  const own = index.posting(word.term);
  const named = actors.length > 0;
  const mayVary = own === undefined || named || word.capital || own.capitals > mostlyCapital;
  const spellings = mayVary ? [...index.spelledLike(word.term), ...actors.flatMap(lastNames)] : [];
  const terms = [...new Set([word.term, ...spellings, ...(named ? [] : synonymsOf(word.term))])];
  const postings = terms.flatMap((term) => index.posting(term) ?? []);
  const found = postings.reduce((sum, posting) => sum + posting.sentences.length, 0);
  const name = named || word.capital || postings.some((posting) => posting.capitals > mostlyCapital);
  const share = word.weight === 'light' ? 0.3 : name || word.number ? 1.2 : 1;
  const weight = share * rarity(found, index.size);
  return { word, terms, opposites: oppositesOf(word.term), weight, share, name, found, known: found > 0 };
}

/** Sentences taken as background, so that in a handful of sentences no word counts as common. */
const background = 300;

/** The weight of a term that stands in some of the sentences, or passages, of a library. */
export function rarity(found: number, sentences: number): number {
  const all = sentences + background;
  return Math.log(1 + (all - found + 0.5) / (found + 0.5));
}

const firstNameShare = 0.2;

/** A first name counts for little beside the last name, which articles use alone. */
function toneDownFirstNames(terms: readonly QueryTerm[], byWord: ReadonlyMap<Word, Actor>): QueryTerm[] {
  return terms.map((term, index) => {
    const next = terms[index + 1];
    if (next === undefined || !term.name || !next.name || !next.known || !term.word.capital) return term;
    const adjacent = next.word.start - term.word.end === 1;
    const sameActor = byWord.get(term.word) !== undefined && byWord.get(term.word) === byWord.get(next.word);
    return adjacent && sameActor
      ? { ...term, weight: term.weight * firstNameShare, share: term.share * firstNameShare }
      : term;
  });
}

function lastNames(actor: Actor): string[] {
  return [actor.name, ...actor.aliases].flatMap((name) => wordsOf(name).at(-1)?.term ?? []);
}

const lookups = new WeakMap<Library, Map<string, Actor>>();

/** Actors by each word of their names; a word that several share names the one most mentioned. */
function lookupFor(library: Library): Map<string, Actor> {
  const ready = lookups.get(library);
  if (ready !== undefined) return ready;
  const [byLast, byAny] = [new Map<string, Actor>(), new Map<string, Actor>()];
  for (const actor of library.actors) {
    for (const name of [actor.name, ...actor.aliases]) {
      const words = wordsOf(name).filter((word) => word.weight !== 'stop' || word.raw.length > 3);
      for (const { term } of words) if (!byAny.has(term)) byAny.set(term, actor);
      const last = words.at(-1)?.term;
      if (last !== undefined && !byLast.has(last)) byLast.set(last, actor);
    }
  }
  const made = new Map([...byAny, ...byLast]);
  lookups.set(library, made);
  return made;
}

function actorsIn(reading: QuestionReading, library: Library): { actors: Actor[]; byWord: Map<Word, Actor> } {
  const lookup = lookupFor(library);
  const byWord = new Map<Word, Actor>();
  for (const word of [...reading.words, ...(reading.speaker ?? [])]) {
    const actor = lookup.get(word.term);
    if (actor !== undefined && isLikelyName(word, actor)) byWord.set(word, actor);
  }
  return { actors: [...new Set(byWord.values())], byWord };
}

/** A word in lower case names an actor only when it is their last name: "will" is not Will. */
function isLikelyName(word: Word, actor: Actor): boolean {
  if (/^\p{Lu}/u.test(word.raw)) return true;
  return [actor.name, ...actor.aliases].some((name) => folded(name).split(' ').at(-1) === word.lower);
}
