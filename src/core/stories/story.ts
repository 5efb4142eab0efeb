import type { StoryKey } from '../ids/ids.ts';

/** A developing story as its YAML file describes it. Everything that is particular to a story stands here, none in code. */
export interface Story {
  /** The slash command's word, which also names the story. */
  readonly key: StoryKey;
  readonly title: string;
  /** ISO 8601 date: what was published before it is not part of the story. */
  readonly since: string;
  /** ISO 639-1 code of the language most articles are in. */
  readonly language: string;
  /** IANA zone in which local dates of the story are shown and schedules default. */
  readonly timeZone: string;
  /** Words of which an article from a feed must hold at least one to belong to the story; matched as whole words. */
  readonly about: readonly string[];
  readonly sources: readonly Source[];
  /** Names whose spelling varies: the first spelling is the one shown. */
  /** What `positions` sorts statements by; when there are none, the words that most speakers use. */
  readonly topics: readonly StoryTopic[];
  readonly spellings: readonly (readonly string[])[];
}

/** Something that positions are taken on. */
export interface StoryTopic {
  readonly name: string;
  /** Other words for it; each may be a phrase, all of whose words a sentence must hold. */
  readonly words: readonly string[];
}

export interface Source {
  readonly publisher: string;
  /** Address of an RSS, Atom or JSON feed. */
  readonly feed: string;
}
