import { expect, it } from 'vitest';
import { checkDatabase } from '../../../src/adapters/postgres/check-database.ts';
import { closedPort } from '../../support/closed-port.ts';
import { silentLog } from '../../support/memory-database.ts';

it('says that a database cannot be reached, and shows no password', async () => {
  const port = await closedPort();
  const failed = checkDatabase(`postgres://ada:s3cret@127.0.0.1:${port}/communique`, silentLog);
  await expect(failed).rejects.toMatchObject({
    name: 'UserError',
    message: expect.stringMatching(/^The database of DATABASE_URL cannot be used: .*ECONNREFUSED/),
    mend: expect.stringContaining('Check that it runs'),
  });
  await expect(failed).rejects.not.toThrow('s3cret');
});
