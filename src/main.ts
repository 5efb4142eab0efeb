import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { pinoLog } from './adapters/log/pino-log.ts';
import { type CommandLine, readCommandLine } from './cli/arguments.ts';
import { deliveries } from './cli/deliveries.ts';
import { doctor } from './cli/doctor.ts';
import { helpText } from './cli/help-text.ts';
import { ingest } from './cli/ingest.ts';
import { type Io, standardIo } from './cli/io.ts';
import { manifest } from './cli/manifest.ts';
import { runLine, runVerb } from './cli/run-command.ts';
import { openServices, type Services } from './cli/services.ts';
import { show } from './cli/show.ts';
import { start, type StartNeeds } from './cli/start.ts';
import { exportData, importData } from './cli/transfer.ts';
import { readSettings, type Settings } from './config/settings.ts';
import { verify } from './cli/verify.ts';
import type { Clock } from './core/clock/clock.ts';
import { allCommands } from './core/commands/all-commands.ts';
import { UserError } from './core/errors/errors.ts';
import type { Log } from './core/log/log.ts';
import { nearest } from './core/text/nearest.ts';

const systemClock: Clock = { now: () => Date.now() };

async function main(argv: readonly string[], io: Io): Promise<number> {
  const line = readCommandLine(argv);
  if (line.options.version) {
    io.output(`${version()}\n`);
    return 0;
  }
  if (line.verb === 'help') {
    io.output(helpText);
    return 0;
  }
  const settings = settingsFor(line);
  const log = logFor(line, settings);
  const whole = wholeVerbs[line.verb];
  if (whole !== undefined) return whole({ line, settings, clock: systemClock, log, io });
  const verb = verbs[line.verb] ?? commandVerb(line.verb);
  const services = await openServices(settings, systemClock, log);
  try {
    return await verb(line, services, io);
  } finally {
    await services.close();
  }
}

/** Verbs that open for themselves what they need. */
const wholeVerbs: Readonly<Record<string, (needs: StartNeeds) => Promise<number>>> = {
  start,
  doctor,
  manifest,
  'export-data': exportData,
  'import-data': importData,
};

type Verb = (line: CommandLine, services: Services, io: Io) => Promise<number>;

const verbs: Readonly<Record<string, Verb>> = { deliveries, ingest, run: runLine, show, verify };

function commandVerb(name: string): Verb {
  if (allCommands.some((command) => command.name === name)) return runVerb;
  const names = [...Object.keys(wholeVerbs), ...Object.keys(verbs), ...allCommands.map((command) => command.name)];
  const near = nearest(name, names);
  const mend = near === undefined ? 'Type communique help to see what there is.' : `Did you mean communique ${near}?`;
  throw new UserError(`There is no "${name}".`, mend);
}

function settingsFor(line: CommandLine): Settings {
  const file = existsSync('.env') ? parseEnv(readFileSync('.env', 'utf8')) : {};
  const settings = readSettings({ ...file, ...process.env });
  return line.options.data === undefined ? settings : { ...settings, dataFolder: line.options.data };
}

/** A verb that answers and ends says only what went wrong; the running bot says what it does. */
function logFor(line: CommandLine, settings: Settings): Log {
  const talks = settings.slack === undefined && settings.discord === undefined;
  const usual = line.verb === 'start' && !talks ? 'info' : 'warn';
  return pinoLog({ level: settings.logLevel ?? usual, style: process.stderr.isTTY ? 'human' : 'json' });
}

function version(): string {
  return (
    /"version": "([^"]+)"/.exec(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))?.[1] ?? 'unknown'
  );
}

const io = standardIo();
try {
  process.exitCode = await main(process.argv.slice(2), io);
} catch (error) {
  process.exitCode = 1;
  if (error instanceof UserError) io.error(`${error.message}\n${error.mend}\n`);
  else throw error;
}
