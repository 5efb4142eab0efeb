import { z } from 'zod';
import { dayWords } from '../messages/day-words.ts';
import type { Block, Span } from '../messages/message.ts';
import { command, heading, list, note, paragraph, strong, text, time } from '../messages/spans.ts';
import { type ActorPositions, type PositionLine, positionsOf } from '../statements/positions.ts';
import { isTopicName, type Topic, topicFor, topicsOf } from '../statements/topics.ts';
import type { Actor } from '../stories/actor.ts';
import { type Citer, citerFor } from '../stories/citer.ts';
import type { Library } from '../stories/library.ts';
import { defineCommand } from './define-command.ts';
import { actorAmong, findOneActor } from './find-actors.ts';
import { nothingHeld } from './nothing-held.ts';
import { countArg, libraryWithin, spanArgs } from './shared-args.ts';
import { actorNames, topicNames } from './suggest.ts';

const shownActors = 8;
/** Sentences of a cell: on one topic there is room for more. */
const shownOnOne = 4;
const shownOnEach = 1;

export const positions = defineCommand({
  name: 'positions',
  summary: 'Who takes which position on which topic, in the sentences that say so',
  examples: ['positions', 'positions TOPIC', 'positions actor:SURNAME', 'positions TOPIC actor:SURNAME'],
  args: {
    topic: z.string().max(100).optional().describe('A topic of the story, or any words; without it, all topics'),
    actor: z.string().max(100).optional().describe('A name or surname; without it, everybody'),
    n: countArg(shownActors, 30),
    ...spanArgs,
  },
  positional: ['topic'],
  suggests: { topic: topicNames, actor: actorNames },
  run: async (args, context) => {
    const library = await libraryWithin(args, context);
    if (library.articles.length === 0) return nothingHeld(library.story, { topics: [], positions: [] });
    const { topics, actors } = understood(args, library);
    const rows = positionsOf(library, topics, actors).filter((row) => actors.length === 1 || speaks(row));
    // Where one is asked about, nothing is said of the others.
    const silent = topics.length > 1 || actors !== library.actors ? [] : silentOn(library, rows);
    const shown = rows.slice(0, args.n ?? shownActors);
    const citer = citerFor(library);
    const blocks: Block[] = shown.flatMap((row) => rowBlocks(row, citer));
    const [only, ...rest] = actors;
    if (only !== undefined && rest.length === 0 && only.statements.length > 0 && !rows.some(speaks))
      blocks.push(
        note(
          text('What is held of this actor is on other matters: '),
          command(`/${library.story.key} who ${only.name}`),
        ),
      );
    if (rows.length === 0 && silent.length === 0) blocks.push(paragraph(text('No statement in the articles held.')));
    if (shown.length < rows.length) blocks.push(note(text(`and ${rows.length - shown.length} more: n:30.`)));
    if (silent.length > 0) blocks.push(note(text(`No statement in the articles held: ${silent.join(', ')}.`)));
    return {
      message: {
        title: topics.length > 1 ? `Positions: ${library.story.title}` : `Positions on ${topics[0]?.name ?? ''}`,
        blocks: [...blocks, { kind: 'sources' }],
        citations: citer.citations(),
      },
      data: { topics: topics.map(({ name }) => name), positions: rows, silent },
    };
  },
});

interface Wanted {
  readonly topic?: string | undefined;
  readonly actor?: string | undefined;
}

/**
 * "positions SURNAME" means the actor when it is one's name and no topic's, "positions TOPIC SURNAME" both. Throws UserError for an
 * actor that nobody is.
 */
function understood({ topic, actor }: Wanted, library: Library): { topics: Topic[]; actors: readonly Actor[] } {
  const all = topicsOf(library);
  if (topic !== undefined && actor === undefined && all.every(({ name }) => !isTopicName(name, topic))) {
    const split = actorAmong(topic, library.actors);
    if (split !== undefined)
      return { topics: split.rest === '' ? all : [topicFor(split.rest, library)], actors: [split.actor] };
  }
  const actors = actor === undefined ? library.actors : [findOneActor(actor, library)];
  return { topics: topic === undefined ? all : [topicFor(topic, library)], actors };
}

function speaks({ cells }: ActorPositions): boolean {
  return cells.some(({ lines }) => lines.length > 0);
}

/** The main people of the story who say nothing on a topic. */
function silentOn(library: Library, rows: readonly ActorPositions[]): string[] {
  const speaking = new Set(rows.map(({ actor }) => actor));
  return library.actors
    .filter(({ kind, name }) => kind === 'person' && !speaking.has(name))
    .slice(0, shownActors)
    .map(({ name }) => name);
}

function rowBlocks({ actor, cells }: ActorPositions, citer: Citer): Block[] {
  const shownLines = cells.length === 1 ? shownOnOne : shownOnEach;
  const items = cells
    .flatMap(({ lines }) => lines.slice(0, shownLines))
    .filter((line, at, all) => all.findIndex((other) => isSameLine(line, other)) === at)
    .map((line): Span[] => {
      // One sentence may speak of several topics: it stands once.
      const on = cells.filter(({ lines }) => lines.slice(0, shownLines).some((other) => isSameLine(line, other)));
      const names = cells.length > 1 ? [strong(on.map(({ topic }) => topic).join(', ')), text(': ')] : [];
      return [...names, ...dated(line), citer.excerpt(line.line)];
    });
  const more = cells.flatMap(({ topic, lines }) =>
    lines.length > shownLines ? [`${lines.length - shownLines} on ${topic}`] : [],
  );
  const empty = cells.filter(({ lines }) => lines.length === 0).map(({ topic }) => topic);
  return [
    heading(actor),
    ...(items.length === 0 ? [] : [list(items)]),
    ...(empty.length === 0 ? [] : [note(text(`No statement in the articles held on ${empty.join(', ')}.`))]),
    ...(more.length === 0 ? [] : [note(text(`More sentences held: ${more.join(', ')}.`))]),
  ];
}

function isSameLine({ line: one }: PositionLine, { line: other }: PositionLine): boolean {
  return one.receipts[0].sha256 === other.receipts[0].sha256;
}

function dated({ said, published }: PositionLine): Span[] {
  if (said !== null) return [text(`said on ${dayWords(said)} — `)];
  return published === null ? [] : [text('published '), time(published, 'date'), text(' — ')];
}
