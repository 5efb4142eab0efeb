import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { articleStore } from '../../src/adapters/postgres/article-store.ts';
import type { Database } from '../../src/adapters/postgres/database.ts';
import { castOf } from '../../src/core/reading/cast.ts';
import { packedFactsOf } from '../../src/core/articles/text-facts.ts';
import { createLibraryDesk } from '../../src/core/stories/library-desk.ts';
import type { ArticleStore } from '../../src/core/stories/article-store.ts';
import { articleIdSchema } from '../../src/core/ids/ids.ts';
import { describeEachStore } from './each-footing.ts';
import { harbour } from './held-library.ts';
import { newStory, readArticle } from './stored-things.ts';

/** What every article store holds to. */
export function articleStoreContract(): void {
  describeEachStore('an article store', (open) => {
    let database: Database;
    let articles: ArticleStore;
    beforeAll(async () => {
      database = await open();
      articles = articleStore(database);
    });
    afterAll(() => database.close());

    it('gives an article back as it was saved', async () => {
      const earlier = readArticle();
      const { article, reading, cast } = readArticle({
        url: 'https://paper.example/harbour',
        published: '2025-02-18T08:00:00Z',
        sample: true,
        supersedes: earlier.article.id,
      });
      const story = newStory();
      expect(await articles.save({ ...earlier, stories: [story] })).toBe('added');
      expect(await articles.save({ article, reading, stories: [story] })).toBe('added');
      expect(await articles.get(article.id)).toEqual(article);
      expect(await articles.inStory(story)).toContainEqual({ article, reading, cast });
    });

    it('keeps every character of a text', async () => {
      // Postgres' text holds all of Unicode but U+0000.
      const anyText = fc
        .string({ unit: 'binary', minLength: 1, maxLength: 400 })
        .filter((text) => !text.includes('\0'));
      await fc.assert(
        fc.asyncProperty(anyText, async (text) => {
          const entry = readArticle({ text, title: text.slice(0, 40) });
          await articles.save({ ...entry, stories: [] });
          expect(await articles.get(entry.article.id)).toMatchObject({ text, id: entry.article.id });
        }),
        { numRuns: 60 },
      );
    });

    it('does not know an article that was never saved', async () => {
      expect(await articles.get(articleIdSchema.parse('0123456789ab'))).toBeUndefined();
      expect(await articles.findByUrl('https://paper.example/nowhere')).toBeUndefined();
      expect(await articles.inStory(newStory())).toEqual([]);
    });

    it('says that a text is held already, and lets it join another story', async () => {
      const [first, second] = [newStory(), newStory()];
      const entry = readArticle();
      await articles.save({ ...entry, stories: [first] });
      expect(await articles.save({ ...entry, stories: [first, second] })).toBe('held');
      expect(await articles.inStory(first)).toEqual([entry]);
      expect(await articles.inStory(second)).toEqual([entry]);
    });

    it('adds once an article that many save at the same time', async () => {
      const story = newStory();
      const entry = readArticle();
      const outcomes = await Promise.all(
        Array.from({ length: 8 }, () => articles.save({ ...entry, stories: [story] })),
      );
      expect(outcomes.filter((outcome) => outcome === 'added')).toHaveLength(1);
      expect(await articles.inStory(story)).toEqual([entry]);
    });

    it('saves an article with its reading and stories, or nothing of them', async () => {
      const { article } = readArticle();
      const ofNobody = readArticle().reading;
      const revision = await articles.revision();
      await expect(articles.save({ article, reading: ofNobody, stories: [newStory()] })).rejects.toThrow('foreign key');
      expect(await articles.get(article.id)).toBeUndefined();
      expect(await articles.revision()).toBe(revision);
    });

    it('lists a story oldest first, by the day it was published or else added', async () => {
      const story = newStory();
      const third = readArticle({ published: '2025-02-19T08:00:00Z', added: '2025-02-19T09:00:00Z' });
      const first = readArticle({ published: '2025-02-17T08:00:00+01:00', added: '2025-02-20T09:00:00Z' });
      const second = readArticle({ added: '2025-02-18T09:00:00Z' });
      for (const entry of [third, first, second]) await articles.save({ ...entry, stories: [story] });
      expect(await articles.inStory(story)).toEqual([first, second, third]);
    });

    it('finds the newest text of an address, and keeps those before it', async () => {
      const story = newStory();
      const url = `https://paper.example/${story}`;
      const first = readArticle({ url });
      const second = readArticle({ url, supersedes: first.article.id });
      const third = readArticle({ url, supersedes: second.article.id });
      for (const entry of [first, second, third]) await articles.save({ ...entry, stories: [story] });
      expect(await articles.findByUrl(url)).toEqual(third.article);
      expect(new Set(await articles.inStory(story))).toEqual(new Set([first, second, third]));
      expect(await articles.get(first.article.id)).toEqual(first.article);
    });

    it('leaves a text out of a story that its correction does not belong to', async () => {
      const [story, other] = [newStory(), newStory()];
      const first = readArticle();
      const second = readArticle({ supersedes: first.article.id });
      await articles.save({ ...first, stories: [story] });
      await articles.save({ ...second, stories: [other] });
      expect(await articles.inStory(story)).toEqual([]);
    });

    it('replaces a reading', async () => {
      const story = newStory();
      const { article, reading } = readArticle();
      await articles.save({ article, reading, stories: [story] });
      const newer = { ...reading, rules: 2 };
      await articles.saveReading(newer);
      expect(await articles.inStory(story)).toEqual([{ article, reading: newer, cast: castOf(newer) }]);
    });

    it('keeps what follows from a text, with the article or later, and says nothing new by it', async () => {
      const story = newStory();
      const [first, second] = [readArticle(), readArticle()];
      const facts = packedFactsOf(first.article);
      await articles.save({ ...first, facts, stories: [story] });
      await articles.save({ ...second, stories: [story] });
      const revision = await articles.revision();
      const later = packedFactsOf(second.article);
      await articles.keepFacts([{ article: second.article.id, facts: later, cast: castOf(second.reading) }]);
      expect(await articles.revision()).toBe(revision);
      await articles.saveReading(first.reading);
      const kept = new Set(await articles.inStory(story));
      expect(kept).toEqual(
        new Set([
          { ...first, facts },
          { ...second, facts: later },
        ]),
      );
    });

    it('gives a story the same library from what was kept as from the texts', async () => {
      const keptStory = { ...harbour, key: newStory() };
      const told = 'Mayor Olaf Berg said on Monday that the harbour would open.';
      const entries = ['First.', 'Second.', 'Third.'].map((order) => readArticle({ text: `${told} ${order}` }));
      for (const entry of entries) await articles.save({ ...entry, stories: [keptStory.key] });
      await database.change('UPDATE communique.readings SET actors = NULL');
      const opened = async (): Promise<unknown> =>
        JSON.parse(JSON.stringify(await createLibraryDesk(articles).open(keptStory)));
      const fromTexts = await opened();
      const stored = await articles.inStory(keptStory.key);
      expect(stored.map(({ facts }) => facts)).toEqual(entries.map(({ article }) => packedFactsOf(article)));
      expect(stored.map(({ cast }) => cast?.members.map(({ name }) => name))).toEqual([
        ['Olaf Berg'],
        ['Olaf Berg'],
        ['Olaf Berg'],
      ]);
      expect(await opened()).toEqual(fromTexts);
    });

    it('gives a reading that an earlier version kept as it is', async () => {
      const story = newStory();
      const { article, reading, cast } = readArticle();
      await articles.save({ article, reading, stories: [story] });
      const old = 'UPDATE communique.readings SET reading = $2 WHERE article = $1';
      await database.change(old, [article.id, JSON.stringify(reading)]);
      expect(await articles.inStory(story)).toEqual([{ article, reading, cast }]);
    });

    it('gives an article without its reading when another version read it in another shape', async () => {
      const story = newStory();
      const { article, reading, cast } = readArticle();
      await articles.save({ article, reading, stories: [story] });
      const old = 'UPDATE communique.readings SET reading = $2, actors = $2 WHERE article = $1';
      await database.change(old, [article.id, JSON.stringify({ people: ['Ada'] })]);
      expect(await articles.inStory(story)).toEqual([{ article, reading: undefined }]);
      await articles.saveReading(reading);
      expect(await articles.inStory(story)).toEqual([{ article, reading, cast }]);
    });

    describe('the revision', () => {
      it('grows with a new article, a new story of one and a new reading', async () => {
        const entry = readArticle();
        const numbers = [await articles.revision()];
        await articles.save({ ...entry, stories: [newStory()] });
        numbers.push(await articles.revision());
        await articles.save({ ...entry, stories: [newStory()] });
        numbers.push(await articles.revision());
        await articles.saveReading(entry.reading);
        numbers.push(await articles.revision());
        expect(numbers).toEqual([...new Set(numbers)].toSorted((left, right) => left - right));
      });

      it('stays when nothing changes', async () => {
        const entry = readArticle();
        const stories = [newStory()];
        await articles.save({ ...entry, stories });
        const before = await articles.revision();
        await articles.save({ ...entry, stories });
        expect(await articles.revision()).toBe(before);
      });
    });
  });
}
