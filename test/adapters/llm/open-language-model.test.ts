import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { checkModel } from '../../../src/adapters/llm/check-model.ts';
import { openLanguageModel } from '../../../src/adapters/llm/open-language-model.ts';
import { UserError } from '../../../src/core/errors/errors.ts';
import { ModelError } from '../../../src/core/writing/language-model.ts';
import { closedPort } from '../../support/closed-port.ts';
import { type Behaviour, type ModelServer, modelServer } from '../../support/model-server.ts';

const key = 'sk-secret-of-the-operator';
const form = z.object({ ready: z.boolean() });
const request = { instructions: 'Answer.', material: 'Are you ready? The text of an article.' };

let server: ModelServer;
beforeEach(async () => {
  server = await modelServer();
});
afterEach(() => server.close());

const ask = (timeoutMs = 10_000, url = server.url): Promise<unknown> =>
  openLanguageModel({ url, key, model: 'small', timeoutMs }).ask(request, form);

describe('a language model', () => {
  it('gives the object that was asked for', async () => {
    server.behave({ says: () => ({ ready: true }) });
    expect(await ask()).toEqual({ ready: true });
  });

  it('is asked once, with the key, the form and no tools', async () => {
    server.behave({ says: () => ({ ready: true }) });
    await ask();
    expect(server.asked).toHaveLength(1);
    const [asked] = server.asked;
    expect(asked).toMatchObject({ ...request, authorization: `Bearer ${key}` });
    expect(asked?.body).toMatchObject({ model: 'small', response_format: { type: 'json_schema' } });
    expect(asked?.body).not.toHaveProperty('tools');
  });

  const refusal = (status: number): Behaviour => ({
    sends: { status, body: JSON.stringify({ error: { message: `Wrong key ${key} for: The text of an article.` } }) },
  });
  it.each<[string, Behaviour, string]>([
    ['the key is wrong', refusal(401), 'its server refused with status 401'],
    ['there are too many calls', refusal(429), 'its server refused with status 429'],
    ['the server fails', refusal(500), 'its server refused with status 500'],
    [
      'an error is no JSON',
      { sends: { status: 502, type: 'text/html', body: '<h1>Bad gateway</h1>' } },
      'its server refused with status 502',
    ],
    [
      'a page comes',
      { sends: { status: 200, type: 'text/html', body: '<html>Hello</html>' } },
      'its answer could not be read',
    ],
    ['the completion is none', { sends: { status: 200, body: '{"hello":1}' } }, 'its answer could not be read'],
    [
      'it answers in prose',
      { says: () => 'Of course! Here you are.' },
      'it answered with something else than the form that was asked for',
    ],
    [
      'it answers in another form',
      { says: () => ({ ready: 'very' }) },
      'it answered with something else than the form that was asked for',
    ],
    ['it says nothing', { says: () => '' }, 'it answered with something else than the form that was asked for'],
    [
      'it answers with 100 kB',
      { says: () => ({ ready: true, more: 'x'.repeat(100_000) }) },
      'its answer could not be read',
    ],
    ['it never stops', 'endless', 'its answer could not be read'],
    ['the line is cut', 'garbage', 'its server could not be reached, or broke off'],
  ])('gives none, with a reason and no secret, when %s', async (_case, how, reason) => {
    server.behave(how);
    const error: unknown = await ask().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ModelError);
    expect(error).toMatchObject({ message: reason });
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toMatch(/secret|article\./);
    expect(server.asked).toHaveLength(1);
  });

  it('gives none when it takes longer than it may', async () => {
    server.behave('hang');
    await expect(ask(50)).rejects.toEqual(new ModelError('no answer within 50 ms'));
  });

  it('gives none when its server cannot be reached', async () => {
    const url = `http://127.0.0.1:${await closedPort()}/v1`;
    await expect(ask(10_000, url)).rejects.toThrow('its server could not be reached');
  });

  it('does not send the key where a redirection leads', async () => {
    const other = await modelServer({ says: () => ({ ready: true }) });
    server.behave({ sends: { status: 307, location: `${other.url}/chat/completions`, body: '' } });
    await expect(ask()).rejects.toBeInstanceOf(ModelError);
    expect(other.asked).toEqual([]);
    await other.close();
  });
});

describe('the look of doctor', () => {
  const place = (): Parameters<typeof checkModel>[0] => ({ url: server.url, key, model: 'small', timeoutMs: 10_000 });

  it('says that the model answers', async () => {
    server.behave({ says: () => ({ ready: true }) });
    expect(await checkModel(place())).toBe('small answers');
  });

  it('says why it does not, and what to look at', async () => {
    server.behave(refused);
    const error: unknown = await checkModel(place()).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UserError);
    expect(error).toMatchObject({ message: 'The language model gave no answer: its server refused with status 401.' });
  });
});

const refused: Behaviour = { sends: { status: 401, body: '{}' } };
