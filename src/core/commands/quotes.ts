import { isRead, unreadNote } from '../language/read-languages.ts';
import { z } from 'zod';
import type { Block, Span } from '../messages/message.ts';
import { dayWords } from '../messages/day-words.ts';
import { articlesHeld, list, note, paragraph, strong, text, time } from '../messages/spans.ts';
import { type Quote, quotesOf } from '../statements/quotes.ts';
import { topicFor } from '../statements/topics.ts';
import { type Citer, citerFor } from '../stories/citer.ts';
import { defineCommand } from './define-command.ts';
import { actorAmong, findOneActor } from './find-actors.ts';
import { nothingHeld } from './nothing-held.ts';
import { countArg, libraryWithin, spanArgs } from './shared-args.ts';
import { actorNames, topicNames } from './suggest.ts';

const shownQuotes = 8;

export const quotes = defineCommand({
  name: 'quotes',
  summary: 'What was said word for word: speaker, day, outlet',
  examples: ['quotes', 'quotes SURNAME', 'quotes SURNAME about:TOPIC'],
  args: {
    actor: z.string().max(100).optional().describe('A name or surname; without it, everybody'),
    about: z.string().max(100).optional().describe('Words that the quotation must hold'),
    n: countArg(shownQuotes, 50),
    ...spanArgs,
  },
  positional: ['actor'],
  suggests: { actor: actorNames, about: topicNames },
  run: async (args, context) => {
    const library = await libraryWithin(args, context);
    if (library.articles.length === 0) return nothingHeld(library.story, { quotes: [] });
    const split = args.about === undefined ? actorAmong(args.actor ?? '', library.actors) : undefined;
    const actor = split?.actor ?? (args.actor === undefined ? undefined : findOneActor(args.actor, library));
    const words = args.about ?? split?.rest ?? '';
    const topic = words === '' ? undefined : topicFor(words, library);
    const found = quotesOf(library, { actor, topic });
    const shown = found.slice(0, args.n ?? shownQuotes);
    const citer = citerFor(library);
    const whose = actor === undefined ? '' : ` of ${actor.name}`;
    const about = topic === undefined ? '' : ` about ${topic.name}`;
    const unread = unreadNote(library.articles.map(({ article }) => article.language));
    const blocks: Block[] =
      shown.length > 0
        ? [list(shown.map((quote) => item(quote, citer)))]
        : library.articles.every(({ article }) => !isRead(article.language))
          ? []
          : [paragraph(text(`${articlesHeld(library.articles.length, 'quotes', 'quote')} no words${whose}${about}.`))];
    if (unread !== undefined) blocks.push(note(text(unread)));
    if (shown.length < found.length)
      blocks.push(note(text(`The newest ${shown.length} of ${found.length}. More: n:50.`)));
    return {
      message: {
        title: `Quotations${whose}${about}`,
        blocks: [...blocks, { kind: 'sources' }],
        citations: citer.citations(),
      },
      data: { quotes: found },
    };
  },
});

/** The marks stand around exactly the words that the article has between its own. */
function item({ speaker, line, said, published, publisher }: Quote, citer: Citer): Span[] {
  const when: Span[] = [
    ...(said === null ? [] : [text(`, said on ${dayWords(said)}`)]),
    ...(published === null ? [] : [text(', published '), time(published, 'date')]),
  ];
  return [strong(speaker), text(' — '), citer.quotation(line), text(` — ${publisher}`), ...when];
}
