import { allCommands } from '../core/commands/all-commands.ts';
import { UserError } from '../core/errors/errors.ts';
import { nearest } from '../core/text/nearest.ts';
import type { CommandLine } from './arguments.ts';
import { deliveries } from './deliveries.ts';
import { doctor } from './doctor.ts';
import { ingest } from './ingest.ts';
import type { Io } from './io.ts';
import { manifest } from './manifest.ts';
import { runLine, runVerb } from './run-command.ts';
import type { Services } from './services.ts';
import { show } from './show.ts';
import { start, type StartNeeds } from './start.ts';
import { exportData, importData } from './transfer.ts';
import { verify } from './verify.ts';

/** Verbs that open for themselves what they need. */
export const wholeVerbs: Readonly<Record<string, (needs: StartNeeds) => Promise<number>>> = {
  start,
  doctor,
  manifest,
  'export-data': exportData,
  'import-data': importData,
};

/** What a verb does with the opened services; it returns the exit code. */
export type Verb = (line: CommandLine, services: Services, io: Io) => Promise<number>;

const verbs: Readonly<Record<string, Verb>> = { deliveries, ingest, run: runLine, show, verify };

/** The verb of this name: one of the command line's, or a command of the channel. Throws UserError with the nearest name. */
export function findVerb(name: string): Verb {
  const own = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
  if (own !== undefined) return own;
  if (allCommands.some((command) => command.name === name)) return runVerb;
  const names = [...Object.keys(wholeVerbs), ...Object.keys(verbs), ...allCommands.map((command) => command.name)];
  const near = nearest(name, names);
  const mend = near === undefined ? 'Type communique help to see what there is.' : `Did you mean communique ${near}?`;
  throw new UserError(`There is no "${name}".`, mend);
}
