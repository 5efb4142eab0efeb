import type { Database } from '../../../src/adapters/postgres/database.ts';
import type { SqlPool } from '../../../src/adapters/postgres/sql-pool.ts';

export interface CountedDatabase extends Database {
  /** How many statements it has been given, by the stores and by the queue. Those within a transaction are not counted. */
  statements(): number;
}

export function countedDatabase(database: Database): CountedDatabase {
  let count = 0;
  const query: SqlPool['query'] = (text, params) => {
    count += 1;
    return database.queuePool.query(text, params);
  };
  return {
    ...database,
    // The pool's other methods, and the listeners that it keeps, are its own.
    queuePool: Object.assign(Object.create(database.queuePool), { query }),
    rows: (row, text, params) => {
      count += 1;
      return database.rows(row, text, params);
    },
    change: (text, params) => {
      count += 1;
      return database.change(text, params);
    },
    statements: () => count,
  };
}
