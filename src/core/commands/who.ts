import { z } from 'zod';
import { isRead, unreadNote } from '../language/read-languages.ts';
import type { Line } from '../messages/line.ts';
import type { Block, Span } from '../messages/message.ts';
import { command, counted, heading, list, note, paragraph, strong, text } from '../messages/spans.ts';
import { positionsOf } from '../statements/positions.ts';
import { topicsOf } from '../statements/topics.ts';
import type { Actor, ActorRole, ActorStatement } from '../stories/actor.ts';
import { type Citer, citerFor } from '../stories/citer.ts';
import type { HeldArticle, Library } from '../stories/library.ts';
import { type HeldPlace, lineAt } from '../stories/lines.ts';
import { folded } from '../text/fold.ts';
import { type CommandResult, defineCommand } from './define-command.ts';
import { findActors, unknownActor } from './find-actors.ts';
import { nothingHeld } from './nothing-held.ts';
import { countArg, libraryWithin, spanArgs } from './shared-args.ts';
import { actorNames } from './suggest.ts';

const shownPeople = 15;
const shownOrganisations = 6;
const shownStatements = 5;

export const who = defineCommand({
  name: 'who',
  summary: 'Who is in the story: roles as the articles word them, and what each person said',
  examples: ['who', 'who SURNAME', 'who n:50'],
  args: {
    name: z.string().max(100).optional().describe('A name, surname or role; without it, everybody'),
    n: countArg(shownPeople, 50),
    ...spanArgs,
  },
  positional: ['name'],
  suggests: { name: actorNames },
  run: async ({ name, n = shownPeople, ...span }, context) => {
    const library = await libraryWithin(span, context);
    if (library.articles.length === 0) return nothingHeld(library.story, { actors: [] });
    return name === undefined ? everybody(library, n) : oneActor(name, library);
  },
});

function everybody(library: Library, most: number): CommandResult {
  const citer = citerFor(library);
  const people = library.actors.filter((actor) => actor.kind === 'person');
  const organisations = library.actors
    .filter((actor) => actor.kind === 'organisation' && !namesItself(actor, library))
    .toSorted((left, right) => Number(isDescribed(left)) - Number(isDescribed(right)));
  const blocks: Block[] = [];
  const unread = unreadNote(library.articles.map(({ article }) => article.language));
  if (people.length > 0) blocks.push(list(people.slice(0, most).map((actor) => actorItem(actor, library, citer))));
  else if (library.articles.some(({ article }) => isRead(article.language)))
    blocks.push(paragraph(text('The articles held name no person.')));
  if (unread !== undefined) blocks.push(note(text(unread)));
  if (people.length > most)
    blocks.push(
      note(text(`and ${counted(people.length - most, 'more person', 'more people')}, named less often. More: n:50.`)),
    );
  if (organisations.length > 0) {
    blocks.push(heading('Organisations'));
    blocks.push(list(organisations.slice(0, shownOrganisations).map((actor) => actorItem(actor, library, citer))));
  }
  blocks.push(
    note(
      text(`Named in ${counted(library.articles.length, 'article')} held. More on one of them: `),
      command(`/${library.story.key} who ${example(people)}`),
    ),
    { kind: 'sources' },
  );
  return {
    message: { title: `Who is in ${library.story.title}`, blocks, citations: citer.citations() },
    data: { actors: library.actors.map((actor) => actorData(actor, library)) },
  };
}

/** An outlet that only its own articles and copies of them name ("told The Herald") is where the story stands, no part of it. */
function namesItself({ name, articles }: Actor, library: Library): boolean {
  const own = folded(name);
  const isOwn = ({ publisher }: HeldArticle['article']): boolean => folded(publisher).replace(/^the /, '') === own;
  return articles.every((id) => {
    const { article, origin } = held(library, id);
    return isOwn(article) || isOwn(library.article(origin)?.article ?? article);
  });
}

/** "Russian forces", "the US government": a description, which comes after the organisations that have names. */
function isDescribed({ name }: Actor): boolean {
  return /(?:^|\s)\p{Ll}\S*$/u.test(name);
}

function oneActor(name: string, library: Library): CommandResult {
  const found = findActors(name, library.actors);
  if (found.length === 0) return byRole(name, library);
  const citer = citerFor(library);
  const blocks = found.flatMap((actor) => [
    ...(found.length === 1 ? [] : [heading(actor.name)]),
    ...actorBlocks(actor, library, citer),
  ]);
  const title = found.length === 1 ? (found[0]?.name ?? name) : `${found.length} people called ${name}`;
  return {
    message: { title, blocks: [...blocks, { kind: 'sources' }], citations: citer.citations() },
    data: { actors: found.map((actor) => actorData(actor, library)) },
  };
}

