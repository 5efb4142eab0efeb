import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import { slackMethods } from './slack-methods.ts';
import { faultOf } from './slack-rules.ts';
import { type FakeWorkspaces, fakeWorkspaces } from './slack-workspaces.ts';

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
  readonly workspaces: FakeWorkspaces;
  /** The next calls of this method answer so instead. */
  answer(method: string, ...answers: FakeAnswer[]): void;
  /** Sends an envelope by Socket Mode; resolves when it is acknowledged, with what the bot answers there. */
  send(type: string, payload: object): Promise<unknown>;
  /** Drops every socket, as Slack does when it is updated. */
  dropSockets(): void;
  /** Resolves when so many sockets were opened since the start. */
  connected(count: number): Promise<void>;
  /** An address that takes a command's replies. */
  responseUrl(): string;
  /** A trigger that may open a view once. */
  trigger(): string;
  /** Resolves when this many calls of a method have come. */
  called(method: string, count: number): Promise<readonly SlackCall[]>;
  /** Throws when an answer was sent to a response address that Slack would not take. */
  close(): Promise<void>;
}

export type FakeAnswer =
  | { readonly kind: 'error'; readonly error: string }
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: number }
  /** Takes the message and drops the connection before it answers. */
  | { readonly kind: 'drop' }
  /** Never answers. */
  | { readonly kind: 'hang' };

/** https://docs.slack.dev/interactivity/handling-user-interaction#message_responses */
const responseUrlUses = 5;
const noted = z.strictObject({
  response_type: z.enum(['ephemeral', 'in_channel']).optional(),
  replace_original: z.boolean().optional(),
  text: z.string().min(1),
});
/** What has blocks may have links, which must not be unfurled. */
const responseSchema = z.union([
  noted,
  noted.extend({
    blocks: z.array(z.looseObject({})),
    thread_ts: z.string().min(1).optional(),
    unfurl_links: z.literal(false),
    unfurl_media: z.literal(false),
  }),
]);

