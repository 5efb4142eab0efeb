import { describe, expect, it } from 'vitest';
import { readSettings } from '../../src/config/settings.ts';
import { UserError } from '../../src/core/errors/errors.ts';

describe('settings', () => {
  it('need nothing: the store is embedded in ./data', () => {
    expect(readSettings({})).toEqual({ dataFolder: './data' });
  });

  it('take an empty variable for an absent one, as a copied .env.example has them', () => {
    expect(readSettings({ DATABASE_URL: '', SLACK_BOT_TOKEN: '', DISCORD_TOKEN: '' })).toEqual({
      dataFolder: './data',
    });
  });

  it('hold both platforms when both have their tokens', () => {
    const settings = readSettings({
      SLACK_BOT_TOKEN: 'xoxb-1',
      SLACK_APP_TOKEN: 'xapp-1',
      DISCORD_TOKEN: 'a-token-of-more-than-twenty-letters',
      REDIS_URL: 'redis://localhost:6379',
      DATABASE_URL: 'postgres://localhost/communique',
    });
    expect(settings.slack).toEqual({ kind: 'socket', botToken: 'xoxb-1', appToken: 'xapp-1' });
    expect(settings.discord).toEqual({ token: 'a-token-of-more-than-twenty-letters', messageContent: 'off' });
    expect(settings.redisUrl).toBe('redis://localhost:6379');
  });

  it('report every fault at once and never repeat a value, which may be a secret', () => {
    const error = faultOf({
      SLACK_BOT_TOKEN: 'secret-in-the-wrong-place',
      DATABASE_URL: 'mysql://root:hunter2@db',
      LOG_LEVEL: 'loud',
    });
    expect(error.message).toContain('SLACK_BOT_TOKEN must begin with xoxb-');
    expect(error.message).toContain('DATABASE_URL must be an address such as postgres://');
    expect(error.message).toContain('LOG_LEVEL must be debug, info, warn, error or silent');
    expect(error.message).not.toMatch(/secret-in|hunter2/);
  });

  it('have no writer until its server and its model are named', () => {
    expect(readSettings({ WRITER_KEY: 'sk-1' }).writer).toBeUndefined();
    const named = { WRITER_URL: 'https://models.example/v1', WRITER_MODEL: 'small' };
    expect(readSettings(named).writer).toEqual({
      url: 'https://models.example/v1',
      model: 'small',
      callsPerDay: 200,
      timeoutMs: 15_000,
    });
    const limits = { WRITER_KEY: 'sk-1', WRITER_CALLS_PER_DAY: '5', WRITER_TIMEOUT_SECONDS: '3' };
    expect(readSettings({ ...named, ...limits }).writer).toMatchObject({
      key: 'sk-1',
      callsPerDay: 5,
      timeoutMs: 3_000,
    });
    expect(faultOf({ WRITER_URL: 'https://models.example/v1' }).message).toContain('WRITER_MODEL is missing');
    expect(faultOf({ ...named, WRITER_CALLS_PER_DAY: 'many' }).message).toContain('must be a whole number from 0 to');
  });

  it('keep deliveries for no less than a month', () => {
    expect(readSettings({ COMMUNIQUE_KEEP_DAYS: '90' }).keepDays).toBe(90);
    expect(faultOf({ COMMUNIQUE_KEEP_DAYS: '7' }).message).toContain(
      'COMMUNIQUE_KEEP_DAYS must be a whole number from 30',
    );
  });

  it('say which of the two Slack tokens is missing', () => {
    expect(faultOf({ SLACK_BOT_TOKEN: 'xoxb-1' }).message).toContain('SLACK_APP_TOKEN is missing');
    expect(faultOf({ SLACK_APP_TOKEN: 'xapp-1' }).message).toContain('SLACK_BOT_TOKEN is missing');
  });

  describe('of Slack', () => {
    const signed = { SLACK_SIGNING_SECRET: 'a-secret-of-sixteen' };
    const key = Buffer.alloc(32, 7).toString('base64');
    const many = { ...signed, SLACK_CLIENT_ID: '1.2', SLACK_CLIENT_SECRET: 's', SLACK_TOKEN_KEYS: key };

    it('name HTTP by the signing secret, for one workspace with a token or for many without', () => {
      const one = readSettings({ ...signed, SLACK_BOT_TOKEN: 'xoxb-1', SLACK_PORT: '8080' });
      expect(one.slack).toMatchObject({ kind: 'http', botToken: 'xoxb-1', port: 8_080 });
      expect(readSettings(many).slack).toMatchObject({ kind: 'oauth', clientId: '1.2', tokenKeys: [key], port: 3_000 });
    });

    it('take several keys for stored tokens, the newest first, and refuse what is no key', () => {
      const newer = Buffer.alloc(32, 8).toString('base64');
      expect(readSettings({ ...many, SLACK_TOKEN_KEYS: `${newer}, ${key}` }).slack).toMatchObject({
        tokenKeys: [newer, key],
      });
      expect(faultOf({ ...many, SLACK_TOKEN_KEYS: 'hunter2' }).message).toContain('openssl rand -base64 32');
      expect(faultOf({ ...many, SLACK_TOKEN_KEYS: 'hunter2' }).message).not.toContain('hunter2');
    });

    it('say what is missing, and what does not go together', () => {
      expect(faultOf({ SLACK_CLIENT_ID: '1.2', ...signed }).message).toContain(
        'SLACK_CLIENT_SECRET is missing: Slack needs it beside SLACK_CLIENT_ID and SLACK_SIGNING_SECRET',
      );
      expect(faultOf(signed).message).toContain('SLACK_BOT_TOKEN is missing');
      expect(faultOf({ ...many, SLACK_BOT_TOKEN: 'xoxb-1' }).message).toContain('keep one');
    });
  });
});

function faultOf(environment: Record<string, string>): UserError {
  try {
    readSettings(environment);
  } catch (error) {
    if (error instanceof UserError) return error;
  }
  throw new Error('these settings were taken');
}
