import { capitalsMarkNames } from '../language/read-languages.ts';
import type { Sentence } from '../articles/article.ts';
import { roleModifiers, roleNouns } from '../reading/english/titles.ts';
import type { HeldArticle } from '../stories/library.ts';
import { contentWords, likeness } from '../events/content-words.ts';
import { contradictionBetween, tellOne } from '../events/relate.ts';
import { apart } from '../events/sets.ts';
import { tellingOf } from '../events/telling.ts';
import type { NamedActor } from './named-actors.ts';

/** What a sentence says, as far as words tell: enough to see that another says the same, or something else. */
export interface Saying {
  readonly text: string;
  readonly words: ReadonlySet<string>;
  /** Actors by shown name; other capitalised words (places, weekdays) as they stand. */
  readonly names: ReadonlySet<string>;
  readonly actors: ReadonlySet<string>;
}

/** Two sentences this much alike say the same, unless they differ in a number, a name or a "not". */
export const sameSaying = 0.6;
/** Of a sentence with fewer words that carry news, only the very same words are the same. */
const fewestWords = 4;
/** Two this much alike tell a reader little more than one of them. */
const tooAlike = 0.4;

export function sayingOf(held: HeldArticle, sentence: Sentence, actors: readonly NamedActor[]): Saying {
  return {
    text: sentence.text,
    words: contentWords(sentence.text),
    names: namesIn(held, sentence, actors),
    actors: new Set(actors.map(({ name }) => name)),
  };
}

/** Whether another sentence bears out a shown one: nearly its words, all of its numbers, nothing against it. */
export function bearsOut(other: Saying, shown: Saying): boolean {
  const alike = likeness(other.words, shown.words);
  if (alike < sameSaying || (alike < 1 && shown.words.size < fewestWords) || differ(other, shown)) return false;
  const { figures } = tellingOf(other.text);
  return [...tellingOf(shown.text).figures].every((figure) => figures.has(figure));
}

/** Whether one of the two is enough. Sentences that disagree are never: a reader should see both. */
export function oneIsEnough(left: Saying, right: Saying): boolean {
  if (likeness(left.words, right.words) >= tooAlike && !differ(left, right)) return true;
  return !apart(left.actors, right.actors) && tellOne(left.text, right.text);
}

/** Each names somebody whom the other does not, or they contradict each other. That one says more is no difference. */
function differ(left: Saying, right: Saying): boolean {
  return apart(left.names, right.names) || contradictionBetween(left.text, right.text) !== undefined;
}

function namesIn(held: HeldArticle, sentence: Sentence, actors: readonly NamedActor[]): ReadonlySet<string> {
  let rest = sentence.text;
  for (const { start, end } of actors) {
    const from = start - sentence.start;
    rest = rest.slice(0, from) + ' '.repeat(end - start) + rest.slice(from + end - start);
  }
  // A capital tells nothing at the sentence's start, and in German nothing anywhere.
  const words = capitalsMarkNames(held.article.language) ? [...rest.matchAll(/(?<=\S\s+)\p{Lu}[\p{L}’'-]+/gu)] : [];
  const others = words.map(([word]) => word.replace(/['’]s$/u, '')).filter((word) => !isTitle(word.toLowerCase()));
  return new Set([...actors.map(({ name }) => name), ...others]);
}

function isTitle(word: string): boolean {
  return roleNouns.has(word) || roleModifiers.has(word) || word === 'mr' || word === 'mrs' || word === 'ms';
}
