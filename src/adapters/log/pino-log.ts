import { pino, type DestinationStream, type Logger } from 'pino';
import pretty from 'pino-pretty';
import type { Log } from '../../core/log/log.ts';

/** Paths whose values never reach a log line, whoever logs them. */
const secrets = [
  'token',
  'botToken',
  'appToken',
  'authorization',
  'password',
  'url',
  'databaseUrl',
  'redisUrl',
].flatMap((key) => [key, `*.${key}`, `*.*.${key}`]);

/**
 * A log on standard error: lines for people in a terminal, JSON elsewhere.
 * `stream` replaces standard error in tests.
 */
export function pinoLog(options: {
  readonly level: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  readonly style: 'human' | 'json';
  readonly stream?: DestinationStream;
}): Log {
  const stream = options.stream ?? destination(options.style);
  const logger: Logger = pino({ level: options.level, redact: { paths: secrets, censor: '[redacted]' } }, stream);
  return logger;
}

function destination(style: 'human' | 'json'): DestinationStream {
  if (style === 'json') return pino.destination({ fd: 2, sync: true });
  return pretty({
    destination: 2,
    sync: true,
    colorize: process.stderr.isTTY,
    translateTime: 'SYS:HH:MM:ss',
    ignore: 'pid,hostname',
  });
}
