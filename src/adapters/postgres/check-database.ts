import { z } from 'zod';
import type { Log } from '../../core/log/log.ts';
import { openDatabase } from './database.ts';

/** Reaches the server of this address and names it, as "Postgres 16.4". Throws UserError when it cannot be used. */
export async function checkDatabase(url: string, log: Log): Promise<string> {
  const database = await openDatabase({ kind: 'server', url }, log);
  try {
    const [row] = await database.rows(z.object({ server_version: z.string() }), 'SHOW server_version');
    return `Postgres ${row?.server_version ?? 'of unknown version'}`;
  } finally {
    await database.close();
  }
}
