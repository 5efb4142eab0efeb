import type { Bot } from '../../core/chat/bot.ts';
import type { Clock } from '../../core/clock/clock.ts';
import type { InstallationStore } from '../../core/installations/installation-store.ts';
import type { Log } from '../../core/log/log.ts';
import { type BackgroundWork, backgroundWork } from './background-work.ts';
import { hearArrivals } from './hear-arrivals.ts';
import { hearCommands } from './hear-commands.ts';
import { hearDepartures } from './hear-departures.ts';
import { hearForms } from './hear-forms.ts';
import { hearHome } from './hear-home.ts';
import { hearMessages } from './hear-messages.ts';
import { hearMoves } from './hear-moves.ts';
import { hearPresses } from './hear-presses.ts';
import { hearOrganisations } from './hear-organisations.ts';
import { type MayManage, memberships } from './members.ts';
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

/** Hears everything that people do with the bot. Returns what waits until everything heard is answered. */
export function listen(needs: ListenNeeds): () => Promise<void> {
  const work = backgroundWork(needs.log);
  const hearing: Hearing = { ...needs, work, mayManage: memberships(needs.clock, needs.log) };
  // First, for it decides for the others whose installation hears something.
  hearOrganisations(hearing);
  hearCommands(hearing);
  hearPresses(hearing);
  hearForms(hearing);
  hearMessages(hearing);
  hearHome(hearing);
  hearArrivals(hearing);
  hearDepartures(hearing);
  hearMoves(hearing);
  return work.finished;
}
