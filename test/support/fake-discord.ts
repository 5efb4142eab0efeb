import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod';
import { guild, postedId } from './discord-events.ts';
import { faultOf, specFault } from './discord-spec.ts';
import { type FakeGateway, fakeGateway } from './fake-discord-gateway.ts';

export interface DiscordCall {
  /** "POST /channels/1/messages" */
  readonly route: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** Files that came with it, by name. */
  readonly files: Readonly<Record<string, string>>;
}

interface Answer {
  readonly status: number;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface FakeDiscord extends Omit<FakeGateway, 'connect'> {
  readonly apiUrl: string;
  readonly calls: readonly DiscordCall[];
  /** Messages in channels and threads as a reader sees them. */
  readonly messages: readonly Record<string, unknown>[];
  /** What is changed here is what Discord says of the application. */
  readonly application: { flags: number };
  /** The servers that the bot is on. */
  readonly servers: { id: string; name: string; permissions: string }[];
  /** The next call of a route that begins so is answered with this status instead. */
  answer(route: string, status: number, body?: object, headers?: Readonly<Record<string, string>>): void;
  /** The next call of a route that begins so is done, but its answer never comes. */
  hang(route: string): void;
  /** As when "the past few minutes" are over, in which Discord knows a nonce. */
  forgetNonces(): void;
  called(route: string, count: number): Promise<readonly DiscordCall[]>;
  /** Throws when a body was sent that Discord's document does not allow. */
  close(): Promise<void>;
}

const allPermissions = String(2n ** 50n - 1n);

const channelTypes: Readonly<Record<string, object>> = {
  [guild.channel]: { type: 0 },
  [guild.announcements]: { type: 5 },
  [guild.forum]: { type: 15, flags: 0, available_tags: [{ id: '1', name: 'News', moderated: false }] },
  [guild.tagged]: {
    ...{ type: 15, flags: 16 },
    available_tags: [
      { id: '1', name: 'Staff', moderated: true },
      { id: '2', name: 'News', moderated: false },
    ],
  },
  [guild.thread]: { type: 11, parent_id: guild.channel },
};

const invalidForm = 50_035;

/** A Discord on loopback: REST and gateway, refusing what Discord's own document does not allow. */
export async function fakeDiscord(): Promise<FakeDiscord> {
  const calls: DiscordCall[] = [];
  const faults: string[] = [];
  const refused = (fault: string): Answer => {
    faults.push(fault);
    return { status: 400, body: { code: invalidForm, message: `Invalid Form Body: ${fault}` } };
  };
  const messages: Record<string, unknown>[] = [];
  const threads: { id: string; parent_id: string; name: string }[] = [];
  const nonces = new Map<unknown, object>();
  const acknowledged = new Set<string>();
  const planned: { readonly route: string; readonly answer: Answer | 'hang' }[] = [];
  const looks = new Set<() => void>();
  const application = { flags: 1 << 19 };
  const servers = [{ id: guild.id, name: 'Newsroom', permissions: allPermissions }];
  let commands: unknown[] = [];

  const store = (channel: string, { nonce: _kept, enforce_nonce: _not, ...body }: Record<string, unknown>): object => {
    const id = postedId(messages.length);
    const message = { ...body, id, channel_id: channel };
    messages.push(message);
    return message;
  };
  const create = (channel: string, call: DiscordCall): Answer => {
    const key = `${channel}/${String(call.body['nonce'])}`;
    const again = call.body['enforce_nonce'] === true ? nonces.get(key) : undefined;
    const fault = faultOf(call.body, Object.keys(call.files));
    if (fault !== undefined) return refused(fault);
    const message = again ?? store(channel, call.body);
    nonces.set(key, message);
    return { status: 200, body: message };
  };
  const postInForum = (forum: string, { body }: DiscordCall): Answer => {
    const { name, message } = z.object({ name: z.string(), message: z.record(z.string(), z.unknown()) }).parse(body);
    const fault = faultOf(message);
    if (fault !== undefined) return refused(fault);
    if (forum === guild.tagged && body['applied_tags'] === undefined)
      return { status: 400, body: { code: 40_067, message: 'A tag is required' } };
    const id = postedId(messages.length);
    store(id, message);
    threads.push({ id, parent_id: forum, name });
    return { status: 201, body: { id, name, parent_id: forum } };
  };
  const respond = (interaction: string, token: string): Answer => {
    if (acknowledged.has(interaction)) return { status: 400, body: { code: 40_060, message: 'Already acknowledged' } };
    acknowledged.add(interaction);
    acknowledged.add(token);
    return { status: 204 };
  };
  const webhook = (token: string, { body, files }: DiscordCall): Answer => {
    if (!acknowledged.has(token)) return { status: 404, body: { code: 10_015, message: 'Unknown Webhook' } };
    const fault = faultOf(body, Object.keys(files));
    return fault === undefined ? { status: 200, body: { id: '1' } } : refused(fault);
  };
  const newestFirst = (channel: string): object[] =>
    messages.filter((message) => message['channel_id'] === channel).toReversed();

  const routes: readonly (readonly [RegExp, (parts: readonly string[], call: DiscordCall) => Answer])[] = [
    [/^GET \/gateway\/bot$/, () => ({ status: 200, body: gateway.information() })],
    [/^GET \/applications\/@me$/, () => ({ status: 200, body: { id: '800', name: 'Communiqué', ...application } })],
    [/^GET \/users\/@me\/guilds$/, () => ({ status: 200, body: servers })],
    [/^GET \/applications\/800\/commands$/, () => ({ status: 200, body: commands })],
    [
      /^PUT \/applications\/800\/commands$/,
      (_, { body }) => {
        commands = z.array(z.record(z.string(), z.unknown())).parse(body['items']).map(kept);
        return { status: 200, body: commands };
      },
    ],
    [
      /^GET \/channels\/(\d+)$/,
      ([id = '']) =>
        channelTypes[id] === undefined
          ? { status: 404, body: { code: 10_003, message: 'Unknown Channel' } }
          : { status: 200, body: { id, ...channelTypes[id] } },
    ],
    [/^GET \/channels\/(\d+)\/messages$/, ([id = '']) => ({ status: 200, body: newestFirst(id) })],
    [
      /^GET \/channels\/\d+\/messages\/(\d+)$/,
      ([id]) => ({ status: 200, body: messages.find((message) => message['id'] === id) ?? {} }),
    ],
    [/^GET \/guilds\/\d+\/threads\/active$/, () => ({ status: 200, body: { threads, members: [] } })],
    [
      /^POST \/users\/@me\/channels$/,
      (_parts, { body }) => ({ status: 200, body: { id: `9${String(body['recipient_id'])}`, type: 1 } }),
    ],
    [/^POST \/channels\/(\d+)\/messages$/, ([id = ''], call) => create(id, call)],
    [
      /^POST \/channels\/\d+\/messages\/(\d+)\/threads$/,
      ([id], { body }) => ({ status: 201, body: { id, name: body['name'] } }),
    ],
    [/^POST \/channels\/(\d+)\/threads$/, ([id = ''], call) => postInForum(id, call)],
    [/^POST \/channels\/\d+\/typing$/, () => ({ status: 204 })],
    [/^POST \/interactions\/(\d+)\/([^/]+)\/callback$/, ([id = '', token = '']) => respond(id, token)],
    [/^PATCH \/webhooks\/800\/([^/]+)\/messages\/@original$/, ([token = ''], call) => webhook(token, call)],
    [/^POST \/webhooks\/800\/([^/]+)$/, ([token = ''], call) => webhook(token, call)],
  ];

  const answerFor = (call: DiscordCall): Answer => {
    const fault = specFault(call.route, call.body['items'] ?? call.body);
    if (fault !== undefined) return refused(fault);
    for (const [pattern, work] of routes) {
      const parts = pattern.exec(call.route);
      if (parts !== null) return work(parts.slice(1), call);
    }
    return { status: 404, body: { code: 0, message: `404: Not Found ${call.route}` } };
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = (request.url ?? '').replace(/^\/api\/v10/, '').replace(/\?.*/, '');
    const call = { route: `${request.method ?? 'GET'} ${path}`, ...(await read(request)) };
    const at = planned.findIndex((plan) => call.route.startsWith(plan.route));
    const plan = at === -1 ? undefined : planned.splice(at, 1)[0]?.answer;
    const answer = plan === undefined || plan === 'hang' ? answerFor(call) : plan;
    calls.push(call);
    if (plan !== 'hang') {
      const type = answer.body === undefined ? {} : { 'content-type': 'application/json' };
      response.writeHead(answer.status, { ...type, ...answer.headers });
      response.end(answer.body === undefined ? undefined : JSON.stringify(answer.body));
    }
    for (const look of looks) look();
  };

  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { connect, ...gateway } = fakeGateway(server);

  return {
    ...gateway,
    apiUrl: connect.replace('ws:', 'http:').concat('/api'),
    calls,
    messages,
    application,
    servers,
    answer: (route, status, body = {}, headers = {}) => planned.push({ route, answer: { status, body, headers } }),
    hang: (route) => planned.push({ route, answer: 'hang' }),
    forgetNonces: () => nonces.clear(),
    called: (name, count) =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = calls.filter((call) => call.route === name);
          if (found.length < count) return;
          looks.delete(look);
          resolve(found);
        };
        looks.add(look);
        look();
      }),
    close: async () => {
      gateway.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      if (faults.length > 0) throw new Error(`Discord would have refused: ${faults.join('; ')}`);
    },
  };
}

