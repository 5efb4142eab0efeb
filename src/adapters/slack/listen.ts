import { backgroundWork } from './background-work.ts';
import { hearArrivals } from './hear-arrivals.ts';
import { hearCommands } from './hear-commands.ts';
import { hearDepartures } from './hear-departures.ts';
import { hearForms } from './hear-forms.ts';
import { hearHome } from './hear-home.ts';
import type { Hearing, ListenNeeds } from './hearing.ts';
import { hearMessages } from './hear-messages.ts';
import { hearMoves } from './hear-moves.ts';
import { hearPresses } from './hear-presses.ts';
import { hearOrganisations } from './hear-organisations.ts';
import { memberships } from './members.ts';

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
