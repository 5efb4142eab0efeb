import type { BotNeeds } from './bot-needs.ts';
import { isoNow } from '../clock/clock.ts';
import type { Button, Press } from '../buttons/button.ts';
import type { CommandDefinition } from '../commands/define-command.ts';
import { findCommand } from '../commands/help.ts';
import { parseArguments, splitVerb } from '../commands/parse-line.ts';
import type { Reply } from '../commands/reply.ts';
import { suggested, type Suggestions } from '../commands/suggest.ts';
import { UserError } from '../errors/errors.ts';
import { buttonIdSchema, newButtonId } from '../ids/ids.ts';
import { paragraph, text } from '../messages/spans.ts';
import type { SettingsStore } from '../settings/channel-settings.ts';
import type { Story } from '../stories/story.ts';
import type { Bot, CommandInput } from './bot.ts';
import { contextOf } from './command-context.ts';
import { guarded, guardedReply } from './guarded-reply.ts';
import { homeOf } from './home.ts';
import { visible } from './visible.ts';
import type { LeftPlace, Origin, Place } from './place.ts';

const mostSuggestions = 25;

/** The bot's core: every platform, the terminal and the command line come in here. */
export function createBot(needs: BotNeeds): Bot {
  const { clock, outbox, stories } = needs;

  const run = (key: string, input: CommandInput, origin: Origin): Promise<Reply> =>
    guardedReply(needs, key, async () => {
      const story = findStory(key, stories);
      const { command, raw } = understand(input, needs.commands, story.key);
      const context = contextOf(needs, story, origin);
      const result = await command.execute(raw, context);
      const { title, citations } = result.message;
      if (citations.length > 0 && command.speaksOf === undefined)
        await context.remember({ shown: { title, at: isoNow(clock), citations } });
      const about = command.about && { about: command.about };
      return { command: command.name, ...about, result, visibility: raw['public'] === 'yes' ? 'channel' : 'private' };
    });

  const ask = (key: string, question: string, origin: Origin): Promise<Reply> =>
    run(key, { kind: 'options', verb: 'ask', options: { question } }, origin);

  const mention = async (words: string, origin: Origin): Promise<Reply> => {
    const first = splitVerb(words);
    const named = stories.find(({ key }) => key === first.verb.replace(/^\//, ''));
    const key = named?.key ?? (await outbox.findByThread(origin.place))?.story ?? stories[0]?.key ?? '';
    if (await staysOut(origin, needs.settings)) return refuseThread(key);
    const line = named === undefined ? words.trim() : first.rest;
    const isCommand = line === '' || needs.commands.some(({ name }) => name === splitVerb(line).verb);
    const reply = isCommand ? await run(key, { kind: 'text', text: line }, origin) : await ask(key, line, origin);
    return { ...reply, visibility: reply.audience === 'asker' ? 'private' : 'channel' };
  };

  const question = async (words: string, origin: Origin): Promise<Reply | undefined> => {
    const delivery = await outbox.findByThread(origin.place);
    if (delivery === undefined || !(await mayJoinIn(origin.place, needs.settings))) return undefined;
    return { ...(await ask(delivery.story, visible(words), origin)), visibility: 'channel' };
  };

  return {
    stories,
    commands: needs.commands,
    run,
    home: (at) => homeOf(needs, at),
    mention: (words, origin) => guarded(needs, stories[0]?.key ?? '', () => mention(visible(words), origin)),
    question: (words, origin) =>
      origin.threadBegunBy === 'bot'
        ? guarded(needs, stories[0]?.key ?? '', () => question(words, origin))
        : question(words, origin),
    offer: (press, label) => offered(press, label, needs),
    press: (id, origin) => pressed(id, origin, { needs, run }),
    removed: (from) => pauseAll(from, needs),
    moved: (from, to) => needs.moves.move(from, to),
    workspaceMoved: (from, to) => needs.moves.moveWorkspace(from, to),
    channels: (at) => sentTo(at, needs),
    suggest: async (key, verb, argument, typed) => {
      const story = stories.find((candidate) => candidate.key === key);
      const names = needs.commands.find(({ name }) => name === verb)?.suggests?.[argument];
      return story === undefined || names === undefined ? [] : suggestions(names, { story, typed }, needs);
    },
  };
}

async function pauseAll(from: LeftPlace, { schedules, watches, log }: BotNeeds): Promise<void> {
  try {
    await schedules.pauseAll(from);
    await watches.pauseAll(from);
  } catch (error) {
    log.error({ err: error, ...from }, 'what is sent to a place that is gone could not be paused');
  }
}

async function sentTo(
  at: Pick<Place, 'platform' | 'workspace'>,
  { schedules, watches }: BotNeeds,
): Promise<readonly string[]> {
  const scheduled = (await schedules.inWorkspace(at)).map(({ subscription }) => subscription);
  const active = [...scheduled, ...(await watches.inWorkspace(at))].filter(({ state }) => state === 'active');
  return [...new Set(active.map(({ place }) => place.channel))];
}

async function offered(press: Press, label: string, { buttons, clock, log }: BotNeeds): Promise<Button> {
  const id = newButtonId();
  try {
    await buttons.keep(id, press, isoNow(clock));
  } catch (error) {
    // The answer above the button is worth more than the button, which then says that it is not known.
    log.error({ err: error, button: press.does }, 'what a button does could not be kept');
  }
  return { id, label };
}

/** Whether the channel wants the bot out of its threads, even when it is called. */
async function staysOut({ place, replying }: Origin, settings: SettingsStore): Promise<boolean> {
  const isInThread = place.thread !== undefined && replying === undefined;
  return isInThread && (await settings.get(place)).threads === 'off';
}

async function refuseThread(story: string): Promise<never> {
  const mend = `Ask with /${story}, or let somebody change that: /${story} settings threads:mention.`;
  throw new UserError('In this channel I stay out of threads.', mend);
}

/** Whether plain words in a thread are for the bot. */
async function mayJoinIn(place: Place, settings: SettingsStore): Promise<boolean> {
  const { threads } = await settings.get(place);
  return threads === 'questions' && !(await settings.hasLeft(place));
}

interface Pressing {
  readonly needs: BotNeeds;
  readonly run: Bot['run'];
}

async function pressed(id: string, origin: Origin, { needs, run }: Pressing): Promise<Reply> {
  const [story] = needs.stories;
  return guarded(needs, story?.key ?? '', async () => {
    const known = buttonIdSchema.safeParse(id);
    const press = known.success ? await needs.buttons.get(known.data) : undefined;
    if (press?.does === 'run') return run(press.story, { kind: 'text', text: press.line }, origin);
    return pressedHere(press, needs);
  });
}

function pressedHere(press: Exclude<Press, { readonly does: 'run' }> | undefined, needs: BotNeeds): Promise<Reply> {
  return guardedReply(needs, needs.stories[0]?.key ?? '', async () => {
    if (press === undefined)
      throw new UserError('This button is too old.', 'Ask again, and use the button of the new answer.');
    if (press.does === 'share')
      return { command: press.command, result: { message: press.message, data: {} }, visibility: 'channel' };
    await needs.settings.leave(press.place);
    const message = { title: '', blocks: [paragraph(text('I stay out of this thread from now on.'))], citations: [] };
    return { command: 'leave-thread', about: 'bot', result: { message, data: {} }, visibility: 'private' };
  });
}

async function suggestions(
  names: Suggestions,
  { story, typed }: { readonly story: Story; readonly typed: string },
  { libraries, log }: BotNeeds,
): Promise<readonly string[]> {
  try {
    return suggested(names(await libraries.open(story)), typed, mostSuggestions);
  } catch (error) {
    log.warn({ err: error, story: story.key }, 'nothing could be suggested');
    return [];
  }
}

interface Understood {
  readonly command: CommandDefinition;
  readonly raw: Readonly<Record<string, unknown>>;
}

function understand(input: CommandInput, commands: readonly CommandDefinition[], story: string): Understood {
  if (input.kind === 'options')
    return { command: findCommand(input.verb, commands, story), raw: visibleOptions(input.options) };
  const line = visible(input.text);
  const { verb, rest } = splitVerb(line);
  if (verb === '') return { command: findCommand('help', commands, story), raw: {} };
  const isVerb = commands.some((command) => command.name === verb);
  if (!isVerb && readsAsQuestion(line)) {
    const command = findCommand('ask', commands, story);
    return { command, raw: parseArguments(line, command) };
  }
  const command = findCommand(verb, commands, story);
  return { command, raw: parseArguments(rest, command) };
}

type Options = Extract<CommandInput, { readonly kind: 'options' }>['options'];

function visibleOptions(options: Options): Options {
  return Object.fromEntries(
    Object.entries(options).map(([name, value]) => [name, typeof value === 'string' ? visible(value) : value]),
  );
}

/** "/summit what did Lavrov say?" forgot its verb and is clear all the same. */
function readsAsQuestion(line: string): boolean {
  return line.trim().endsWith('?') || line.trim().split(/\s+/).length >= 4;
}

function findStory(key: string, stories: readonly Story[]): Story {
  const story = stories.find((candidate) => candidate.key === key);
  if (story !== undefined) return story;
  const known = stories.map((candidate) => `/${candidate.key}`).join(', ');
  throw new UserError(`I follow no story called "${key}".`, `I know ${known}.`);
}
