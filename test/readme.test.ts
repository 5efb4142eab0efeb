import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const documents = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  ...readdirSync('docs').map((name) => join('docs', name)),
].filter((name) => name.endsWith('.md'));
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')));

describe.each(documents)('%s', (document) => {
  const text = readFileSync(document, 'utf8');

  it('links only to files that are there', () => {
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)\)/g)].map(([, target = '']) =>
      join(dirname(document), target),
    );
    expect(links.filter((target) => !existsSync(target))).toEqual([]);
  });

  it('names only npm scripts that exist', () => {
    const named = [...text.matchAll(/npm (?:run (?:--silent )?([a-z]+)|(start|test)\b)/g)].map(
      ([, run, direct]) => run ?? direct ?? '',
    );
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });

  it('names only rooms and tests that are there', () => {
    const paths = [...text.matchAll(/`((?:src|test|config)\/[\w./-]+)`/g)].map(([, path = '']) => path);
    expect(paths.filter((path) => !existsSync(path))).toEqual([]);
  });
});

describe('the container files', () => {
  const dockerfile = readFileSync('Dockerfile', 'utf8');
  const compose = z
    .object({
      services: z.record(
        z.string(),
        z
          .object({
            command: z.array(z.string()).optional(),
            healthcheck: z.unknown().optional(),
            ports: z.undefined().optional(),
          })
          .loose(),
      ),
    })
    .parse(parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true }));

  it('build in one stage, run in another, and not as root', () => {
    expect(dockerfile.match(/^FROM node:24/gm)).toHaveLength(2);
    expect(dockerfile.lastIndexOf('USER node')).toBeGreaterThan(dockerfile.lastIndexOf('FROM'));
    expect(dockerfile).toContain('HEALTHCHECK');
  });

  it('start bot and worker apart, with a Redis that forgets no job', () => {
    expect(Object.keys(compose.services)).toEqual(['bot', 'worker', 'postgres', 'redis']);
    expect(compose.services['bot']?.command).toEqual(['start', '--role', 'bot']);
    expect(compose.services['worker']?.command).toEqual(['start', '--role', 'worker']);
    expect(compose.services['redis']?.command?.join(' ')).toContain('--appendonly yes --maxmemory-policy noeviction');
  });

  it('name every setting in .env.example', () => {
    const settings = [...readFileSync('src/config/settings.ts', 'utf8').matchAll(/^ {4}([A-Z_]+): /gm)].map(
      ([, name = '']) => name,
    );
    const example = readFileSync('.env.example', 'utf8');
    expect(settings.length).toBeGreaterThan(8);
    expect(settings.filter((name) => !name.endsWith('_API_URL') && !example.includes(`${name}=`))).toEqual([]);
  });
});

describe('the Slack manifest', () => {
  const manifest = parse(readFileSync('config/slack-manifest.yaml', 'utf8'));

  it('is what communique manifest prints', async () => {
    const { slackManifest } = await import('../src/adapters/slack/manifest.ts');
    const { loadStories } = await import('../src/config/stories.ts');
    expect(readFileSync('config/slack-manifest.yaml', 'utf8')).toBe(slackManifest(loadStories('config/stories')));
  });

  it('asks for the scopes that the bot needs, and has a command and a shortcut for each story', async () => {
    const { neededScopes } = await import('../src/adapters/slack/check-slack.ts');
    const { loadStories } = await import('../src/config/stories.ts');
    const stories = loadStories('config/stories');
    expect(manifest.oauth_config.scopes.bot).toEqual([...neededScopes]);
    const commands = z.array(z.object({ command: z.string() })).parse(manifest.features.slash_commands);
    expect(commands.map(({ command }) => command)).toEqual(stories.map(({ key }) => `/${key}`));
    expect(manifest.features.shortcuts).toHaveLength(stories.length);
    expect(manifest.settings).toMatchObject({ socket_mode_enabled: true, interactivity: { is_enabled: true } });
  });
});
