import type { z } from 'zod';
import type { SqlPool } from './sql-pool.ts';

export interface Queryable {
  /** Runs one statement; each row is checked by the schema. */
  rows<Row extends z.ZodType>(row: Row, text: string, params?: readonly unknown[]): Promise<z.infer<Row>[]>;
  /** Runs one statement; returns how many rows it changed. */
  change(text: string, params?: readonly unknown[]): Promise<number>;
}

export interface Database extends Queryable {
  /** Where it runs: in this process, or on a server. */
  readonly footing: 'embedded' | 'server';
  /** The pool for BullMQ, with `bullmq` first in its search path. */
  readonly queuePool: SqlPool;
  /**
   * Runs statements that all happen or none. They must go through `session`: an embedded store has one session, so what
   * goes by another way (the queue's jobs too) waits for the transaction to end.
   */
  transaction<Result>(work: (session: Queryable) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}
