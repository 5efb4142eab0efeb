import type { ArticleDraft } from '../../core/articles/article.ts';
import { UserError } from '../../core/errors/errors.ts';
import type { Fetch } from '../../core/feeds/fetching.ts';
import { parsePublished } from '../../core/feeds/published.ts';
import type { SourceResult } from '../../core/feeds/source-result.ts';
import { readFeed } from '../web/feed.ts';
import { readPage } from '../web/page.ts';
import { completeDraft } from './complete-draft.ts';
import { feedDrafts } from './feed-drafts.ts';
import { splitFrontMatter } from './front-matter.ts';
import { readMarkdown } from './markdown.ts';
import { findFiles } from './local-files.ts';
import { isAddress, openSource, type Source } from './open-source.ts';
import { unwrap } from './plain-text.ts';

export interface ReadOptions {
  /** When the articles were published, as the person wrote it: a date or a date-time with offset. Goes before what they say. */
  readonly published?: string;
  /** Who published them. Goes before what they say. */
  readonly publisher?: string;
  /** How addresses are read; without it an address is refused and a feed gives what it holds itself. */
  readonly fetch?: Fetch;
  /** Replaces standard input, which the input "-" reads. */
  readonly stdin?: AsyncIterable<Uint8Array | string>;
}

/**
 * Reads articles from what a person names: files, folders, web addresses, "-" for standard input; plain text, Markdown,
 * HTML, RSS, Atom and JSON Feed. One result for each article, in order; what fails gives a result with its error and
 * stops no other. Throws UserError at once when `published` is no date.
 */
export async function* readSources(
  inputs: readonly string[],
  options: ReadOptions,
): AsyncGenerator<SourceResult, void, void> {
  const { publisher } = options;
  const chosen = {
    ...(options.published !== undefined && { published: parsePublished(options.published, '--published') }),
    ...(publisher !== undefined && { publisher }),
  };
  for (const input of inputs) {
    const found = await listed(input);
    if ('error' in found) yield found;
    else for (const each of found) yield* resultsOf(each, { chosen, options });
  }
}

type Refused = Extract<SourceResult, { error: UserError }>;

interface Wish {
  readonly chosen: Pick<ArticleDraft, 'published' | 'publisher'>;
  readonly options: ReadOptions;
}

async function listed(input: string): Promise<readonly string[] | Refused> {
  try {
    return isAddress(input) || input === '-' ? [input] : await findFiles(input);
  } catch (error) {
    return refused(input, error);
  }
}

async function* resultsOf(input: string, { chosen, options }: Wish): AsyncGenerator<SourceResult, void, void> {
  try {
    const source = await openSource(input, options);
    if (source.kind === 'feed') {
      const feed = await readFeed(source.text, source.url);
      yield* feedDrafts(feed, { source, chosen, ...(options.fetch !== undefined && { fetch: options.fetch }) });
    } else {
      yield { input, draft: await completeDraft({ ...draftOf(source), ...chosen }, source) };
    }
  } catch (error) {
    yield refused(input, error);
  }
}

function draftOf(source: Source): ArticleDraft {
  if (source.kind === 'page') return readPage(source.text, source.url);
  const found = source.url === undefined ? {} : { url: source.url };
  const { fields, body } = splitFrontMatter(source.text, source.input);
  const read = source.kind === 'markdown' ? readMarkdown(body) : { text: unwrap(body) };
  return { ...found, ...read, ...fields };
}

function refused(input: string, error: unknown): Refused {
  if (error instanceof UserError) return { input, error };
  throw error;
}
