import type { Bot } from '../../core/chat/bot.ts';
import type { Clock } from '../../core/clock/clock.ts';
import type { InstallationStore } from '../../core/installations/installation-store.ts';
import type { Log } from '../../core/log/log.ts';
import type { BackgroundWork } from './background-work.ts';
import type { MayManage } from './members.ts';
import type { OpenedApp } from './open-app.ts';
import type { Pacing } from './pacing.ts';

export interface ListenNeeds extends Pick<OpenedApp, 'app' | 'clientOf' | 'organisationOf'> {
  readonly bot: Bot;
  readonly installations: InstallationStore;
  readonly pacing: Pacing;
  /** An answer that takes longer shows that the bot is at work. Milliseconds. */
  readonly quickMs: number;
  readonly clock: Clock;
  readonly log: Log;
}

/** What every listener works with. */
export interface Hearing extends ListenNeeds {
  readonly work: BackgroundWork;
  readonly mayManage: MayManage;
}
