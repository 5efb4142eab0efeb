import {
  type AutocompleteInteraction,
  type BaseInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  InteractionResponseType,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
} from 'discord.js';
import { beginning } from '../../core/text/beginning.ts';
import {
  acknowledge,
  answer,
  answerAtOnce,
  answerButton,
  type AnswerNeeds,
  callback,
  warnWhereMute,
} from './answer-interaction.ts';
import { messageCommandName } from './commands.ts';
import { readFormId } from './forms.ts';
import { hearForm, openForm } from './hear-form.ts';
import { inTime } from './in-time.ts';
import { limits } from './limits.ts';
import { originOf } from './origin.ts';

/** The longest question that the commands take, in characters. */
const longestQuestion = 1_000;

/** Hears a command, a message's menu, a button or somebody typing; whatever else Discord may send is not for us. */
export async function hearInteraction(interaction: BaseInteraction, needs: AnswerNeeds): Promise<void> {
  if (interaction.isChatInputCommand()) return hearCommand(interaction, needs);
  if (interaction.isMessageContextMenuCommand()) return hearMessageCommand(interaction, needs);
  if (interaction.isButton()) return hearButton(interaction, needs);
  if (interaction.isModalSubmit()) return hearSentForm(interaction, needs);
  if (interaction.isAutocomplete()) return hearTyping(interaction, needs);
}

async function hearCommand(interaction: ChatInputCommandInteraction, needs: AnswerNeeds): Promise<void> {
  const options = Object.fromEntries(
    (interaction.options.data[0]?.options ?? []).map(({ name, value }) => [name, value ?? '']),
  );
  const audience = options['public'] === 'yes' ? 'channel' : 'private';
  if (!(await acknowledge(interaction, audience, needs.log))) return;
  const verb = interaction.options.getSubcommand(false) ?? 'help';
  const input = { kind: 'options', verb, options } as const;
  const reply = await needs.bot.run(interaction.commandName, input, originOf(interaction));
  await answer(interaction, { reply, audience }, needs);
  await warnWhereMute(interaction, reply);
}

/** "Check against the articles" of a message's menu: its words are the question. */
async function hearMessageCommand(
  interaction: MessageContextMenuCommandInteraction,
  needs: AnswerNeeds,
): Promise<void> {
  if (!(await acknowledge(interaction, 'private', needs.log))) return;
  const { stories } = needs.bot;
  const story = stories.find((candidate) => messageCommandName(candidate, stories) === interaction.commandName);
  const question = shortened(interaction.targetMessage.content);
  const input = { kind: 'options', verb: 'ask', options: { question } } as const;
  const reply = await needs.bot.run(story?.key ?? '', input, originOf(interaction));
  await answer(interaction, { reply, audience: 'private' }, needs);
}

async function hearButton(interaction: ButtonInteraction, needs: AnswerNeeds): Promise<void> {
  const form = readFormId(interaction.customId);
  if (form !== undefined) return openForm(form, interaction, needs);
  if (!(await acknowledge(interaction, 'button', needs.log))) return;
  const reply = await needs.bot.press(interaction.customId, originOf(interaction));
  const pressedOn = interaction.message.flags.has(MessageFlags.Ephemeral) ? 'private' : 'channel';
  await answerButton(interaction, { reply, pressedOn }, needs);
}

async function hearSentForm(interaction: ModalSubmitInteraction, needs: AnswerNeeds): Promise<void> {
  const form = readFormId(interaction.customId);
  if (form !== undefined) return hearForm(form, interaction, needs);
  await answerAtOnce(interaction, 'This form is too old. Run the command again, and use the button of the new answer.');
}

/** Offers names in time or none: a list that comes too late is shown as an error. */
async function hearTyping(interaction: AutocompleteInteraction, { bot }: AnswerNeeds): Promise<void> {
  const { name, value } = interaction.options.getFocused(true);
  const verb = interaction.options.getSubcommand(false) ?? '';
  const names = (await inTime(bot.suggest(interaction.commandName, verb, name, value), limits.firstAnswerMs)) ?? [];
  const choices = names
    .filter((choice) => choice !== '' && choice.length <= limits.choice)
    .slice(0, limits.choices)
    .map((choice) => ({ name: choice, value: choice }));
  await callback(interaction, {
    type: InteractionResponseType.ApplicationCommandAutocompleteResult,
    data: { choices },
  });
}

function shortened(words: string): string {
  if (words.length <= longestQuestion) return words;
  const end = words.lastIndexOf(' ', longestQuestion);
  return beginning(words, end > 0 ? end : longestQuestion);
}
