import { z } from 'zod';
import { UserError } from '../../core/errors/errors.ts';
import type { Database } from './database.ts';
import { watches } from './migrations/0003-watches.ts';
import { conversations } from './migrations/0004-conversations.ts';
import { tries } from './migrations/0005-tries.ts';
import { feeds } from './migrations/0002-feeds.ts';
import { settings } from './migrations/0006-settings.ts';
import { writings } from './migrations/0007-writings.ts';
import { slack } from './migrations/0010-slack.ts';
import { oldDeliveries } from './migrations/0011-old-deliveries.ts';
import { renewals } from './migrations/0012-renewals.ts';
import { keptFacts } from './migrations/0013-kept-facts.ts';
import { casts } from './migrations/0014-casts.ts';
import { hosts } from './migrations/0015-hosts.ts';
import { bodies } from './migrations/0016-bodies.ts';
import { firstTables } from './migrations/0001-first-tables.ts';

/** Every migration, oldest first. One that has landed is never changed: another follows it. */
const migrations: readonly { readonly name: string; readonly statements: readonly string[] }[] = [
  firstTables,
  feeds,
  watches,
  conversations,
  tries,
  settings,
  writings,
  slack,
  oldDeliveries,
  renewals,
  keptFacts,
  casts,
  hosts,
  bodies,
];

/** An arbitrary number that all our processes agree on. */
const lockKey = 7_271_201;

/**
 * Brings the tables up to date, in one transaction; processes that start together wait for one another. Throws UserError
 * for a store that a newer version has changed.
 */
export async function migrate(database: Database): Promise<void> {
  await database.transaction(async (session) => {
    await session.change('SELECT pg_advisory_xact_lock($1)', [lockKey]);
    await session.change('CREATE SCHEMA IF NOT EXISTS communique');
    await session.change(
      'CREATE TABLE IF NOT EXISTS communique.migrations (name text PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())',
    );
    const applied = await session.rows(z.object({ name: z.string() }), 'SELECT name FROM communique.migrations');
    const known = new Set(applied.map(({ name }) => name));
    refuseNewer(known);
    for (const { name, statements } of migrations) {
      if (known.has(name)) continue;
      for (const statement of statements) await session.change(statement);
      await session.change('INSERT INTO communique.migrations (name) VALUES ($1)', [name]);
    }
  });
}

function refuseNewer(applied: ReadonlySet<string>): void {
  const ours = new Set(migrations.map(({ name }) => name));
  const newer = [...applied].filter((name) => !ours.has(name));
  if (newer.length === 0) return;
  throw new UserError(
    `The store was changed by a newer Communiqué (${newer.join(', ')}).`,
    'Start that version, or a newer one.',
  );
}
