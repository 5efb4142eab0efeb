import { LogLevel, type Logger } from '@slack/bolt';
import type { Log } from '../../core/log/log.ts';

/** Bolt's logger on top of ours. What Bolt says at its debug level holds payloads, so it is dropped. */
export function boltLogger(log: Log): Logger {
  const words = (parts: readonly unknown[]): string =>
    parts.map((part) => (part instanceof Error ? part.message : String(part))).join(' ');
  return {
    debug: () => undefined,
    info: (...parts: unknown[]) => log.debug({}, words(parts)),
    warn: (...parts: unknown[]) => log.warn({}, words(parts)),
    error: (...parts: unknown[]) => log.warn({}, words(parts)),
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  };
}
