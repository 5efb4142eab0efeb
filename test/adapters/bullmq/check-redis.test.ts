import { expect, it } from 'vitest';
import { checkRedis } from '../../../src/adapters/bullmq/backend.ts';
import { closedPort } from '../../support/closed-port.ts';

it('says that a Redis cannot be reached', async () => {
  const port = await closedPort();
  await expect(checkRedis(`redis://127.0.0.1:${port}`)).rejects.toMatchObject({
    name: 'UserError',
    message: expect.stringMatching(/^The Redis of REDIS_URL cannot be used: .*ECONNREFUSED/),
    mend: expect.stringContaining('Check that it runs'),
  });
});