/** A Slack on loopback: Web API, OAuth, Socket Mode and response addresses, refusing what Slack would refuse. */
export async function fakeSlack(): Promise<FakeSlack> {
  const calls: SlackCall[] = [];
  const messages: Record<string, unknown>[] = [];
  const faults: string[] = [];
  const answers = new Map<string, FakeAnswer[]>();
  const looks = new Set<() => void>();
  const responses = new Map<string, number>();
  const triggers = new Set<string>();
  const workspaces = fakeWorkspaces();
  let given = 0;
  let port = 0;
  const methods = slackMethods({ workspaces, messages, triggers, port: () => port });

  /** Slack's word for why an answer is not taken. */
  const respond = (method: string, body: object): string | undefined => {
    const uses = (responses.get(method) ?? 0) + 1;
    responses.set(method, uses);
    if (uses > responseUrlUses) return 'used_url';
    const read = responseSchema.safeParse(body);
    const fault = read.success ? ('blocks' in read.data ? faultOf(read.data) : undefined) : z.prettifyError(read.error);
    if (fault !== undefined) faults.push(`${method}: ${fault}`);
    return fault;
  };

  // Bolt adds the workspace to every call; Slack heeds it for organisations only.
  const run = (
    method: string,
    { token: inBody, team_id: team, ...body }: Record<string, unknown>,
    header: string,
  ): object => {
    const known = methods[method];
    if (known === undefined) return { ok: false, error: 'unknown_method' };
    const token = typeof inBody === 'string' ? inBody : header.replace(/^Bearer /, '');
    const isFree = method === 'oauth.v2.access' || (method === 'apps.connections.open' && token.startsWith('xapp-'));
    const workspace = isFree ? workspaces.first : workspaces.byToken(token);
    if (workspace === undefined) return { ok: false, error: 'invalid_auth' };
    if (workspace === 'revoked') return { ok: false, error: 'token_revoked' };
    const provided = [...workspace.scopes].join(',');
    if (known.scope !== undefined && !workspace.scopes.has(known.scope))
      return { ok: false, error: 'missing_scope', needed: known.scope, provided };
    const fits = known.takes.safeParse(body);
    return fits.success
      ? known.run(body, workspace, team)
      : { ok: false, error: 'invalid_arguments', why: fits.error.message };
  };

  const scopesOf = (header: string): string => {
    const workspace = workspaces.byToken(header.replace(/^Bearer /, ''));
    return workspace === undefined || workspace === 'revoked' ? '' : [...workspace.scopes].join(',');
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const method = (request.url ?? '').replace(/^\/(?:api\/)?/, '').replace(/\?.*/, '');
    const body = await readBody(request);
    const header = request.headers.authorization ?? '';
    const answer = answers.get(method)?.shift();
    if (answer?.kind === 'status') {
      const headers = answer.retryAfter === undefined ? {} : { 'retry-after': `${answer.retryAfter}` };
      response.writeHead(answer.status, headers).end('no');
    } else if (answer?.kind === 'error') json(response, { ok: false, error: answer.error }, scopesOf(header));
    else if (answer?.kind !== 'hang') {
      const isUpload = method.startsWith('upload/');
      const refused = method.startsWith('respond/') ? respond(method, body) : undefined;
      const isRun = !isUpload && !method.startsWith('respond/');
      const result = isRun ? run(method, body, header) : { ok: true };
      if (answer?.kind === 'drop') response.destroy();
      else if (refused !== undefined) response.writeHead(refused === 'used_url' ? 404 : 400).end(refused);
      else json(response, result, scopesOf(header));
    }
    calls.push({ method, body });
    for (const look of looks) look();
  };

  const server = createServer((request, response) => void handle(request, response));
  const sockets = openSockets(server, () => {
    for (const look of looks) look();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
  const when = (isSo: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (!isSo()) return;
        looks.delete(look);
        resolve();
      };
      looks.add(look);
      look();
    });
  const callsOf = (method: string): SlackCall[] => calls.filter((call) => call.method.startsWith(method));

  return {
    apiUrl: `http://127.0.0.1:${port}/api/`,
    calls,
    messages,
    workspaces,
    answer: (method, ...more) => answers.set(method, [...(answers.get(method) ?? []), ...more]),
    responseUrl: () => `http://127.0.0.1:${port}/respond/${(given += 1)}`,
    trigger: () => {
      const trigger = `trigger-${randomUUID()}`;
      triggers.add(trigger);
      return trigger;
    },
    send: sockets.send,
    dropSockets: sockets.drop,
    connected: (count) => when(() => sockets.opened() >= count),
    called: async (method, count) => {
      await when(() => callsOf(method).length >= count);
      return callsOf(method);
    },
    close: async () => {
      sockets.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      if (faults.length > 0) throw new Error(`Slack would have refused: ${faults.join('; ')}`);
    },
  };
}

interface FakeSockets {
  send(type: string, payload: object): Promise<unknown>;
  drop(): void;
  opened(): number;
  close(): void;
}

const acknowledgement = z.object({ envelope_id: z.string(), payload: z.unknown() });

/** Socket Mode: https://docs.slack.dev/apis/events-api/using-socket-mode. An envelope goes to one socket, the newest. */
function openSockets(server: ReturnType<typeof createServer>, changed: () => void): FakeSockets {
  const sockets = new WebSocketServer({ server, path: '/socket' });
  const acknowledged = new Map<string, (answer: unknown) => void>();
  let newest: WebSocket | undefined;
  let opened = 0;
  let envelopes = 0;
  sockets.on('connection', (socket) => {
    newest = socket;
    opened += 1;
    socket.send(JSON.stringify({ type: 'hello', num_connections: 1 }));
    socket.on('message', (data) => {
      const { envelope_id: id, payload } = acknowledgement.parse(JSON.parse(String(data)));
      acknowledged.get(id)?.(payload);
    });
    changed();
  });
  return {
    send: (type, payload) =>
      new Promise((resolve) => {
        const id = `envelope-${(envelopes += 1)}`;
        acknowledged.set(id, resolve);
        newest?.send(JSON.stringify({ type, envelope_id: id, payload, accepts_response_payload: true }));
      }),
    drop: () => {
      for (const client of sockets.clients) client.terminate();
    },
    opened: () => opened,
    close: () => {
      for (const client of sockets.clients) client.terminate();
      sockets.close();
    },
  };
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

function json(response: ServerResponse, body: object, scopes: string): void {
  response.writeHead(200, { 'content-type': 'application/json', 'x-oauth-scopes': scopes }).end(JSON.stringify(body));
}
