// What `npm run chaos` runs: everything fails while messages are on their way, and each channel must see its message once.
import { randomInt, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { type PrivateServer, startPostgres, startRedis } from '../support/private-servers.ts';
import { type Ground, type Outcome, play, type Scenario } from './scenario.ts';
import {
  clockJumps,
  kills,
  killsInMidWrite,
  oneToken,
  outage,
  rollingRestart,
  secondBot,
  serverRestart,
} from './scenarios.ts';

const { values } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    seed: { type: 'string' },
    channels: { type: 'string' },
    only: { type: 'string' },
    footing: { type: 'string' },
    log: { type: 'string', default: 'silent' },
  },
});
const seed = values.seed === undefined ? randomInt(1_000_000) : Number(values.seed);
const channels = Number(values.channels ?? (values.short ? 60 : 1_000));
const logLevel = values.log === 'debug' || values.log === 'info' || values.log === 'warn' ? values.log : 'silent';
const killCount = values.short ? 3 : 20;

const [postgres, redis] = await Promise.all([startPostgres(), startRedis('appendonly')]);
const footings = ['embedded', ...(postgres ? ['postgres'] : []), ...(postgres && redis ? ['postgres+redis'] : [])];
console.log(
  `${channels} channels, seed ${seed} (again: npm run chaos -- ${values.short ? '--short ' : ''}--seed ${seed})`,
);
console.log(`footings: ${footings.join(', ')}`);
console.log(
  'footing         what happens                                              lost  doubled  late  last after  took  store',
);
let failures = 0;
let databases = 0;
try {
  for (const footing of footings) {
    if (values.footing !== undefined && values.footing !== footing) continue;
    for (const scenario of scenariosOf(footing)) {
      if (values.only !== undefined && !scenario.name.includes(values.only)) continue;
      const { ground, forget } = await groundOf(footing);
      const started = performance.now();
      const outcome = await play({ scenario, ground, channels, seed, logLevel });
      forget();
      report(footing, scenario, { ...outcome, tookS: (performance.now() - started) / 1_000 });
    }
  }
} finally {
  await Promise.all([postgres?.stop(), redis?.stop()]);
}
console.log(
  failures === 0 ? 'Nothing was lost, doubled or late.' : `${failures} runs went wrong; the seed is ${seed}.`,
);
process.exit(failures === 0 ? 0 : 1);

function report(footing: string, { name }: Scenario, outcome: Outcome & { readonly tookS: number }): void {
  const { lost, doubled, late, lastAfterS, tookS, faults } = outcome;
  const store = faults.length === 0 ? 'intact' : `${faults.length} faults`;
  const numbers = [`${lost}`.padStart(4), `${doubled}`.padStart(8), `${late}`.padStart(6)];
  console.log(
    `${footing.padEnd(15)} ${name.padEnd(57)} ${numbers.join(' ')} ${lastAfterS.toFixed(1).padStart(9)} s ${tookS.toFixed(0).padStart(3)} s  ${store}`,
  );
  for (const fault of faults.slice(0, 3)) console.log(`  ${fault}`);
  if (lost + doubled + late + faults.length > 0) failures += 1;
}

/** The short run leaves out on one footing what another shows as well. */
function scenariosOf(footing: string): Scenario[] {
  const embedded = footing === 'embedded';
  const server: [string, PrivateServer | undefined] =
    footing === 'postgres' ? ['Postgres', postgres] : ['Redis', redis];
  const restarts = embedded || server[1] === undefined ? [] : [serverRestart(server[0], server[1])];
  const both =
    !embedded && footing !== 'postgres' && postgres !== undefined ? [serverRestart('Postgres', postgres)] : [];
  if (values.short) {
    if (embedded) return [kills(killCount, 'badly'), killsInMidWrite(2)];
    return [kills(killCount, 'badly'), ...restarts, footing === 'postgres' ? rollingRestart : clockJumps];
  }
  return [
    ...[kills(killCount, 'well'), kills(killCount, 'badly'), ...restarts, ...both],
    ...(embedded ? [killsInMidWrite(8), secondBot] : [oneToken]),
    ...[clockJumps, outage, rollingRestart],
  ];
}

async function groundOf(name: string): Promise<{ readonly ground: Ground; forget(): void }> {
  if (name === 'embedded' || postgres === undefined) {
    const folder = mkdtempSync(join(tmpdir(), 'communique-chaos-'));
    return { ground: { name, store: { kind: 'folder', folder } }, forget: () => rmSync(folder, { recursive: true }) };
  }
  const url = await emptyDatabase(postgres.url);
  databases += 1;
  const redisUrl = name === 'postgres' || redis === undefined ? {} : { redisUrl: `${redis.url}/${databases}` };
  return { ground: { name, store: { kind: 'server', url }, ...redisUrl }, forget: () => undefined };
}

async function emptyDatabase(serverUrl: string): Promise<string> {
  const name = `c${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}
