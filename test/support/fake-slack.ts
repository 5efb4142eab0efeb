import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';

/** What the bot called, by method, in order. */
export interface SlackCall {
  readonly method: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface FakeSlack {
  /** Ends in "/api/". */
  readonly apiUrl: string;
  readonly calls: readonly SlackCall[];
  /** Channel messages as a reader sees them. */
  readonly messages: readonly Record<string, unknown>[];
  /** The next calls of this method answer so instead. */
  answer(method: string, ...answers: FakeAnswer[]): void;
  /** Sends an envelope by Socket Mode; resolves when it is acknowledged. */
  send(type: string, payload: object): Promise<void>;
  /** An address that takes a command's replies. */
  responseUrl(): string;
  /** Resolves when this many calls of a method have come. */
  called(method: string, count: number): Promise<readonly SlackCall[]>;
  close(): Promise<void>;
}

export type FakeAnswer =
  | { readonly kind: 'error'; readonly error: string }
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: number }
  /** Takes the message and drops the connection before it answers. */
  | { readonly kind: 'drop' };

const botScopes =
  'app_mentions:read,channels:history,chat:write,commands,files:write,groups:history,im:history,im:write,users:read';

/** A Slack on loopback: Web API, Socket Mode and response addresses, refusing what Slack would refuse. */
export async function fakeSlack(): Promise<FakeSlack> {
  const calls: SlackCall[] = [];
  const messages: Record<string, unknown>[] = [];
  const answers = new Map<string, FakeAnswer[]>();
  const acknowledged = new Map<string, () => void>();
  const looks = new Set<() => void>();
  let socket: WebSocket | undefined;
  let envelopes = 0;
  let port = 0;

  const methods: Readonly<Record<string, (body: Record<string, unknown>) => object>> = {
    'auth.test': () => ({
      ok: true,
      team: 'Newsroom',
      team_id: 'T1',
      user: 'communique',
      user_id: 'UBOT',
      bot_id: 'B1',
    }),
    'apps.connections.open': () => ({ ok: true, url: `ws://127.0.0.1:${port}/socket` }),
    'users.info': ({ user }) => ({ ok: true, user: { id: user, is_restricted: user === 'UGUEST' } }),
    'files.getUploadURLExternal': ({ filename, length }) => {
      if (typeof filename !== 'string' || Number(length) < 1) return { ok: false, error: 'invalid_arguments' };
      return { ok: true, upload_url: `http://127.0.0.1:${port}/upload/${filename}`, file_id: 'F1' };
    },
    'files.completeUploadExternal': ({ files }) => ({ ok: true, files }),
    'conversations.replies': ({ ts }) => ({
      ok: true,
      messages: messages.filter((message) => message['thread_ts'] === ts),
    }),
    'conversations.open': ({ users }) => ({ ok: true, channel: { id: `D${String(users)}` } }),
    'conversations.history': () => ({ ok: true, messages: messages.toReversed() }),
    'chat.postMessage': (body) => {
      const fault = faultOf(body);
      if (fault !== undefined) return { ok: false, error: fault };
      const ts = `1700000000.${String(messages.length + 1).padStart(6, '0')}`;
      messages.push({ ...body, ts });
      return { ok: true, ts, channel: body['channel'] };
    },
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const method = (request.url ?? '').replace(/^\/(?:api\/)?/, '').replace(/\?.*/, '');
    const body = await readBody(request);
    calls.push({ method, body });
    const answer = answers.get(method)?.shift();
    if (answer?.kind === 'status') {
      response
        .writeHead(answer.status, answer.retryAfter === undefined ? {} : { 'retry-after': `${answer.retryAfter}` })
        .end('no');
    } else if (answer?.kind === 'error') json(response, { ok: false, error: answer.error });
    else if (method.startsWith('respond/') || method.startsWith('upload/')) json(response, { ok: true });
    else {
      const result = methods[method]?.(body) ?? { ok: false, error: 'unknown_method' };
      if (answer?.kind === 'drop') response.destroy();
      else json(response, result);
    }
    for (const look of looks) look();
  };

  const server = createServer((request, response) => void handle(request, response));
  const sockets = new WebSocketServer({ server, path: '/socket' });
  sockets.on('connection', (connected) => {
    socket = connected;
    connected.send(JSON.stringify({ type: 'hello', num_connections: 1 }));
    connected.on('message', (data) => {
      const { envelope_id: id } = z.object({ envelope_id: z.string() }).parse(JSON.parse(String(data)));
      acknowledged.get(id)?.();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;

  return {
    apiUrl: `http://127.0.0.1:${port}/api/`,
    calls,
    messages,
    answer: (method, ...more) => answers.set(method, [...(answers.get(method) ?? []), ...more]),
    responseUrl: () => `http://127.0.0.1:${port}/respond/${calls.length}`,
    send: (type, payload) =>
      new Promise((resolve) => {
        const id = `envelope-${(envelopes += 1)}`;
        acknowledged.set(id, resolve);
        socket?.send(JSON.stringify({ type, envelope_id: id, payload, accepts_response_payload: false }));
      }),
    called: (method, count) =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = calls.filter((call) => call.method.startsWith(method));
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

const textOf = z.object({ text: z.string() });

/** What chat.postMessage refuses: https://docs.slack.dev/reference/block-kit/blocks */
export function faultOf(body: Readonly<Record<string, unknown>>): string | undefined {
  const parsed = z
    .object({ text: z.string().min(1).max(40_000), blocks: z.array(z.object({ type: z.string() }).loose()).max(50) })
    .safeParse({
      text: body['text'],
      blocks: typeof body['blocks'] === 'string' ? JSON.parse(body['blocks']) : body['blocks'],
    });
  if (!parsed.success) return 'invalid_blocks';
  for (const block of parsed.data.blocks) {
    if (block.type === 'header' && textOf.parse(block['text']).text.length > 150) return 'invalid_blocks';
    if (block.type === 'actions' && !areButtons(block['elements'])) return 'invalid_blocks';
    if (!['header', 'rich_text', 'actions'].includes(block.type)) return 'invalid_blocks';
    if (/"text":""/.test(JSON.stringify(block)) || /"elements":\[\]/.test(JSON.stringify(block)))
      return 'invalid_blocks';
  }
  if (JSON.stringify(parsed.data.blocks).length > 60_000) return 'msg_blocks_too_long';
  return /<[!@#]/.test(parsed.data.text) ? 'live_mention' : undefined;
}

/** https://docs.slack.dev/reference/block-kit/block-elements/button-element */
function areButtons(elements: unknown): boolean {
  const button = z.object({
    type: z.literal('button'),
    action_id: z.string().min(1).max(255),
    text: z.object({ type: z.literal('plain_text'), text: z.string().min(1).max(75) }),
  });
  return z.array(button).min(1).max(25).safeParse(elements).success;
}

async function readBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const text = Buffer.concat(chunks).toString('utf8');
  if (request.headers['content-type']?.includes('json') === true)
    return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
  return Object.fromEntries(
    [...new URLSearchParams(text)].map(([key, value]) => [key, /^[[{]/.test(value) ? JSON.parse(value) : value]),
  );
}

function json(response: ServerResponse, body: object): void {
  response
    .writeHead(200, { 'content-type': 'application/json', 'x-oauth-scopes': botScopes })
    .end(JSON.stringify(body));
}
