import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import type { Database } from '../../src/adapters/postgres/database.ts';
import { outbox as postgresOutbox } from '../../src/adapters/postgres/outbox.ts';
import { articleId, newDeliveryId, sha256 } from '../../src/core/ids/ids.ts';
import type { Delivery } from '../../src/core/outbox/delivery.ts';
import type { Outbox } from '../../src/core/outbox/outbox.ts';
import { describeEachStore } from './each-footing.ts';
import { newDelivery } from './stored-things.ts';

const counted = z.object({ number: z.coerce.number() });

/** How every store keeps what many channels are told alike. */
export function bodiesContract(): void {
  describeEachStore('what channels are told', (open) => {
    let database: Database;
    let outbox: Outbox;
    beforeAll(async () => {
      database = await open();
      outbox = postgresOutbox(database);
    });
    afterAll(() => database.close());

    async function bodiesWith(title: string): Promise<number> {
      const count = "SELECT count(*) AS number FROM communique.bodies WHERE body->'message'->>'title' = $1";
      const [row] = await database.rows(counted, count, [title]);
      return row?.number ?? 0;
    }

    it('is stored once, however many are told it, by however many processes', async () => {
      const message = { title: 'Once', blocks: [], citations: [] };
      const other = postgresOutbox(database);
      const given = Array.from({ length: 40 }, () => newDelivery({ message: { ...message } }));
      await Promise.all(given.map((delivery, index) => (index % 2 === 0 ? outbox : other).put(delivery)));
      expect(await bodiesWith('Once')).toBe(1);
      for (const delivery of given) expect(await outbox.get(delivery.id)).toEqual(delivery);
    });

    it('is stored again after it was forgotten with the last delivery that said it', async () => {
      const message = { title: 'Again', blocks: [], citations: [] };
      const old = newDelivery({ message, createdAt: '2019-03-01T06:30:00.000Z' });
      const newer = newDelivery({ subscription: old.subscription, createdAt: '2019-03-03T06:30:00.000Z' });
      await outbox.put({ ...old, key: `${old.subscription}:1` });
      await outbox.put({ ...newer, key: `${old.subscription}:2` });
      await outbox.markSent(old.id, { id: 'm', thread: 't' });
      expect(await outbox.forget('2019-03-02T00:00:00.000Z')).toBe(1);
      expect(await bodiesWith('Again')).toBe(0);
      const same = newDelivery({ message });
      await outbox.put(same);
      expect(await outbox.get(same.id)).toEqual(same);
    });

    it('is read where a version before kept it: in the delivery itself', async () => {
      const article = articleId('', 'An article.');
      const citation = {
        ...{ number: 1, article, publisher: 'Courier', title: 'The wall', url: null, published: null, sample: false },
        ...{ sentence: 0, start: 0, end: 11, sha256: sha256('An article.') },
      };
      const old = newDelivery({ message: { title: 'Before', blocks: [], citations: [] }, state: 'sent' });
      const { state, ...document } = old;
      const { platform, workspace, channel } = old.place;
      const said = { ...document, message: { ...document.message, citations: [citation] } };
      await database.change(
        `INSERT INTO communique.deliveries (id, key, platform, workspace, channel, state, created_at, delivery)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [old.id, old.key, platform, workspace, channel, state, old.createdAt, JSON.stringify(said)],
      );
      expect((await outbox.get(old.id))?.message.title).toBe('Before');
      expect((await outbox.sentCiting(article, old.place)).map(({ id }) => id)).toEqual([old.id]);
    });

    it('takes no other delivery with it when one of those stored together cannot be stored', async () => {
      const message = { title: 'Together', blocks: [], citations: [] };
      const given = Array.from({ length: 10 }, () => newDelivery({ message }));
      const bad: Delivery = { ...newDelivery({ message }), createdAt: 'no moment', id: newDeliveryId() };
      const stored = await Promise.allSettled(
        [...given.slice(0, 5), bad, ...given.slice(5)].map((each) => outbox.put(each)),
      );
      expect(stored.map(({ status }) => status)).toEqual([
        ...Array.from({ length: 5 }, () => 'fulfilled'),
        'rejected',
        ...Array.from({ length: 5 }, () => 'fulfilled'),
      ]);
      for (const delivery of given) expect(await outbox.get(delivery.id)).toEqual(delivery);
    });
  });
}
