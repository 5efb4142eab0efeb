import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { pinoLog } from './adapters/log/pino-log.ts';
import { type CommandLine, readCommandLine } from './cli/arguments.ts';
import { helpText } from './cli/help-text.ts';
import { type Io, standardIo } from './cli/io.ts';
import { openServices } from './cli/services.ts';
import { readSettings, type Settings } from './config/settings.ts';
import { findVerb, wholeVerbs } from './cli/verbs.ts';
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
    io.output(helpText);
    return 0;
  }
  const settings = settingsFor(line);
  const log = logFor(line, settings);
  const whole = Object.hasOwn(wholeVerbs, line.verb) ? wholeVerbs[line.verb] : undefined;
  if (whole !== undefined) return whole({ line, settings, clock: systemClock, log, io });
  const verb = findVerb(line.verb);
  const services = await openServices(settings, systemClock, log);
  try {
    return await verb(line, services, io);
  } finally {
    await services.close();
  }
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
