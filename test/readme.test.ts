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
    const sources = ['src/config/settings.ts', 'src/config/slack-settings.ts'].map((file) =>
      readFileSync(file, 'utf8'),
    );
    const settings = [...sources.join('\n').matchAll(/^ {2,4}([A-Z]+_[A-Z_]+): /gm)].map(([, name = '']) => name);
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
    const { allCommands } = await import('../src/core/commands/all-commands.ts');
    const needs = { stories: loadStories('config/stories'), commands: allCommands, workspaces: 'one' } as const;
    expect(readFileSync('config/slack-manifest.yaml', 'utf8')).toBe(slackManifest(needs));
    const publicUrl = 'https://bot.example/';
    const served = parse(slackManifest({ ...needs, workspaces: 'many', publicUrl }));
    const address = 'https://bot.example/slack/events';
    expect(served.features.slash_commands[0]).toMatchObject({ url: address });
    expect(served.oauth_config.redirect_urls).toEqual(['https://bot.example/slack/oauth_redirect']);
    expect(served.settings).toMatchObject({
      event_subscriptions: {
        ...{ request_url: address, bot_events: expect.arrayContaining(['team_access_granted', 'team_access_revoked']) },
      },
      interactivity: { request_url: address },
      socket_mode_enabled: false,
      token_rotation_enabled: true,
    });
  });

  it('asks for the scopes that the bot needs, and has a command and a shortcut for each story', async () => {
    const { neededScopes } = await import('../src/adapters/slack/scopes.ts');
    const { loadStories } = await import('../src/config/stories.ts');
    const stories = loadStories('config/stories');
    expect(manifest.oauth_config.scopes.bot).toEqual([...neededScopes]);
    const commands = z.array(z.object({ command: z.string() })).parse(manifest.features.slash_commands);
    expect(commands.map(({ command }) => command)).toEqual(stories.map(({ key }) => `/${key}`));
    expect(manifest.features.shortcuts).toHaveLength(stories.length);
    expect(manifest.features.slash_commands[0].usage_hint.length).toBeLessThanOrEqual(60);
    expect(manifest.settings).toMatchObject({ socket_mode_enabled: true, interactivity: { is_enabled: true } });
  });
});
