import { capitalsMarkNames } from '../language/read-languages.ts';
import type { Sentence } from '../articles/article.ts';
import { roleModifiers, roleNouns } from '../reading/english/titles.ts';
import type { HeldArticle } from '../stories/library.ts';
import { contentWords, likeness } from './content-words.ts';
import type { NamedActor } from './named-actors.ts';

/** What a sentence says, as far as words tell: enough to see that another says the same, or something else. */
export interface Saying {
  readonly words: ReadonlySet<string>;
  /** Numbers, in figures. */
  readonly numbers: ReadonlySet<string>;
  /** Actors by shown name; other capitalised words (places, weekdays) as they stand. */
  readonly names: ReadonlySet<string>;
  readonly denies: 'yes' | 'no';
}

/** Two sentences this much alike say the same, unless they differ in a number, a name or a "not". */
export const sameSaying = 0.6;
/** Of a sentence with fewer words that carry news, only the very same words are the same. */
const fewestWords = 4;
/** Two this much alike tell a reader little more than one of them. */
const tooAlike = 0.4;

export function sayingOf(held: HeldArticle, sentence: Sentence, actors: readonly NamedActor[]): Saying {
  return {
    words: contentWords(sentence.text),
    numbers: numbersIn(sentence.text),
    names: namesIn(held, sentence, actors),
    denies: /\b(?:not|no|never|nobody|none|nor|without|cannot)\b|n[’']t\b/iu.test(sentence.text) ? 'yes' : 'no',
  };
}

/** Whether another sentence bears out a shown one: nearly its words, all of its numbers, nothing against it. */
export function bearsOut(other: Saying, shown: Saying): boolean {
  const alike = likeness(other.words, shown.words);
  if (alike < sameSaying || (alike < 1 && shown.words.size < fewestWords) || differ(other, shown)) return false;
  return [...shown.numbers].every((number) => other.numbers.has(number));
}

/** Whether one of the two is enough. Sentences that disagree are never: a reader should see both. */
export function oneIsEnough(left: Saying, right: Saying): boolean {
  return likeness(left.words, right.words) >= tooAlike && !differ(left, right);
}

/** Each has a number or a name that the other lacks, or only one denies. That one says more is no difference. */
function differ(left: Saying, right: Saying): boolean {
  return left.denies !== right.denies || apart(left.numbers, right.numbers) || apart(left.names, right.names);
}

function apart(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
  return [...left].some((item) => !right.has(item)) && [...right].some((item) => !left.has(item));
}

const inFigures = new Map(
  ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'].map(
    (word, index) => [word, String(index + 1)],
  ),
);
const numbers =
  /\d[\d.,]*\d|\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|thousand|million|billion|half|quarter)\b/gu;

function numbersIn(text: string): ReadonlySet<string> {
  const found = text.toLowerCase().match(numbers) ?? [];
  return new Set(found.map((number) => inFigures.get(number) ?? number.replaceAll(',', '')));
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
