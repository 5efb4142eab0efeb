import type { App } from '@slack/bolt';
import type { Bot } from '../../core/chat/bot.ts';
import type { Log } from '../../core/log/log.ts';
import { type BackgroundWork, backgroundWork } from './background-work.ts';
import { hearCommands } from './hear-commands.ts';
import { hearMessages } from './hear-messages.ts';
import { hearPresses } from './hear-presses.ts';
import { memberships } from './members.ts';

export interface ListenNeeds {
  readonly app: App;
  readonly bot: Bot;
  /** The bot's own user id. */
  readonly self: string;
  readonly log: Log;
}

/** What every listener works with. */
export interface Hearing extends ListenNeeds {
  readonly work: BackgroundWork;
  readonly members: ReturnType<typeof memberships>;
}

/** Hears commands, shortcuts, buttons, mentions and threads. Returns what waits until everything heard is answered. */
export function listen(needs: ListenNeeds): () => Promise<void> {
  const work = backgroundWork(needs.log);
  const hearing: Hearing = { ...needs, work, members: memberships(needs.app.client, needs.log) };
  hearCommands(hearing);
  hearPresses(hearing);
  hearMessages(hearing);
  return work.finished;
}
