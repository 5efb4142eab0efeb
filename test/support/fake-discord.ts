import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';

export interface DiscordCall {
  /** "POST /channels/1/messages" */
  readonly route: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface FakeDiscord {
  readonly apiUrl: string;
  readonly calls: readonly DiscordCall[];
  /** Messages in channels and threads as a reader sees them. */
  readonly messages: readonly Record<string, unknown>[];
  /** Sends a gateway event. */
  dispatch(event: string, data: object): void;
  /** The next calls of a route that begins so answer with this status instead. */
  answer(route: string, status: number, body?: object, headers?: Readonly<Record<string, string>>): void;
  called(route: string, count: number): Promise<readonly DiscordCall[]>;
  close(): Promise<void>;
}

export const botUser = {
  id: '900',
  username: 'communique',
  discriminator: '0',
  global_name: null,
  avatar: null,
  bot: true,
};
export const guild = { id: '500', channel: '600' };

/** A Discord on loopback: REST and gateway, refusing what Discord would refuse. */
export async function fakeDiscord(): Promise<FakeDiscord> {
  const calls: DiscordCall[] = [];
  const messages: Record<string, unknown>[] = [];
  const refusals: { route: string; status: number; body: object; headers: Readonly<Record<string, string>> }[] = [];
  const looks = new Set<() => void>();
  let commands: unknown[] = [];
  let gateway: WebSocket | undefined;
  let sequence = 0;
  let port = 0;

  const dispatch = (event: string, data: object): void => {
    gateway?.send(JSON.stringify({ op: 0, t: event, s: (sequence += 1), d: data }));
  };

  const create = (channel: string, body: Record<string, unknown>): { status: number; body: object } => {
    const fault = faultOf(body);
    if (fault !== undefined) return { status: 400, body: { code: 50_035, message: fault } };
    const again = messages.find((known) => body['nonce'] !== undefined && known['nonce'] === body['nonce']);
    if (again !== undefined) return { status: 200, body: again };
    const message = { ...body, id: String(10_000 + messages.length), channel_id: channel };
    messages.push(message);
    return { status: 200, body: message };
  };

  const route = (method: string, path: string, body: Record<string, unknown>): { status: number; body: object } => {
    const url = `ws://127.0.0.1:${port}`;
    if (path === '/gateway/bot') {
      return {
        status: 200,
        body: { url, shards: 1, session_start_limit: { total: 9, remaining: 9, reset_after: 0, max_concurrency: 1 } },
      };
    }
    if (path === '/applications/@me') return { status: 200, body: { id: '800', name: 'Communiqué', flags: 1 << 19 } };
    if (path === '/applications/800/commands') {
      if (method === 'PUT') commands = z.array(z.unknown()).parse(body['items']);
      return { status: 200, body: commands };
    }
    const threads = /^\/channels\/(\d+)\/messages\/(\d+)\/threads$/.exec(path);
    if (threads !== null) return { status: 201, body: { id: threads[2], name: body['name'] } };
    const channel = /^\/channels\/(\d+)\/messages$/.exec(path)?.[1];
    if (channel !== undefined && method === 'POST') return create(channel, body);
    if (path.startsWith('/interactions/')) return { status: 204, body: {} };
    if (path.startsWith('/webhooks/')) {
      const fault = faultOf(body);
      return fault === undefined
        ? { status: 200, body: { id: '1' } }
        : { status: 400, body: { code: 50_035, message: fault } };
    }
    return { status: 404, body: { code: 0, message: `404: Not Found ${method} ${path}` } };
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = (request.url ?? '').replace(/^\/api\/v10/, '').replace(/\?.*/, '');
    const method = request.method ?? 'GET';
    const name = `${method} ${path}`;
    const body = await readBody(request);
    calls.push({ route: name, body });
    const at = refusals.findIndex((refusal) => name.startsWith(refusal.route));
    const refused = at === -1 ? undefined : refusals.splice(at, 1)[0];
    const answer = refused ?? {
      ...route(method, path, Array.isArray(body) ? Object.assign([], body) : body),
      headers: {},
    };
    const type = answer.status === 204 ? {} : { 'content-type': 'application/json' };
    response.writeHead(answer.status, { ...type, ...answer.headers });
    response.end(answer.status === 204 ? undefined : JSON.stringify(answer.body));
    for (const look of looks) look();
  };

  const server = createServer((request, response) => void handle(request, response));
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (connected) => {
    gateway = connected;
    connected.send(JSON.stringify({ op: 10, d: { heartbeat_interval: 45_000 } }));
    connected.on('message', (data) => {
      const { op } = z.object({ op: z.number() }).parse(JSON.parse(String(data)));
      if (op === 1) connected.send(JSON.stringify({ op: 11 }));
      if (op !== 2) return;
      const url = `ws://127.0.0.1:${port}`;
      dispatch('READY', {
        v: 10,
        user: botUser,
        guilds: [{ id: guild.id, unavailable: true }],
        session_id: 's',
        resume_gateway_url: url,
        application: { id: '800', flags: 0 },
      });
      dispatch('GUILD_CREATE', guildData());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;

  return {
    apiUrl: `http://127.0.0.1:${port}/api`,
    calls,
    messages,
    dispatch,
    answer: (name, status, body = {}, headers = {}) => refusals.push({ route: name, status, body, headers }),
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
      for (const client of sockets.clients) client.terminate();
      sockets.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function guildData(): object {
  return {
    id: guild.id,
    name: 'Newsroom',
    owner_id: '1',
    roles: [
      {
        id: guild.id,
        name: '@everyone',
        permissions: '0',
        position: 0,
        color: 0,
        hoist: false,
        managed: false,
        mentionable: false,
      },
    ],
    channels: [{ id: guild.channel, type: 0, name: 'desk', position: 0, permission_overwrites: [] }],
    threads: [],
    members: [],
    emojis: [],
    stickers: [],
    features: [],
    member_count: 2,
    unavailable: false,
    afk_timeout: 60,
    preferred_locale: 'en-US',
  };
}

interface Component {
  readonly type: number;
  readonly content?: string | undefined;
  readonly components?: readonly Component[] | undefined;
}

const componentSchema: z.ZodType<Component> = z.lazy(() =>
  z.object({
    type: z.union([z.literal(10), z.literal(17)]),
    content: z.string().min(1).optional(),
    components: z.array(componentSchema).min(1).optional(),
  }),
);

/** What Discord refuses of a Components V2 message: https://discord.com/developers/docs/components/reference */
export function faultOf(body: Readonly<Record<string, unknown>>): string | undefined {
  const parsed = z
    .object({
      flags: z.number().refine((flags) => (flags & 32_768) !== 0),
      components: z.array(componentSchema).min(1),
      allowed_mentions: z.object({ parse: z.array(z.string()).max(0) }),
      nonce: z.string().max(25).optional(),
      content: z.undefined().optional(),
      embeds: z.undefined().optional(),
    })
    .safeParse(body);
  if (!parsed.success) return 'Invalid Form Body';
  const all = parsed.data.components.flatMap(flat);
  const text = all.reduce((sum, { content }) => sum + (content?.length ?? 0), 0);
  return all.length > 40 || text > 4_000 ? 'Invalid Form Body' : undefined;
}

function flat(component: Component): Component[] {
  return [component, ...(component.components ?? []).flatMap(flat)];
}

/** A list, as commands come in, is the body's `items`. */
async function readBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const text = Buffer.concat(chunks).toString('utf8');
  if (text === '') return {};
  const body: unknown = JSON.parse(text);
  return Array.isArray(body) ? { items: body } : z.record(z.string(), z.unknown()).parse(body);
}
