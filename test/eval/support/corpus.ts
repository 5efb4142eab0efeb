import { z } from 'zod';
import type { Library } from '../../../src/core/stories/library.ts';
import { libraryOf } from './library-of.ts';
import { rowsOf } from './rows.ts';

const corpusRow = z.object({ title: z.string(), source: z.string(), published_at: z.string(), text: z.string() });

/** The news articles of multihop-rag as one library. */
export function corpusLibrary(): Library {
  return libraryOf(
    rowsOf('multihop-rag', corpusRow, 'corpus').map((row) => ({
      title: row.title,
      text: row.text,
      publisher: row.source,
      published: `${row.published_at.slice(0, 10)}T${row.published_at.slice(11, 19)}Z`,
    })),
  );
}
