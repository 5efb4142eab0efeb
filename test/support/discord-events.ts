/** Events as Discord's gateway sends them. */

export const botUser = {
  id: '900000000000000900',
  username: 'communique',
  discriminator: '0',
  global_name: null,
  avatar: null,
  bot: true,
};

/** A server with one channel of each kind that matters, and a thread. */
export const guild = {
  id: '500000000000000500',
  channel: '600000000000000600',
  announcements: '610000000000000610',
  forum: '620000000000000620',
  tagged: '621000000000000621',
  thread: '640000000000000640',
} as const;

const everyone = {
  ...{ id: guild.id, name: '@everyone', permissions: '0', position: 0, color: 0 },
  ...{ hoist: false, managed: false, mentionable: false },
};

/** The id of the nth message that the bot posts, counted from 0; its thread has the same. */
export function postedId(index: number): string {
  return String(100_000_000_000_000_000n + BigInt(index));
}

export function guildData(): object {
  const channel = { name: 'desk', position: 0, permission_overwrites: [] };
  const thread = {
    ...{
      id: guild.thread,
      guild_id: guild.id,
      parent_id: guild.channel,
      type: 11,
      name: 'digest',
      owner_id: botUser.id,
    },
    thread_metadata: { archived: false, auto_archive_duration: 1_440, archive_timestamp: at, locked: false },
    ...{ message_count: 1, member_count: 1 },
  };
  return {
    ...{ id: guild.id, name: 'Newsroom', owner_id: '1', roles: [everyone], threads: [thread] },
    channels: [
      { id: guild.channel, type: 0, ...channel },
      { id: guild.announcements, type: 5, ...channel },
      { id: guild.forum, type: 15, ...channel },
      { id: guild.tagged, type: 15, ...channel },
    ],
    ...{
      members: [{ ...member('0'), user: botUser }],
      emojis: [],
      stickers: [],
      features: [],
      member_count: 2,
      unavailable: false,
    },
    ...{ afk_timeout: 60, preferred_locale: 'en-US' },
  };
}

const at = '2025-02-19T08:00:00Z';
let ids = 700_000_000_000_000n;

const person = { id: '420000000000000042', username: 'ada', discriminator: '0', global_name: 'Ada', avatar: null };

function member(permissions: string): object {
  return { user: person, roles: [], joined_at: at, deaf: false, mute: false, flags: 0, permissions };
}

/** `permissions` of the person who acts: "16" may manage channels. */
interface Acting {
  readonly permissions?: string;
  readonly token?: string;
  readonly channel?: string;
}

export interface InteractionEvent {
  readonly id: string;
  readonly token: string;
}

/** Where the first answer to an interaction goes. */
export function callbackOf({ id, token }: InteractionEvent): string {
  return `POST /interactions/${id}/${token}/callback`;
}

function interaction(
  type: number,
  data: object,
  { permissions = '0', token = 'it', channel }: Acting,
): InteractionEvent {
  const inThread = channel === guild.thread ? { type: 11, parent_id: guild.channel } : { type: 0 };
  return {
    ...{ id: String((ids += 1n)), application_id: '800', type, token, version: 1, locale: 'en-GB', guild_id: guild.id },
    ...{ channel_id: channel ?? guild.channel, channel: { id: channel ?? guild.channel, ...inThread } },
    ...{ member: member(permissions), entitlements: [], authorizing_integration_owners: { '0': guild.id } },
    ...{ app_permissions: '0', data },
  };
}

/** "/summit verb option:value". */
export function slashCommand(verb: string, options: readonly object[] = [], acting: Acting = {}): InteractionEvent {
  return interaction(2, { id: '1', name: 'summit', type: 1, options: [{ name: verb, type: 1, options }] }, acting);
}

/** Somebody types into an option that is completed. */
export function typing(verb: string, option: string, value: string, acting: Acting = {}): InteractionEvent {
  const options = [{ name: option, type: 3, value, focused: true }];
  return interaction(4, { id: '1', name: 'summit', type: 1, options: [{ name: verb, type: 1, options }] }, acting);
}

/** A command of a message's menu. */
export function menuCommand(name: string, content: string, acting: Acting = {}): InteractionEvent {
  const message = chatMessage(content);
  const data = { id: '2', name, type: 3, target_id: message['id'] };
  return interaction(2, { ...data, resolved: { messages: { [String(message['id'])]: message } } }, acting);
}

/** A button is pressed, of a message that only one person sees or that all see. */
export function buttonPress(
  customId: string,
  seenBy: 'one' | 'all',
  acting: Acting = {},
): InteractionEvent & { readonly message: object } {
  const message = { ...chatMessage(''), author: botUser, flags: seenBy === 'one' ? 64 : 0 };
  const pressed = interaction(3, { custom_id: customId, component_type: 2 }, acting);
  return { ...pressed, message };
}

/** A form is sent, each line of it filled: a text, or what is chosen from a list. */
export function sentForm(
  customId: string,
  lines: Readonly<Record<string, string | readonly string[]>>,
  acting: Acting = {},
): InteractionEvent {
  const components = Object.entries(lines).map(([id, filled]) => ({
    type: 18,
    component:
      typeof filled === 'string'
        ? { type: 4, custom_id: id, value: filled }
        : { type: 3, custom_id: id, values: filled },
  }));
  return interaction(5, { custom_id: customId, components }, acting);
}

/** Something said in a channel. */
export function chatMessage(
  content: string,
  mentions: readonly object[] = [],
  channel: string = guild.channel,
): Record<string, unknown> {
  return {
    ...{
      id: String((ids += 1n)),
      type: 0,
      channel_id: channel,
      guild_id: guild.id,
      author: person,
      member: member('0'),
    },
    ...{ content, mentions, mention_roles: [], mention_everyone: false, attachments: [], embeds: [], components: [] },
    ...{ timestamp: at, edited_timestamp: null, tts: false, pinned: false, flags: 0 },
  };
}
