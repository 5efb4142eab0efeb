import { type ButtonInteraction, InteractionResponseType, type ModalSubmitInteraction } from 'discord.js';
import { acknowledge, answer, answerAtOnce, type AnswerNeeds, callback, warnWhereMute } from './answer-interaction.ts';
import { filledForm, type FormName, optionsOfForm } from './forms.ts';
import { limits } from './limits.ts';
import { originOf } from './origin.ts';
import { inTime } from './in-time.ts';

/**
 * Opens a form when its button is pressed. Discord takes it only as the first answer within three seconds, so what holds
 * now is looked up in less, or the person is asked to try again.
 */
export async function openForm(name: FormName, interaction: ButtonInteraction, needs: AnswerNeeds): Promise<void> {
  const { bot } = needs;
  const origin = originOf(interaction);
  const input = { kind: 'options', verb: name.kind, options: {} } as const;
  if (!origin.user.mayManage)
    return answerAtOnce(interaction, 'Only people who may manage this channel can change that.');
  const reply = await inTime(bot.run(name.story, input, origin), limits.firstAnswerMs);
  if (reply?.outcome !== 'answered')
    return answerAtOnce(interaction, 'I could not look it up just now. Please press it again in a moment.');
  const zone = bot.stories.find(({ key }) => key === name.story)?.timeZone ?? 'UTC';
  await callback(interaction, { type: InteractionResponseType.Modal, data: filledForm(name, reply.data, zone) });
}

/** A sent form is the command with its options: the answer says what holds now, or what is wrong. */
export async function hearForm(name: FormName, interaction: ModalSubmitInteraction, needs: AnswerNeeds): Promise<void> {
  if (!(await acknowledge(interaction, 'private', needs.log))) return;
  const input = { kind: 'options', verb: name.kind, options: optionsOfForm(name, interaction) } as const;
  const reply = await needs.bot.run(name.story, input, originOf(interaction));
  await answer(interaction, { reply, audience: 'private' }, needs);
  await warnWhereMute(interaction, reply);
}
