import type { Block, Span } from './message.ts';

/** The bot's own words. */
export function text(words: string): Span {
  return { kind: 'text', text: words };
}

export function strong(words: string): Span {
  return { kind: 'strong', text: words };
}

/** Something to type. */
export function command(words: string): Span {
  return { kind: 'command', text: words };
}

/** Stands before each sentence that a language model worded. */
export const writtenMark = '✎ ';

/** An article's words as people see them: a quotation between marks, which stand around exactly its words. */
export function excerptWords({ text: words, shown }: Extract<Span, { kind: 'excerpt' }>): string {
  return shown === 'quoted' ? `“${words}”` : words;
}

/** What stands between an article's words and their numbers: a space, after a word on opinion where it is one. */
export function excerptMark({ opinion }: Extract<Span, { kind: 'excerpt' }>): string {
  return opinion === true ? ' (opinion) ' : ' ';
}

/** A moment, ISO 8601 UTC. */
export function time(at: string, show: 'date' | 'datetime'): Span {
  return { kind: 'time', at, show };
}

export function paragraph(...spans: Span[]): Block {
  return { kind: 'paragraph', spans };
}

export function note(...spans: Span[]): Block {
  return { kind: 'note', spans };
}

export function list(items: Span[][]): Block {
  return { kind: 'list', items };
}

export function heading(words: string): Block {
  return { kind: 'heading', text: words };
}

/** "The 1 article I hold names", "The 3 articles I hold name": the verb in both its forms. */
export function articlesHeld(count: number, one: string, several: string): string {
  return `The ${counted(count, 'article')} I hold ${count === 1 ? one : several}`;
}

/** "1 article", "3 articles". */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${count} ${count === 1 ? singular : plural}`;
}
