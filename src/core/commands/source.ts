import { z } from 'zod';
import type { Sentence } from '../articles/article.ts';
import { UserError } from '../errors/errors.ts';
import type { Block, Span } from '../messages/message.ts';
import { command, counted, list, note, paragraph, strong, text, time } from '../messages/spans.ts';
import { changedSentences } from '../stories/corrections.ts';
import { citerFor } from '../stories/citer.ts';
import type { HeldArticle, Library } from '../stories/library.ts';
import { sentenceLine } from '../stories/lines.ts';
import { type CitedPlace, findPlace, outletNamed } from './cited-place.ts';
import { type CommandResult, defineCommand } from './define-command.ts';
import { suggestName } from './suggest-name.ts';

const shownArticles = 15;

export const source = defineCommand({
  name: 'source',
  summary: 'Where a number leads: the sentence between its neighbours, the outlet and the dates',
  examples: ['source 2', 'source https://paper.example/article'],
  args: {
    what: z
      .string('name a number, an address or an outlet')
      .trim()
      .min(1, 'name a number, an address or an outlet')
      .max(500)
      .describe('A number of the last answer, an address, or an outlet'),
  },
  positional: ['what'],
  speaksOf: 'numbers',
  run: async ({ what }, context) => {
    const library = await context.library();
    const place = await findPlace(what, library, context);
    return place === undefined ? outlet(what, library) : onePlace(place, library);
  },
});

function onePlace({ held, sentence, shownIn }: CitedPlace, library: Library): CommandResult {
  const { article } = held;
  const cited = sentence ?? held.sentences.find(({ kind }) => kind === 'body');
  const citer = citerFor(library);
  const lines =
    cited === undefined ? [] : neighbours(held, cited).map((near) => ({ near, line: sentenceLine(held, near) }));
  const excerpts = lines.flatMap(({ near, line }): Span[] => [
    ...(near === cited && sentence !== undefined ? [text('→ ')] : []),
    citer.excerpt(line),
    text(' '),
  ]);
  const change = changeOf(held, sentence, library);
  return {
    message: {
      title: `${article.publisher}: ${article.title}`,
      blocks: [
        paragraph(...excerpts),
        paragraph(...dates(held)),
        ...(change === undefined ? [] : [paragraph(text(change))]),
        ...(shownIn === undefined ? [] : [note(text(`A number of “${shownIn}”.`))]),
        { kind: 'sources' },
      ],
      citations: citer.citations(),
    },
    data: {
      ...factsOf(held),
      sentence: sentence === undefined ? null : sentenceLine(held, sentence),
      around: lines.map(({ line }) => line),
      changed: change ?? null,
    },
  };
}

function neighbours({ sentences }: HeldArticle, { index }: Sentence): Sentence[] {
  return sentences.slice(Math.max(0, index - 1), index + 2).filter(({ kind }) => kind === 'body');
}

function dates({ article }: HeldArticle): Span[] {
  const published: Span[] =
    article.published === undefined
      ? [text('The outlet gives no date of publication. ')]
      : [text('Published '), time(article.published, 'datetime'), text('. ')];
  const modified: Span[] =
    article.modified === undefined || article.modified === article.published
      ? []
      : [text('Changed '), time(article.modified, 'datetime'), text('. ')];
  return [
    text(article.opinion === true ? 'Opinion: it says what its author thinks. ' : ''),
    text(article.byline === undefined ? '' : `By ${article.byline}. `),
    ...published,
    ...modified,
    ...[text('Taken in '), time(article.added, 'datetime'), text('.')],
  ].filter((span) => span.kind !== 'text' || span.text !== '');
}

/** Whether the text, and the cited sentence with it, has been changed since. */
function changeOf(held: HeldArticle, sentence: Sentence | undefined, library: Library): string | undefined {
  const correction = library.corrections.find(({ earlier }) => earlier === held);
  if (correction === undefined) return undefined;
  const stands =
    sentence === undefined || correction.later.sentences.some(({ text: other }) => other === sentence.text);
  const count = changedSentences(correction).length;
  const changed = `The publisher has changed this article since (${counted(count, 'sentence')}).`;
  return stands ? changed : `${changed} The cited sentence no longer stands there as it is shown here.`;
}

/** Articles of an outlet by its name. Throws UserError when nothing held has this name or address. */
function outlet(typed: string, library: Library): CommandResult {
  const name = outletNamed(typed, library);
  if (name === undefined) {
    const publishers = [...new Set(library.articles.map(({ article }) => article.publisher))];
    const near = suggestName(typed, publishers);
    const mend =
      near === undefined ? 'Name a number of the last answer, an address or an outlet.' : `Did you mean ${near}?`;
    throw new UserError(`I hold no article of "${typed.slice(0, 80)}".`, mend);
  }
  const articles = library.articles.filter(({ article }) => article.publisher === name).toReversed();
  const items = articles
    .slice(0, shownArticles)
    .map(({ article }): Span[] => [
      strong(article.title),
      text(article.opinion === true ? ' (opinion)' : ''),
      ...(article.published === undefined ? [] : [text(' — '), time(article.published, 'date')]),
      text(' — '),
      command(`/${library.story.key} source ${article.id}`),
    ]);
  const blocks: Block[] = [list(items), note(text(`${counted(articles.length, 'article')} held, newest first.`))];
  return {
    message: { title: name, blocks, citations: [] },
    data: { publisher: name, articles: articles.map(factsOf) },
  };
}

function factsOf({ article }: HeldArticle): object {
  const { id, publisher, title, url, published, added, language, sample, opinion, byline } = article;
  return {
    ...{ article: id, publisher, title, url: url ?? null, published: published ?? null, added, language, sample },
    ...{ opinion: opinion === true, byline: byline ?? null },
  };
}
