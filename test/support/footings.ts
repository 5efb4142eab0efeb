import type { TestProject } from 'vitest/node';
import { type PrivateServer, startPostgres, startRedis } from './private-servers.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    postgresUrl: string | undefined;
    redisUrl: string | undefined;
  }
}

/** Starts private servers for the integration tests, says which footings run, and stops them at the end. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const [postgres, redis] = await startBoth();
  const stop = async (): Promise<void> => {
    await Promise.all([postgres?.stop(), redis?.stop()]);
  };
  const missing = [...(postgres === undefined ? ['Postgres'] : []), ...(redis === undefined ? ['redis-server'] : [])];
  if (missing.length > 0 && process.env['CI'] === 'true') {
    await stop();
    throw new Error(`with CI=true every footing must run, and these are not installed: ${missing.join(', ')}`);
  }
  const footings = [
    'embedded',
    ...(postgres === undefined ? [] : [`postgres (${postgres.version})`]),
    ...(postgres === undefined || redis === undefined ? [] : [`postgres+redis (${redis.version})`]),
  ];
  console.log(
    `footings: ${footings.join(', ')}${missing.length > 0 ? ` — not installed, so not run: ${missing.join(', ')}` : ''}`,
  );
  project.provide('postgresUrl', postgres?.url);
  project.provide('redisUrl', redis?.url);
  return stop;
}

/** When one does not come up, the other is not left behind. */
async function startBoth(): Promise<[PrivateServer | undefined, PrivateServer | undefined]> {
  const [postgres, redis] = await Promise.allSettled([startPostgres(), startRedis()]);
  if (postgres.status === 'fulfilled' && redis.status === 'fulfilled') return [postgres.value, redis.value];
  for (const started of [postgres, redis]) if (started.status === 'fulfilled') await started.value?.stop();
  throw new Error('a private server did not start', {
    cause: postgres.status === 'rejected' ? postgres.reason : redis,
  });
}