/** A command as Discord gives it back: with members of its own, and null where nothing was localised. */
function kept(command: Record<string, unknown>, index: number): object {
  const own = { id: String(index + 1), application_id: '800', version: '1', nsfw: false, contexts: null };
  const nulled = JSON.stringify(command, (name, value: unknown) => (name.endsWith('_localizations') ? null : value));
  const text = { description: '', name_localizations: null, description_localizations: null };
  return { ...own, ...text, ...z.record(z.string(), z.unknown()).parse(JSON.parse(nulled)) };
}

/** A list, as commands come in, is the body's `items`. */
async function read(request: IncomingMessage): Promise<Pick<DiscordCall, 'body' | 'files'>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const whole = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/')) return { body: parsed(whole.toString('utf8')), files: {} };
  const form = await new Response(whole, { headers: { 'content-type': type } }).formData();
  const files: Record<string, string> = {};
  for (const [, value] of form) if (typeof value !== 'string') files[value.name] = await value.text();
  return { body: parsed(String(form.get('payload_json') ?? '')), files };
}

function parsed(text: string): Record<string, unknown> {
  if (text === '') return {};
  const body: unknown = JSON.parse(text);
  return Array.isArray(body) ? { items: body } : z.record(z.string(), z.unknown()).parse(body);
}
