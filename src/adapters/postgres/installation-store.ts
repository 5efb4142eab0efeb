import { z } from 'zod';
import type { Installation, InstallationStore } from '../../core/installations/installation-store.ts';
import type { Database } from './database.ts';

const row = z.object({
  platform: z.string(),
  workspace: z.string(),
  name: z.string(),
  sealed: z.string(),
  installed_at: z.date(),
});
const columns = 'SELECT platform, workspace, name, sealed, installed_at FROM communique.installations';

/** Installations in Postgres; their credentials come sealed and leave sealed. */
export function installationStore(database: Database): InstallationStore {
  return {
    save: async ({ platform, workspace, name, sealed, installedAt }) => {
      await database.change(
        `INSERT INTO communique.installations (platform, workspace, name, sealed, installed_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (platform, workspace)
         DO UPDATE SET name = excluded.name, sealed = excluded.sealed, installed_at = excluded.installed_at,
           renewing_until = NULL`,
        [platform, workspace, name, sealed, installedAt],
      );
    },
    get: async (platform, workspace) => {
      const where = `${columns} WHERE platform = $1 AND workspace = $2`;
      const [found] = await database.rows(row, where, [platform, workspace]);
      return found === undefined ? undefined : toInstallation(found);
    },
    list: async (platform) => {
      const found = await database.rows(row, `${columns} WHERE platform = $1 ORDER BY workspace`, [platform]);
      return found.map(toInstallation);
    },
    takeForRenewal: async (platform, workspace, { at, holdMs }) => {
      const until = new Date(Date.parse(at) + holdMs).toISOString();
      const taken = await database.change(
        `UPDATE communique.installations SET renewing_until = $4
         WHERE platform = $1 AND workspace = $2 AND (renewing_until IS NULL OR renewing_until <= $3)`,
        [platform, workspace, at, until],
      );
      return taken > 0;
    },
    remove: async (platform, workspace) => {
      const where = 'DELETE FROM communique.installations WHERE platform = $1 AND workspace = $2';
      await database.change(where, [platform, workspace]);
    },
  };
}

function toInstallation({ installed_at: at, ...rest }: z.infer<typeof row>): Installation {
  return { ...rest, installedAt: at.toISOString() };
}
