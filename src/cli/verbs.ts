import { UserError } from '../core/errors/errors.ts';
import { nearest } from '../core/text/nearest.ts';
import type { CommandLine } from './arguments.ts';
import type { Io } from './io.ts';
import type { Services } from './services.ts';
import type { StartNeeds } from './start.ts';

type Loaded<T> = () => Promise<T>;
type WholeVerb = (needs: StartNeeds) => Promise<number>;

/** Verbs that open for themselves what they need; each is loaded when it is asked for, so that a light one starts quickly. */
const wholeVerbs: Readonly<Record<string, Loaded<WholeVerb>>> = {
  start: async () => (await import('./start.ts')).start,
  doctor: async () => (await import('./doctor.ts')).doctor,
  manifest: async () => (await import('./manifest.ts')).manifest,
  'export-data': async () => (await import('./transfer.ts')).exportData,
  'import-data': async () => (await import('./transfer.ts')).importData,
};

/** What a verb does with the opened services; it returns the exit code. */
export type Verb = (line: CommandLine, services: Services, io: Io) => Promise<number>;

const verbs: Readonly<Record<string, Loaded<Verb>>> = {
  deliveries: async () => (await import('./deliveries.ts')).deliveries,
  ingest: async () => (await import('./ingest.ts')).ingest,
  run: async () => (await import('./run-command.ts')).runLine,
  show: async () => (await import('./show.ts')).show,
  verify: async () => (await import('./verify.ts')).verify,
};

/** The verb of this name that opens for itself what it needs, if there is one. */
export async function findWholeVerb(name: string): Promise<WholeVerb | undefined> {
  return Object.hasOwn(wholeVerbs, name) ? wholeVerbs[name]?.() : undefined;
}

/** The verb of this name: one of the command line's, or a command of the channel. Throws UserError with the nearest name. */
export async function findVerb(name: string): Promise<Verb> {
  const own = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
  if (own !== undefined) return own();
  const { allCommands } = await import('../core/commands/all-commands.ts');
  if (allCommands.some((command) => command.name === name)) return (await import('./run-command.ts')).runVerb;
  const names = [...Object.keys(wholeVerbs), ...Object.keys(verbs), ...allCommands.map((command) => command.name)];
  const near = nearest(name, names);
  const mend = near === undefined ? 'Type communique help to see what there is.' : `Did you mean communique ${near}?`;
  throw new UserError(`There is no "${name}".`, mend);
}
