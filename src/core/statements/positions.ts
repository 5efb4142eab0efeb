import type { Line } from '../messages/line.ts';
import type { Actor } from '../stories/actor.ts';
import type { Library } from '../stories/library.ts';
import { type HeldPlace, lineAt } from '../stories/lines.ts';
import { everythingSaid, type Said } from './said.ts';
import { speaksOf, type Topic } from './topics.ts';

export interface PositionLine {
  readonly line: Line;
  /** yyyy-mm-dd: the day it was said, where the sentence gives it. */
  readonly said: string | null;
  /** ISO 8601 UTC. */
  readonly published: string | null;
}

export interface Position {
  readonly topic: string;
  /** Newest first; empty when the articles held have no statement of the actor on the topic. */
  readonly lines: readonly PositionLine[];
}

export interface ActorPositions {
  readonly actor: string;
  readonly cells: readonly Position[];
}

/** What each actor said on each topic; the same sentence in several articles is one line. */
export function positionsOf(
  library: Library,
  topics: readonly Topic[],
  actors: readonly Actor[] = library.actors,
): ActorPositions[] {
  const said = everythingSaid(library);
  const row = (speaker: string, own: readonly Said[]): ActorPositions => ({
    actor: speaker,
    cells: topics.map((topic) => ({
      topic: topic.name,
      lines: once(own.filter((one) => speaksOf(outsideNames(sentenceOf(one), library), topic)).toReversed()).map(
        lineOf,
      ),
    })),
  });
  const offices = actors === library.actors ? said.filter(({ actor }) => actor === undefined) : [];
  return [
    ...actors.map((actor) =>
      row(
        actor.name,
        said.filter((one) => one.actor === actor),
      ),
    ),
    ...[...new Set(offices.map(({ speaker }) => speaker))].map((speaker) =>
      row(
        speaker,
        offices.filter((one) => one.speaker === speaker),
      ),
    ),
  ];
}

/** A text without the names of organisations of several words: "support" in "Coastal Support Front" is no support. */
function outsideNames(text: string, { actors }: Library): string {
  return actors
    .filter(({ kind }) => kind === 'organisation')
    .flatMap(({ name, aliases }) => [name, ...aliases])
    .filter((name) => name.includes(' '))
    .reduce((rest, name) => rest.replaceAll(name, ' '), text);
}

/** Statements of the same sentence, together: where it stood first, with the other articles that have it. */
function once(said: readonly Said[]): (readonly [Said, ...Said[]])[] {
  const byText = new Map<string, [Said, ...Said[]]>();
  for (const one of said) {
    const known = byText.get(sentenceOf(one));
    if (known === undefined) byText.set(sentenceOf(one), [one]);
    else if (known.every(({ held }) => held !== one.held)) known.unshift(one);
  }
  return [...byText.values()];
}

function lineOf([first, ...others]: readonly [Said, ...Said[]]): PositionLine {
  const place = ({ held, statement }: Said): HeldPlace => ({ held, place: statement });
  return {
    line: lineAt(place(first), others.map(place)),
    said: first.day ?? null,
    published: first.held.article.published ?? null,
  };
}

function sentenceOf({ held, statement }: Said): string {
  return held.article.text.slice(statement.start, statement.end);
}
