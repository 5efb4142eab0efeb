import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { LineCounter, parseDocument, type Document } from 'yaml';
import { z } from 'zod';
import { UserError } from '../core/errors/errors.ts';
import { storyKeySchema } from '../core/ids/ids.ts';
import type { Story } from '../core/stories/story.ts';
import { nearest } from '../core/text/nearest.ts';

const phrase = z.string().trim().min(1, 'must not be empty');

const storySchema = z.strictObject({
  title: phrase.max(100, 'must have at most 100 characters'),
  command: storyKeySchema,
  since: z.iso.date('must be a date such as 2025-02-10'),
  language: z.string().regex(/^[a-z]{2}$/, 'must be a two-letter code (ISO 639-1) such as en'),
  timezone: z.string().refine(isTimeZone, 'must be an IANA time zone such as Europe/Paris'),
  about: z.array(phrase).min(1, 'must list at least one word'),
  sources: z
    .array(
      z.strictObject({
        publisher: phrase,
        feed: z.url({ protocol: /^https?$/, error: 'must be an http or https address' }),
      }),
    )
    .default([]),
  topics: z.array(z.strictObject({ name: phrase, words: z.array(phrase).default([]) })).default([]),
  spellings: z.array(z.array(phrase).min(2, 'must list at least two spellings of one name')).default([]),
});

/**
 * Reads every story file (*.yaml, *.yml) of a folder, by name.
 * Throws UserError that names each fault with file, line and field, or that the folder holds no story.
 */
export function loadStories(folder: string): Story[] {
  const files = listStoryFiles(folder);
  const stories: Story[] = [];
  const faults: string[] = [];
  for (const file of files) {
    const read = readStory(file, readFileSync(file, 'utf8'));
    if ('faults' in read) faults.push(...read.faults);
    else if (stories.some((story) => story.key === read.story.key)) {
      faults.push(`${file}: command: "${read.story.key}" is taken by another story file`);
    } else stories.push(read.story);
  }
  if (faults.length > 0)
    throw new UserError(`Story files:\n  ${faults.join('\n  ')}`, 'Correct these lines, then start again.');
  return stories;
}

function listStoryFiles(folder: string): string[] {
  let names: string[];
  try {
    names = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name));
  } catch (cause) {
    throw new UserError(
      `The folder of story files, ${folder}, cannot be read.`,
      'Name an existing folder in COMMUNIQUE_STORIES.',
      {
        cause,
      },
    );
  }
  if (names.length === 0) {
    throw new UserError(
      `The folder ${folder} holds no story file.`,
      'Copy a file of config/stories there and change it.',
    );
  }
  return names.toSorted().map((name) => join(folder, name));
}

/** Reads one story file's text. Each fault says file, line, field and what is wrong. */
export function readStory(file: string, text: string): { readonly story: Story } | { readonly faults: string[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    const faults = document.errors.map(
      (error) => `${basename(file)}:${lines.linePos(error.pos[0]).line}: not YAML: ${error.message}`,
    );
    return { faults };
  }
  const parsed = storySchema.safeParse(document.toJS());
  if (parsed.success) return { story: toStory(parsed.data) };
  const faults = parsed.error.issues.flatMap((issue) =>
    describeIssue(issue).map(({ path, message }) => {
      return `${basename(file)}:${lineOf(document, lines, path)}: ${path.join('.') || 'file'}: ${message}`;
    }),
  );
  return { faults };
}

function toStory({ command, timezone, ...rest }: z.infer<typeof storySchema>): Story {
  return { key: command, timeZone: timezone, ...rest };
}

interface Fault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

function describeIssue(issue: z.core.$ZodIssue): Fault[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...issue.path, key], message: `no such field${suggestion(key)}` }));
  }
  if (issue.code === 'invalid_type' && issue.input === undefined && issue.message.includes('undefined')) {
    return [{ path: issue.path, message: 'is missing' }];
  }
  return [{ path: issue.path, message: issue.message }];
}

function suggestion(key: string): string {
  const near = nearest(key, [...Object.keys(storySchema.shape), 'publisher', 'feed', 'name', 'words']);
  return near === undefined ? '' : `; did you mean "${near}"?`;
}

function lineOf(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    const range = rangeSchema.safeParse(node);
    if (range.success) return lines.linePos(range.data.range[0]).line;
  }
  return 1;
}

const rangeSchema = z.object({ range: z.tuple([z.number()], z.number()) });

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