/** Who has a role with all the words typed, such as "foreign minister". Throws UserError when nobody has. */
function byRole(typed: string, library: Library): CommandResult {
  const words = folded(typed).split(/\s+/);
  const holders = library.actors.flatMap((actor) => {
    const roles = actor.roles.filter(({ text: role }) =>
      words.every((word) =>
        folded(role)
          .split(/[\s’'-]+/)
          .includes(word),
      ),
    );
    return roles.length === 0 ? [] : [{ actor, role: roles[0] }];
  });
  if (holders.length === 0) throw unknownActor(typed, library);
  const citer = citerFor(library);
  const items = holders
    .slice(0, shownPeople)
    .map(({ actor, role }) => [
      strong(actor.name),
      ...(role === undefined ? [] : [text(' — '), citer.excerpt(roleLine(role, library))]),
    ]);
  const more = holders.length > shownPeople ? [note(text(`and ${holders.length - shownPeople} more.`))] : [];
  return {
    message: {
      title: `Nobody is called ${typed}; with such a role`,
      blocks: [list(items), ...more, { kind: 'sources' }],
      citations: citer.citations(),
    },
    data: { actors: holders.map(({ actor }) => actorData(actor, library)) },
  };
}

function actorItem(actor: Actor, library: Library, citer: Citer): Span[] {
  const role = actor.roles[0];
  if (role === undefined) {
    const mention = firstMention(actor, library);
    const count = ` — in ${counted(actor.articles.length, 'article')}`;
    if (mention === undefined) return [strong(actor.name), text(count)];
    if (mention.text === actor.name) return [citer.excerpt(mention), text(count)];
    return [strong(actor.name), text(`${count}, named as `), citer.excerpt(mention)];
  }
  return [strong(actor.name), text(' — '), citer.excerpt(roleLine(role, library))];
}

function actorBlocks(actor: Actor, library: Library, citer: Citer): Block[] {
  const blocks: Block[] = [];
  const roles = actor.roles.slice(0, 3).map((role) => [citer.excerpt(roleLine(role, library))]);
  blocks.push(roles.length > 0 ? list(roles) : paragraph(text('The articles held do not say what role.')));
  const statements = newestFirst(saidOnce(actor, library), library).slice(0, shownStatements);
  if (statements.length > 0) {
    blocks.push(paragraph(strong('Said, newest first')));
    blocks.push(list(statements.map((said) => [citer.excerpt(statementLine(said, library))])));
  } else blocks.push(paragraph(text('No statement in the articles held.')));
  const silent = positionsOf(library, topicsOf(library), [actor]).flatMap(({ cells }) =>
    cells.filter(({ lines }) => lines.length === 0).map(({ topic }) => topic),
  );
  if (silent.length > 0 && statements.length > 0)
    blocks.push(note(text(`The articles held have no statement on ${silent.join(', ')}.`)));
  const names = actor.aliases.length > 0 ? ` Also named ${actor.aliases.join(', ')}.` : '';
  blocks.push(
    note(text(`In ${counted(actor.articles.length, 'article')} of ${library.articles.length} held.${names}`)),
  );
  return blocks;
}

/** A statement with the places where other articles, copies for the most part, have the same sentence. */
interface Said {
  readonly statement: ActorStatement;
  readonly others: ActorStatement[];
}

function saidOnce(actor: Actor, library: Library): Said[] {
  const byText = new Map<string, Said>();
  for (const statement of actor.statements) {
    const sentence = held(library, statement.article).article.text.slice(statement.start, statement.end);
    const known = byText.get(sentence);
    if (known === undefined) byText.set(sentence, { statement, others: [] });
    else known.others.push(statement);
  }
  return [...byText.values()];
}

function newestFirst(said: readonly Said[], library: Library): Said[] {
  const order = new Map(library.articles.map(({ article }, index) => [article.id, index]));
  const rank = ({ statement }: Said): number => order.get(statement.article) ?? 0;
  return said.toSorted((left, right) => rank(right) - rank(left) || left.statement.sentence - right.statement.sentence);
}

function actorData(actor: Actor, library: Library): object {
  return {
    name: actor.name,
    kind: actor.kind,
    aliases: actor.aliases,
    roles: actor.roles.map((role) => ({ ...roleLine(role, library), inSentence: roleSentence(role, library) })),
    statements: saidOnce(actor, library).map((said) => ({
      ...statementLine(said, library),
      cue: said.statement.cue,
      quoted: said.statement.quoted,
      content: said.statement.content,
    })),
    mentions: actor.mentions,
    articles: actor.articles,
  };
}

function roleLine(role: ActorRole, library: Library): Line {
  const [first, ...others] = role.places.map((place): HeldPlace => ({ held: held(library, place.article), place }));
  if (first === undefined) throw new Error(`the role "${role.text}" stands nowhere`);
  return lineAt(first, others);
}

function roleSentence(role: ActorRole, library: Library): string | null {
  const place = role.places[0];
  return place === undefined ? null : (held(library, place.article).sentences[place.sentence]?.text ?? null);
}

function statementLine({ statement, others }: Said, library: Library): Line {
  const at = (place: ActorStatement): HeldPlace => ({ held: held(library, place.article), place });
  return lineAt(at(statement), others.map(at));
}

function firstMention(actor: Actor, library: Library): Line | undefined {
  for (const id of actor.articles) {
    const article = held(library, id);
    const forms = new Set([actor.name, ...actor.aliases]);
    const named = article.reading.actors.find((candidate) =>
      candidate.mentions.some((mention) => forms.has(mention.text)),
    );
    const mention =
      named?.mentions.find((candidate) => candidate.text === actor.name) ??
      named?.mentions.find((candidate) => forms.has(candidate.text));
    if (mention !== undefined) return lineAt({ held: article, place: mention });
  }
  return undefined;
}

function held(library: Library, id: Actor['articles'][number]): HeldArticle {
  const found = library.article(id);
  if (found === undefined) throw new Error(`the library does not hold article ${id}, which an actor stands in`);
  return found;
}

function example(people: readonly Actor[]): string {
  return people[0]?.name.split(' ').at(-1)?.toLowerCase() ?? 'NAME';
}
