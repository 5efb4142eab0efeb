import type { Clock } from '../clock/clock.ts';
import type { ButtonStore } from '../buttons/button.ts';
import type { CommandDefinition } from '../commands/define-command.ts';
import type { ConversationStore } from '../conversations/conversation.ts';
import type { DigestDesk } from '../digests/digest-desk.ts';
import type { JobQueue } from '../jobs/queue.ts';
import type { Log } from '../log/log.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { FeedDesk } from '../polling/feed-desk.ts';
import type { ScheduleDesk } from '../schedules/schedule-desk.ts';
import type { SettingsStore } from '../settings/channel-settings.ts';
import type { LibraryDesk } from '../stories/library-desk.ts';
import type { WatchDesk } from '../watches/watch-desk.ts';
import type { Story } from '../stories/story.ts';
import type { Writer } from '../writing/writer.ts';
import type { ChannelMoves } from './channel-moves.ts';

/** What the bot's core is made of. */
export interface BotNeeds {
  readonly stories: readonly Story[];
  readonly commands: readonly CommandDefinition[];
  readonly libraries: LibraryDesk;
  readonly digests: DigestDesk;
  readonly schedules: ScheduleDesk;
  readonly feeds: FeedDesk;
  readonly outbox: Outbox;
  readonly queue: JobQueue;
  readonly conversations: ConversationStore;
  readonly buttons: ButtonStore;
  readonly settings: SettingsStore;
  readonly moves: ChannelMoves;
  readonly watches: WatchDesk;
  /** Without one every line keeps the words of its article. */
  readonly writer?: Writer;
  readonly clock: Clock;
  readonly log: Log;
}
