import { z } from 'zod';
import { isoNow } from '../clock/clock.ts';
import { UserError } from '../errors/errors.ts';
import { composeDigest } from '../digests/compose-digest.ts';
import { beginning } from '../digests/create-digest-desk.ts';
import type { LeftOut } from '../digests/digest.ts';
import type { Block, Span } from '../messages/message.ts';
import { counted, list, note, paragraph, text, time } from '../messages/spans.ts';
import { citerFor } from '../stories/citer.ts';
import { holdsPhrase } from '../stories/ingest.ts';
import type { HeldArticle, Library } from '../stories/library.ts';
import { sentenceLine } from '../stories/lines.ts';
import { type CitedPlace, findPlace, outletNamed } from './cited-place.ts';
import { type CommandContext, type CommandResult, defineCommand } from './define-command.ts';

export const why = defineCommand({
  name: 'why',
  summary: 'What became of an article or a line: read, part of the story, a copy, told, left out',
  examples: ['why 2', 'why https://paper.example/article'],
  args: {
    what: z
      .string('name a number or an address')
      .trim()
      .min(1, 'name a number or an address')
      .max(500)
      .describe('A number of the last answer, or an address'),
  },
  positional: ['what'],
  speaksOf: 'numbers',
  run: async ({ what }, context) => {
    const library = await context.library();
    const place = await findPlace(what, library, context);
    if (place !== undefined) return ofArticle(place, library, context);
    const outlet = outletNamed(what, library);
    if (outlet === undefined) return notHeld(what, context);
    throw new UserError(
      `${outlet} is an outlet: name one of its articles.`,
      `Type /${library.story.key} source ${outlet} to see them.`,
    );
  },
});

async function ofArticle(place: CitedPlace, library: Library, context: CommandContext): Promise<CommandResult> {
  const { held, sentence } = place;
  const { article } = held;
  const citer = citerFor(library);
  const cited = sentence === undefined ? undefined : sentenceLine(held, sentence);
  const told = await context.toldIn(article.id);
  const fate = fateOf(place, library, isoNow(context.clock));
  const steps: Span[][] = [
    [text('Taken in '), time(article.added, 'datetime'), text(article.sample ? ', shipped with me as a sample.' : '.')],
    [text(readingOf(held))],
    [text(membershipOf(held, library))],
    ...originOf(held, library),
    ...correctionOf(held, library),
    told.length === 0
      ? [text('Told in no digest of this channel yet.')]
      : [text('Told in this channel '), ...told.slice(-3).flatMap(({ at }) => [time(at, 'datetime'), text(' ')])],
    [text(fate.words)],
  ];
  const line = fate.line ?? cited;
  const blocks: Block[] = [
    ...(line === undefined ? [] : [paragraph(citer.excerpt(line))]),
    list(steps),
    ...(sentence === undefined ? [] : [note(text(`Sentence ${sentence.index + 1} of ${held.sentences.length}.`))]),
    ...(line === undefined ? [] : [{ kind: 'sources' } as const]),
  ];
  return {
    message: { title: `${article.publisher}: ${article.title}`, blocks, citations: citer.citations() },
    data: {
      article: article.id,
      url: article.url ?? null,
      added: article.added,
      sentences: held.sentences.length,
      statements: held.reading.statements.length,
      origin: held.origin,
      told: told.map(({ at }) => at),
      fate: fate.reason,
    },
  };
}

function readingOf({ sentences, reading }: HeldArticle): string {
  const actors = counted(reading.actors.length, 'actor');
  const said = counted(reading.statements.filter(({ speaker }) => speaker !== undefined).length, 'statement');
  return `Read: ${counted(sentences.length, 'sentence')}, ${actors}, ${said} whose speaker is sure, ${counted(reading.dated.length, 'date')}.`;
}

