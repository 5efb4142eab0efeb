import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod';

/** A message as a reader of the channel sees it. */
export interface SeenMessage {
  readonly channel: string;
  readonly key: string;
  /** When it was there, in milliseconds since the epoch. */
  readonly at: number;
}

/** How often the platform does what, each between 0 and 1. */
export interface Faults {
  readonly rateLimited: number;
  readonly failing: number;
  /** Takes the message and drops the connection before it answers. */
  readonly dropped: number;
}

export interface PlatformServer {
  readonly url: string;
  readonly seen: readonly SeenMessage[];
  /** Requests to post that came in, answered or not. */
  readonly requests: number;
  behave(how: Faults | 'well' | 'down'): void;
  /** Is called when a request to post has come in, before and after it is taken. */
  onPost(listener: () => void): void;
  close(): Promise<void>;
}

const postSchema = z.object({ channel: z.string(), key: z.string(), unique: z.boolean(), text: z.string() });
/** What a look at a channel shows, as Slack gives to apps that may look once a minute. */
const shown = 15;

/** A chat platform on loopback. Only a request that asks for it (`unique`) is compared with earlier ones by its key. */
export async function platformServer(random: () => number = Math.random, answerAfterMs = 1): Promise<PlatformServer> {
  const seen: SeenMessage[] = [];
  const channels = new Map<string, SeenMessage[]>();
  const listeners: (() => void)[] = [];
  let how: Faults | 'well' | 'down' = 'well';
  let requests = 0;
  const tell = (): void => {
    for (const listener of listeners) listener();
  };

  const take = ({ channel, key, unique }: z.infer<typeof postSchema>): string => {
    const messages = channels.get(channel) ?? [];
    const known = unique ? messages.findIndex((message) => message.key === key) : -1;
    if (known !== -1) return `${channel}-${known}`;
    const message = { channel, key, at: Date.now() };
    seen.push(message);
    channels.set(channel, [...messages, message]);
    return `${channel}-${messages.length}`;
  };

  const post = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = postSchema.parse(JSON.parse(await textOf(request)));
    requests += 1;
    tell();
    const fate = typeof how === 'string' ? 'well' : fateOf(random(), how);
    if (fate === 'rateLimited') return answer(response, 429, { retryAfterMs: 100 });
    if (fate === 'failing') return answer(response, 503, {});
    const id = take(body);
    tell();
    if (fate === 'dropped') return void response.destroy();
    setTimeout(() => answer(response, 200, { id }), answerAfterMs);
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (how === 'down') return void response.destroy();
    if (request.method === 'POST') return post(request, response);
    const channel = new URL(request.url ?? '', 'http://localhost').searchParams.get('channel') ?? '';
    const keys = (channels.get(channel) ?? []).map(({ key }, index) => ({ key, id: `${channel}-${index}` }));
    answer(response, 200, { messages: keys.slice(-shown) });
  };

  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = z.object({ port: z.number() }).parse(server.address());
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    get requests() {
      return requests;
    },
    behave: (next) => {
      how = next;
    },
    onPost: (listener) => listeners.push(listener),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function fateOf(chance: number, { rateLimited, failing, dropped }: Faults): keyof Faults | 'well' {
  if (chance < rateLimited) return 'rateLimited';
  if (chance < rateLimited + failing) return 'failing';
  return chance < rateLimited + failing + dropped ? 'dropped' : 'well';
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}
