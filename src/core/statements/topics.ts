import { type Word, wordsOf } from '../words/words.ts';
import type { Library } from '../stories/library.ts';
import { type Said, saidIn } from './said.ts';

/** What positions are taken on: a name to show and the terms by which a sentence is known to speak of it. */
export interface Topic {
  readonly name: string;
  /** One of these sets must stand in a sentence, whole. */
  readonly terms: readonly (readonly string[])[];
}

/** Topics that are found when the story file names none. */
const mostFound = 6;
const fewestSpeakers = 2;

/** The topic that somebody typed: one of the story's by its name, else its own words. */
export function topicFor(typed: string, library: Library): Topic {
  const known = topicsOf(library).find(({ name }) => isTopicName(name, typed));
  return known ?? { name: typed.trim(), terms: [termsOf(typed)] };
}

/** Whether somebody typed the name of a topic; "dam" is "the dam". */
export function isTopicName(name: string, typed: string): boolean {
  const plain = (words: string): string =>
    words
      .trim()
      .toLowerCase()
      .replace(/^(?:the|an?)\s+/, '');
  return plain(name) === plain(typed);
}

/** The story file's topics, else the words that most speakers of the story use. */
export function topicsOf(library: Library): Topic[] {
  const { topics } = library.story;
  if (topics.length === 0) return foundTopics(library);
  return topics.map(({ name, words }) => ({ name, terms: [name, ...words].map(termsOf) }));
}

/** Whether a text speaks of a topic. */
export function speaksOf(text: string, { terms }: Topic): boolean {
  const there = new Set(wordsOf(text).map(({ term }) => term));
  return terms.some((set) => set.length > 0 && set.every((term) => there.has(term)));
}

function termsOf(words: string): string[] {
  const all = wordsOf(words);
  const full = all.filter(({ weight }) => weight !== 'stop');
  return (full.length > 0 ? full : all).map(({ term }) => term);
}

function foundTopics(library: Library): Topic[] {
  const names = new Set(library.actors.flatMap(({ name, aliases }) => [name, ...aliases].flatMap(termsOf)));
  const uses = new Map<string, { readonly speakers: Set<string>; readonly forms: Map<string, number> }>();
  for (const said of saidIn(library)) {
    for (const word of contentWords(said).filter(({ term }) => !names.has(term))) {
      const use = uses.get(word.term) ?? { speakers: new Set<string>(), forms: new Map<string, number>() };
      use.speakers.add(said.speaker);
      use.forms.set(word.lower, (use.forms.get(word.lower) ?? 0) + 1);
      uses.set(word.term, use);
    }
  }
  return [...uses]
    .filter(([, { speakers }]) => speakers.size >= fewestSpeakers)
    .toSorted(
      ([, left], [, right]) => right.speakers.size - left.speakers.size || total(right.forms) - total(left.forms),
    )
    .slice(0, mostFound)
    .map(([term, { forms }]) => ({ name: mostUsed(forms), terms: [[term]] }));
}

const ordinal = /^(?:first|second|third|last|next|other|same|whole|today|tomorrow|yesterday)$/;

/** Nouns mostly: what is said about begins with a small letter, has some length, counts nothing and is no cue. */
function contentWords({ content, statement }: Said): Word[] {
  return wordsOf(content).filter(
    ({ weight, number, lower, raw }) =>
      weight === 'full' &&
      !number &&
      lower.length > 3 &&
      lower !== statement.cue &&
      raw === lower &&
      !ordinal.test(lower),
  );
}

function total(forms: ReadonlyMap<string, number>): number {
  return [...forms.values()].reduce((sum, count) => sum + count, 0);
}

function mostUsed(forms: ReadonlyMap<string, number>): string {
  return [...forms].toSorted(([, left], [, right]) => right - left)[0]?.[0] ?? '';
}