function membershipOf({ article }: HeldArticle, { story }: Library): string {
  const words = story.about.filter((phrase) => holdsPhrase(`${article.title}\n${article.text}`, phrase));
  if (words.length === 0)
    return `Part of ${story.title}: none of its words asked for it; somebody added it, or I follow no other story.`;
  return `Part of ${story.title} because it says ${words.map((word) => `“${word}”`).join(', ')}.`;
}

function originOf({ article, origin }: HeldArticle, library: Library): Span[][] {
  const copies = library.articles.filter((other) => other.origin === article.id && other.article.id !== article.id);
  const original = origin === article.id ? undefined : library.article(origin);
  if (original !== undefined)
    return [[text(`Shares its text with ${original.article.publisher}: together they are one origin.`)]];
  if (copies.length === 0) return [];
  const publishers = copies.map((copy) => copy.article.publisher).join(', ');
  return [
    [
      text(
        `${counted(copies.length, 'article shares', 'articles share')} its text (${publishers}): together they are one origin.`,
      ),
    ],
  ];
}

function correctionOf(held: HeldArticle, library: Library): Span[][] {
  const later = library.corrections.find(({ earlier }) => earlier === held)?.later;
  const earlier = library.corrections.find((correction) => correction.later === held)?.earlier;
  return [
    ...(later === undefined
      ? []
      : [
          [
            text('Its publisher changed it; the new text was taken in '),
            time(later.article.added, 'datetime'),
            text('.'),
          ],
        ]),
    ...(earlier === undefined
      ? []
      : [[text('It corrects the text taken in '), time(earlier.article.added, 'datetime'), text('.')]]),
  ];
}

interface Fate {
  readonly reason: 'shown' | 'superseded' | LeftOut['reason'];
  readonly words: string;
  readonly line?: LeftOut['line'];
}

const leftOutWords: Record<LeftOut['reason'], string> = {
  suspect: 'Left out of every digest: it talks to machines instead of readers, or hides something.',
  copy: 'Left out of a digest of the whole story: it is a copy of another article.',
  'same-as': 'Left out of a digest of the whole story: another line says the same.',
  'less-important': 'Left out of a digest of the whole story: other sentences weigh more.',
};

/** What a digest of the whole story would do with the article, or with the sentence if one was asked about. */
function fateOf({ held, sentence }: CitedPlace, library: Library, now: string): Fate {
  if (!library.articles.includes(held))
    return { reason: 'superseded', words: 'No longer used: a later text of the article took its place.' };
  const digest = composeDigest(library, { from: beginning, to: now });
  const isIt = ({ receipts }: LeftOut['line']): boolean =>
    receipts.some(
      (receipt) =>
        receipt.article === held.article.id && (sentence === undefined || receipt.sentence === sentence.index),
    );
  const shown = digest.lines.find(isIt);
  if (shown !== undefined) return { reason: 'shown', words: 'Stands in a digest of the whole story.', line: shown };
  const left = digest.leftOut.find(({ line }) => isIt(line));
  const reason = left?.reason ?? (held.origin === held.article.id ? 'less-important' : 'copy');
  return { reason, words: leftOutWords[reason] };
}

/** Something that is not held: a feed may have offered it and it could not be read. */
async function notHeld(typed: string, context: CommandContext): Promise<CommandResult> {
  const states = await context.feeds.health(context.story);
  const lost = states.flatMap(({ publisher, lost: items }) =>
    items.filter(({ item }) => item.includes(typed.trim())).map((item) => ({ publisher, ...item })),
  );
  const blocks: Block[] =
    lost.length > 0
      ? lost.map(({ publisher, reason, at }) =>
          paragraph(
            text(`The feed of ${publisher} offered it `),
            time(at, 'datetime'),
            text(`, and it could not be read: ${reason}`),
          ),
        )
      : [
          paragraph(text('I hold no such article, and no feed that I follow has offered it.')),
          note(text(`Feeds followed: ${states.map(({ publisher }) => publisher).join(', ') || 'none'}.`)),
        ];
  return {
    message: { title: typed.slice(0, 80), blocks, citations: [] },
    data: { article: null, url: typed, lost },
  };
}
