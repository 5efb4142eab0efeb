import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, inject, it } from 'vitest';
import { type Database } from '../../src/adapters/postgres/database.ts';
import { openDatabase } from '../../src/adapters/postgres/open-database.ts';
import { installationStore } from '../../src/adapters/postgres/installation-store.ts';
import { createSeal } from '../../src/adapters/slack/seal.ts';
import { sealedInstallations } from '../../src/adapters/slack/sealed-installations.ts';
import { freshDatabase } from '../support/each-footing.ts';
import { silentLog } from '../support/memory-database.ts';
import { testClock } from '../support/test-bot.ts';

const postgresUrl = inject('postgresUrl');
const clock = testClock('2025-02-19T08:00:00Z');
const seal = createSeal([randomBytes(32).toString('base64')]);
const asked = { teamId: 'T1', enterpriseId: undefined, isEnterpriseInstall: false };

/** What a process sees of the installations: through a store of its own. */
async function replica(url: string): Promise<{ database: Database; bolt: ReturnType<typeof sealedInstallations> }> {
  const database = await openDatabase({ kind: 'server', url }, silentLog);
  return {
    database,
    bolt: sealedInstallations({ installations: installationStore(database), seal, clock, log: silentLog }),
  };
}

const installation = (refreshToken: string, secondsLeft: number) => ({
  team: { id: 'T1', name: 'Newsroom' },
  enterprise: undefined,
  user: { id: 'U1', token: undefined, scopes: undefined },
  bot: {
    ...{ token: `xoxe-of-${refreshToken}`, refreshToken, expiresAt: clock.now() / 1_000 + secondsLeft },
    ...{ scopes: ['chat:write'], id: 'B1', userId: 'UBOT' },
  },
});

describe.skipIf(postgresUrl === undefined)('a token in Postgres that two processes want to renew', () => {
  it.each([
    ['still serves', 3_600],
    ['has expired', -1],
  ])(
    'and that %s has its refresh token given to one of them, and both end with a token that serves',
    async (_case, left) => {
      const url = await freshDatabase(postgresUrl ?? '');
      const replicas = [await replica(url), await replica(url)];
      try {
        await replicas[0]?.bolt.storeInstallation(installation('first', left));
        const used: string[] = [];
        // As the installer does it: fetch, renew when there is a refresh token and the time has come, store.
        const tokens = await Promise.all(
          Array.from({ length: 12 }, async (_unused, index) => {
            const bolt = replicas[index % 2]?.bolt;
            const { bot } = (await bolt?.fetchInstallation(asked)) ?? {};
            const expiresAt = bot?.expiresAt ?? 0;
            if (bot?.refreshToken === undefined || expiresAt * 1_000 - clock.now() > 7_200_000) return bot?.token;
            used.push(bot.refreshToken);
            await delay(20);
            await bolt?.storeInstallation(installation('second', 43_200));
            return 'xoxe-of-second';
          }),
        );
        expect(used).toEqual(['first']);
        const served = left > 0 ? /^xoxe-of-(?:first|second)$/ : /^xoxe-of-second$/;
        for (const token of tokens) expect(token).toMatch(served);
      } finally {
        for (const { database } of replicas) await database.close();
      }
    },
  );
});
