import { afterAll, beforeAll, expect, it } from 'vitest';
import { inbox as inboxIn } from '../../src/adapters/postgres/inbox.ts';
import { installationStore } from '../../src/adapters/postgres/installation-store.ts';
import type { Database } from '../../src/adapters/postgres/database.ts';
import type { Inbox } from '../../src/core/inbox/inbox.ts';
import type { InstallationStore } from '../../src/core/installations/installation-store.ts';
import { describeEachStore } from './each-footing.ts';

const at = '2025-02-19T08:00:00.000Z';
const later = (seconds: number): string => new Date(Date.parse(at) + seconds * 1_000).toISOString();
const holdMs = 60_000;

/** What every inbox holds to. */
export function inboxContract(): void {
  describeEachStore('an inbox', (open) => {
    let database: Database;
    let inbox: Inbox;
    let count = 0;
    const event = (): { id: string; body: { id: number } } => ({ id: `Ev${(count += 1)}`, body: { id: count } });
    const take = (one: ReturnType<typeof event>, moment = at) => inbox.take('slack', one, { at: moment, holdMs });
    beforeAll(async () => {
      database = await open();
      inbox = inboxIn(database);
    });
    afterAll(() => database.close());

    it('gives an event to one of many that take it at the same time', async () => {
      const one = event();
      const taken = await Promise.all(Array.from({ length: 8 }, () => take(one)));
      expect(taken.filter((tries) => tries !== undefined)).toEqual([1]);
      await inbox.done('slack', one.id);
    });

    it('gives one that was left to another after the hold, three times at most', async () => {
      const one = event();
      expect(await take(one)).toBe(1);
      expect(await take(one, later(59))).toBeUndefined();
      expect(await inbox.left('slack', later(-1))).toEqual([]);
      expect(await inbox.left('slack', later(60))).toEqual([one]);
      expect(await take(one, later(60))).toBe(2);
      expect(await take(one, later(120))).toBe(3);
      expect(await take(one, later(180))).toBeUndefined();
      expect(await inbox.left('slack', later(180))).toEqual([]);
    });

    it('never gives one that is done, and forgets it after a day', async () => {
      const one = event();
      await take(one);
      await inbox.done('slack', one.id);
      expect(await take(one, later(3_600))).toBeUndefined();
      expect(await inbox.left('slack', later(3_600))).toEqual([]);
      expect(await take(one, later(90_000))).toBe(1);
      await inbox.done('slack', one.id);
    });

    it('keeps platforms apart', async () => {
      const one = event();
      await take(one);
      expect(await inbox.take('discord', one, { at, holdMs })).toBe(1);
    });
  });
}

/** What every store of installations holds to. */
export function installationStoreContract(): void {
  describeEachStore('a store of installations', (open) => {
    let database: Database;
    let installations: InstallationStore;
    beforeAll(async () => {
      database = await open();
      installations = installationStore(database);
    });
    afterAll(() => database.close());

    const one = { platform: 'slack', workspace: 'T1', name: 'Newsroom', sealed: 'v1.a.b', installedAt: at };

    it('gives back what it was given, the newest of each workspace', async () => {
      await installations.save(one);
      const again = { ...one, sealed: 'v1.c.d', installedAt: later(60) };
      await installations.save(again);
      await installations.save({ ...one, workspace: 'T0' });
      await installations.save({ ...one, platform: 'discord' });
      expect(await installations.get('slack', 'T1')).toEqual(again);
      expect((await installations.list('slack')).map(({ workspace }) => workspace)).toEqual(['T0', 'T1']);
    });

    it('gives a renewal to one of many that want it, until the credentials are saved or the hold is over', async () => {
      const take = (moment: string) => installations.takeForRenewal('slack', 'T1', { at: moment, holdMs });
      const taken = await Promise.all(Array.from({ length: 8 }, () => take(at)));
      expect(taken.filter(Boolean)).toHaveLength(1);
      expect(await take(later(59))).toBe(false);
      expect(await installations.takeForRenewal('slack', 'T0', { at, holdMs })).toBe(true);
      expect(await take(later(60))).toBe(true);
      await installations.save(one);
      expect(await take(later(61))).toBe(true);
      expect(await installations.takeForRenewal('slack', 'T404', { at, holdMs })).toBe(false);
    });

    it('forgets one workspace and no other', async () => {
      await installations.remove('slack', 'T1');
      expect(await installations.get('slack', 'T1')).toBeUndefined();
      expect(await installations.list('slack')).toHaveLength(1);
      expect(await installations.get('discord', 'T1')).toBeDefined();
    });
  });
}
