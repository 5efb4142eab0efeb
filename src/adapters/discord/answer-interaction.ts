import { type BaseInteraction, InteractionResponseType, MessageFlags, Routes } from 'discord.js';
import type { Bot } from '../../core/chat/bot.ts';
import { isShareable, type Reply } from '../../core/commands/reply.ts';
import type { Log } from '../../core/log/log.ts';
import type { Message } from '../../core/messages/message.ts';
import { note, text } from '../../core/messages/spans.ts';
import { refusalCode } from './errors.ts';
import { formButton, formFor, readFormId } from './forms.ts';
import { originOf } from './origin.ts';
import { missingToPost } from './permissions.ts';
import { type Outgoing, outgoing, type PostButton } from './outgoing.ts';

export interface AnswerNeeds {
  readonly bot: Bot;
  readonly log: Log;
}

/** The interaction was acknowledged already, by another replica or at an earlier delivery, or it is too late for it. */
const answeredElsewhere: ReadonlySet<number> = new Set([40_060, 10_062]);
/** Discord forgets an interaction after three seconds, so a longer wait for the acknowledgement helps nobody. Milliseconds. */
const acknowledgeMs = 3_000;

/** Who will see the answer; Discord wants to know before it is there. `button`: decided when it is there. */
export type Audience = Reply['visibility'] | 'button';

/**
 * Tells Discord at once that an answer comes. False when somebody else answers already. Discord not answering is no
 * reason to give up: it may have heard.
 */
export async function acknowledge(interaction: BaseInteraction, audience: Audience, log: Log): Promise<boolean> {
  const body =
    audience === 'button'
      ? { type: InteractionResponseType.DeferredMessageUpdate }
      : { type: InteractionResponseType.DeferredChannelMessageWithSource, data: { flags: flagsFor(audience) } };
  try {
    await callback(interaction, body);
    return true;
  } catch (error) {
    const code = refusalCode(error);
    log.warn({ err: error, code, interaction: interaction.id }, 'Discord: an acknowledgement was not taken');
    return !answeredElsewhere.has(code);
  }
}

/** The first answer to an interaction. */
export async function callback(interaction: BaseInteraction, body: object): Promise<void> {
  const { rest } = interaction.client;
  const signal = AbortSignal.timeout(acknowledgeMs);
  await rest.post(Routes.interactionCallback(interaction.id, interaction.token), { body, auth: false, signal });
}

/** The answer in place of "is thinking…". One that only the asker sees can be shared by its button. */
export async function answer(
  interaction: BaseInteraction,
  { reply, audience }: { readonly reply: Reply; readonly audience: Reply['visibility'] },
  needs: AnswerNeeds,
): Promise<void> {
  const [first, ...more] = await postsOf(interaction, { reply, audience }, needs);
  if (first === undefined) return;
  try {
    await edit(interaction, first);
  } catch (error) {
    if (refusalCode(error) !== invalidForm) throw error;
    needs.log.error({ err: error, command: reply.command }, 'Discord: the form of an answer was refused');
    return edit(interaction, only(note(text('I have an answer, but Discord does not take it. Tell whoever runs me.'))));
  }
  for (const post of more) await followUp(interaction, post, audience);
}

const invalidForm = 50_035;

/**
 * The answer to a button: a message of its own. A private answer whose button shows it to the channel then says that it
 * was shared, and the button goes.
 */
export async function answerButton(
  interaction: BaseInteraction,
  { reply, pressedOn }: { readonly reply: Reply; readonly pressedOn: Reply['visibility'] },
  needs: AnswerNeeds,
): Promise<void> {
  const audience = reply.visibility;
  for (const post of await postsOf(interaction, { reply, audience }, needs))
    await followUp(interaction, post, audience);
  if (pressedOn === 'private' && audience === 'channel' && reply.outcome === 'answered')
    await edit(interaction, only(note(text('Shared with the channel.'))));
}

async function postsOf(
  interaction: BaseInteraction,
  { reply, audience }: { readonly reply: Reply; readonly audience: Reply['visibility'] },
  { bot }: AnswerNeeds,
): Promise<Outgoing[]> {
  const { command, asOf, message, file } = reply;
  const shareable = isShareable({ ...reply, visibility: audience }) && interaction.guildId !== null;
  const share = shareable ? [await bot.offer({ does: 'share', command, asOf, message }, 'Share')] : [];
  return outgoing(message, { buttons: [...share, ...changeButtons(interaction, reply)], file });
}

/** Who may manage the channel can change what `schedule` and `settings` show, and mend a form that was refused. */
function changeButtons(interaction: BaseInteraction, { command, outcome }: Reply): PostButton[] {
  const sent = interaction.isModalSubmit() ? readFormId(interaction.customId) : undefined;
  const asked = interaction.isChatInputCommand() ? formFor(command, interaction.commandName) : undefined;
  const form = outcome === 'failed' ? undefined : (sent ?? asked);
  return form === undefined || !originOf(interaction).user.mayManage ? [] : [formButton(form)];
}

/** Commands that have something posted later, without an interaction, for which Discord allows more than for itself. */
const setsPosts: ReadonlySet<string> = new Set(['schedule', 'watch']);

/** Tells who set something up, where the bot may not post, what has to be allowed for it to come. */
export async function warnWhereMute(interaction: BaseInteraction, reply: Reply): Promise<void> {
  if (reply.outcome !== 'answered' || !setsPosts.has(reply.command) || !interaction.inGuild()) return;
  const { user, place } = originOf(interaction);
  const missing = missingToPost(interaction.appPermissions, place.thread === undefined ? 'channel' : 'thread');
  if (!user.mayManage || missing.length === 0) return;
  const words = `I may not post here yet: allow me ${missing.join(' and ')} in the channel’s settings under Permissions.`;
  await followUp(interaction, only(note(text(words))), 'private');
}

/** Says a line to whoever pressed, as the first and only answer. */
export async function answerAtOnce(interaction: BaseInteraction, words: string): Promise<void> {
  const { body } = only(note(text(words)));
  const data = { ...body, flags: body.flags | flagsFor('private') };
  await callback(interaction, { type: InteractionResponseType.ChannelMessageWithSource, data });
}

async function edit(interaction: BaseInteraction, { body, files }: Outgoing): Promise<void> {
  const route = Routes.webhookMessage(interaction.applicationId, interaction.token);
  await interaction.client.rest.patch(route, { body, auth: false, ...(files !== undefined && { files }) });
}

async function followUp(
  interaction: BaseInteraction,
  { body, files }: Outgoing,
  audience: Reply['visibility'],
): Promise<void> {
  const route = Routes.webhook(interaction.applicationId, interaction.token);
  const flagged = { ...body, flags: body.flags | flagsFor(audience) };
  await interaction.client.rest.post(route, { body: flagged, auth: false, ...(files !== undefined && { files }) });
}

function flagsFor(audience: Reply['visibility']): number {
  return audience === 'private' ? MessageFlags.Ephemeral : 0;
}

function only(...blocks: Message['blocks']): Outgoing {
  const [post] = outgoing({ title: '', blocks, citations: [] }, { buttons: [], file: undefined });
  if (post === undefined) throw new Error('a note gave no post');
  return post;
}
