import type { Log } from '../../core/log/log.ts';
import { reachServer } from './server-pool.ts';

/** Reaches the server of this address and names it, as "Postgres 16.4". Throws UserError when it cannot be used. */
export async function checkDatabase(url: string, log: Log): Promise<string> {
  const { pool, version } = await reachServer(url, ['public'], log);
  await pool.end();
  return `Postgres ${version}`;
}
