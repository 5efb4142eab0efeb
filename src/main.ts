import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { type CommandLine, readCommandLine } from './cli/arguments.ts';
import { type Io, standardIo } from './cli/io.ts';
import type { Settings } from './config/settings.ts';
import type { Clock } from './core/clock/clock.ts';
import { UserError } from './core/errors/errors.ts';
import type { Log } from './core/log/log.ts';

const systemClock: Clock = { now: () => Date.now() };

async function main(argv: readonly string[], io: Io): Promise<number> {
  const line = readCommandLine(argv);
  if (line.options.version) {
    io.output(`${version()}\n`);
    return 0;
  }
  if (line.verb === 'help') {
    const { helpText } = await import('./cli/help-text.ts');
    io.output(helpText);
    return 0;
  }
  return runVerb(line, io);
}

/** What a verb needs is loaded with it: `--version` needs none of it. */
async function runVerb(line: CommandLine, io: Io): Promise<number> {
  const settings = await settingsFor(line);
  const log = await logFor(line, settings);
  const { findVerb, findWholeVerb } = await import('./cli/verbs.ts');
  const whole = await findWholeVerb(line.verb);
  if (whole !== undefined) return whole({ line, settings, clock: systemClock, log, io });
  const verb = await findVerb(line.verb);
  const { openServices } = await import('./cli/services.ts');
  const services = await openServices(settings, systemClock, log);
  try {
    return await verb(line, services, io);
  } finally {
    await services.close();
  }
}

async function settingsFor(line: CommandLine): Promise<Settings> {
  const { readSettings } = await import('./config/settings.ts');
  const file = existsSync('.env') ? parseEnv(readFileSync('.env', 'utf8')) : {};
  const settings = readSettings({ ...file, ...process.env });
  return line.options.data === undefined ? settings : { ...settings, dataFolder: line.options.data };
}

/** A verb that answers and ends says only what went wrong; the running bot says what it does. */
async function logFor(line: CommandLine, settings: Settings): Promise<Log> {
  const { pinoLog } = await import('./adapters/log/pino-log.ts');
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
