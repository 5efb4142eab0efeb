import { UserError } from '../core/errors/errors.ts';
import type { Intake } from '../core/stories/ingest.ts';
import type { CommandLine } from './arguments.ts';
import type { Io } from './io.ts';
import { chosenStory } from './run-command.ts';
import type { Services } from './services.ts';

/** Adds articles from files, folders, addresses or standard input. One that fails is told and loses no other; exit code 1 then. */
export async function ingest(line: CommandLine, services: Services, io: Io): Promise<number> {
  if (line.words.length === 0) {
    throw new UserError(
      'ingest takes files, folders or addresses.',
      'For example: communique ingest article.txt --published 2025-02-18.',
    );
  }
  // The reading libraries take a while to load, and only this verb and a first start need them.
  const { readSources } = await import('../adapters/files/read-sources.ts');
  const { guardedFetch } = await import('../adapters/web/guarded-fetch.ts');
  const { published, source, story } = line.options;
  const stories = story === undefined ? undefined : [chosenStory(story, services.stories).key];
  const { contact, allowLoopback = false } = services.settings;
  const options = {
    fetch: (url: string) => guardedFetch(url, { allowLoopback, ...(contact !== undefined && { contact }) }),
    ...(published !== undefined && { published }),
    ...(source !== undefined && { publisher: source }),
  };
  let failures = 0;
  let taken = 0;
  for await (const result of readSources(line.words, options)) {
    try {
      if ('error' in result) throw result.error;
      io.output(intakeLine(await services.ingest.take(result.draft, stories), result.note));
      taken += 1;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      failures += 1;
      io.error(`not added  ${result.input}: ${error.message} ${error.mend}\n`);
    }
  }
  if (taken === 0 && failures === 0) {
    throw new UserError(
      `Nothing to read in ${line.words.join(', ')}.`,
      'Name files that hold text, Markdown, HTML or feeds.',
    );
  }
  return failures === 0 ? 0 : 1;
}

const outcomes: Record<Intake['outcome'], string> = {
  added: 'added      ',
  held: 'held before',
  corrected: 'corrected  ',
};

/** One line of progress: what became of the article, its publisher, title and id. */
export function intakeLine({ outcome, article, stories }: Intake, note?: string): string {
  const belongs = stories.length === 0 ? ' — fits no story; add it to one with --story' : '';
  const remark = note === undefined ? '' : ` — ${note}`;
  return `${outcomes[outcome]}  ${article.id}  ${article.publisher}: ${article.title}${belongs}${remark}\n`;
}
