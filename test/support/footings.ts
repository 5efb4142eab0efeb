import type { TestProject } from 'vitest/node';
import { startPostgres, startRedis } from './private-servers.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    postgresUrl: string | undefined;
    redisUrl: string | undefined;
  }
}

/** Starts private servers for the integration tests, says which footings run, and stops them at the end. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
  project.provide('postgresUrl', postgres?.url);
  project.provide('redisUrl', redis?.url);
  const missing = [...(postgres === undefined ? ['Postgres'] : []), ...(redis === undefined ? ['redis-server'] : [])];
  const footings = [
    'embedded',
    ...(postgres === undefined ? [] : [`postgres ${postgres.version}`]),
    ...(postgres === undefined || redis === undefined ? [] : [`postgres ${postgres.version} + redis ${redis.version}`]),
  ];
  console.log(`footings: ${footings.join(', ')}${missing.length > 0 ? ` — not found, so not run: ${missing.join(', ')}` : ''}`);
  if (missing.length > 0 && process.env['CI'] === 'true') {
    throw new Error(`with CI=true every footing must run, and these are not installed: ${missing.join(', ')}`);
  }
  return async () => {
    await Promise.all([postgres?.stop(), redis?.stop()]);
  };
}
