import { type Client, type Message as DiscordMessage, Routes } from 'discord.js';
import type { AnswerNeeds } from './answer-interaction.ts';
import { originOfMessage, placeOf } from './origin.ts';
import { replyTo } from './reply-to-message.ts';

/** An answer that takes longer than this shows that somebody is typing. Milliseconds. */
const quickMs = 1_000;
/** Discord shows it for ten seconds: https://discord.com/developers/docs/resources/channel#trigger-typing-indicator. Milliseconds. */
const typingShownMs = 9_000;

/**
 * Hears a mention, a direct message, or plain words in a thread or in reply. What people say to each other is left alone:
 * a message that calls somebody else, or replies to them, is for them.
 */
export async function hearMessage(message: DiscordMessage, client: Client<true>, needs: AnswerNeeds): Promise<void> {
  if (message.author.bot || message.system) return;
  const mentioned = message.mentions.users.has(client.user.id);
  const words = message.content.replaceAll(new RegExp(`<@!?${client.user.id}>`, 'g'), ' ').trim();
  if (words === '' && !mentioned) return;
  const origin = originOfMessage(message);
  if (mentioned || !message.inGuild()) {
    const reply = await whileTyping(message, needs.bot.mention(words, origin));
    return replyTo(message, { reply, buttons: [] }, needs.log);
  }
  if (origin.place.thread === undefined || addressesOthers(message, words)) return;
  const reply = await whileTyping(message, needs.bot.question(words, origin));
  if (reply === undefined) return;
  const place = placeOf(message);
  const buttons =
    place.thread === undefined ? [] : [await needs.bot.offer({ does: 'leave-thread', place }, 'Leave this thread')];
  await replyTo(message, { reply, buttons }, needs.log);
}

/** Whether words call people, roles or everybody, or a message replies to somebody else. */
function addressesOthers({ mentions, author, client }: DiscordMessage, words: string): boolean {
  const repliedTo = mentions.repliedUser?.id;
  const isReplyToOther = repliedTo !== undefined && repliedTo !== client.user?.id && repliedTo !== author.id;
  return isReplyToOther || /<@|@everyone|@here/.test(words);
}

/** Shows that somebody is typing while an answer takes long. */
async function whileTyping<Answer>(message: DiscordMessage, work: Promise<Answer>): Promise<Answer> {
  const show = (): void => {
    // Only a sign of life: an answer that comes without it is as good.
    message.client.rest.post(Routes.channelTyping(message.channelId)).catch(() => undefined);
  };
  const first = setTimeout(show, quickMs);
  const more = setInterval(show, typingShownMs);
  try {
    return await work;
  } finally {
    clearTimeout(first);
    clearInterval(more);
  }
}
