import type { Article } from '../core/articles/article.ts';
import { UserError } from '../core/errors/errors.ts';
import { articleIdSchema } from '../core/ids/ids.ts';
import type { CommandLine } from './arguments.ts';
import type { Io } from './io.ts';
import { chosenStory } from './run-command.ts';
import type { Services } from './services.ts';

/** Lists the articles held, or shows one: its metadata, or with --text its stored text byte for byte. */
export async function show(line: CommandLine, services: Services, io: Io): Promise<number> {
  const [wanted] = line.words;
  if (wanted === undefined) return listArticles(line, services, io);
  const article = await findArticle(wanted, services);
  if (line.options.text) io.output(article.text);
  else if (line.options.json) io.output(`${JSON.stringify(article, null, 2)}\n`);
  else io.output(`${metadata(article)}\n\n${article.text}\n`);
  return 0;
}

async function listArticles(line: CommandLine, services: Services, io: Io): Promise<number> {
  const { articles } = await services.libraries.open(chosenStory(line.options.story, services.stories));
  if (line.options.json)
    io.output(
      `${JSON.stringify(
        articles.map((held) => withoutText(held.article)),
        null,
        2,
      )}\n`,
    );
  else if (articles.length === 0) io.output('No articles held. Add some: communique ingest FILE|FOLDER|URL\n');
  else
    for (const { article } of articles)
      io.output(`${article.id}  ${day(article)}  ${article.publisher}: ${article.title}\n`);
  return 0;
}

async function findArticle(wanted: string, services: Services): Promise<Article> {
  const id = articleIdSchema.safeParse(wanted);
  const found = id.success ? await services.articles.get(id.data) : await services.articles.findByUrl(wanted);
  if (found !== undefined) return found;
  throw new UserError(`No article ${wanted} is held.`, 'Type communique show to list the articles with their ids.');
}

function metadata(article: Article): string {
  const facts = [
    ['id', article.id],
    ['title', article.title],
    ['publisher', article.publisher],
    ['published', article.published ?? 'not known'],
    ['added', article.added],
    ['address', article.url ?? 'none'],
    ['language', article.language],
    ...(article.sample ? [['sample', 'shipped with Communiqué']] : []),
    ...(article.supersedes === undefined ? [] : [['corrects', article.supersedes]]),
  ];
  return facts.map(([name, value]) => `${name}: ${value}`).join('\n');
}

function withoutText({ text, ...rest }: Article): object {
  return { ...rest, characters: text.length };
}

function day(article: Article): string {
  return article.published?.slice(0, 10) ?? 'no date   ';
}
