import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod';

/** A sentence as the model is given it. */
export interface GivenSentence {
  readonly id: string;
  readonly text: string;
}

/** What was asked of the model, as the server saw it. */
export interface Asked {
  readonly authorization: string | undefined;
  readonly body: Readonly<Record<string, unknown>>;
  readonly instructions: string;
  readonly material: string;
  /** Between the fences. */
  readonly sentences: readonly GivenSentence[];
}

/** How the server answers: with what the model says, or by itself. */
export type Behaviour =
  /** `after`: the beginning of the answer comes at once, the rest only then. */
  | { readonly says: (sentences: readonly GivenSentence[]) => unknown; readonly after?: Promise<void> }
  | {
      readonly sends: {
        readonly status: number;
        readonly type?: string;
        readonly location?: string;
        readonly body: string;
      };
    }
  /** `garbage`: some bytes of JSON, then nothing more, and the line is cut. */
  | 'hang'
  | 'garbage'
  | 'endless';

export interface ModelServer {
  /** Base address, as WRITER_URL takes it. */
  readonly url: string;
  readonly asked: readonly Asked[];
  behave(how: Behaviour): void;
  close(): Promise<void>;
}

const bodySchema = z.looseObject({
  messages: z.array(z.object({ role: z.string(), content: z.string() })),
});
const sentencesSchema = z.array(z.object({ id: z.string(), text: z.string() }));

/** A server on loopback that speaks the chat completions API of OpenAI. */
export async function modelServer(first: Behaviour = { says: () => ({ sentences: [] }) }): Promise<ModelServer> {
  let how = first;
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const handle = async (): Promise<void> => {
      const ask = askedIn(await textOf(request), request.headers.authorization);
      asked.push(ask);
      answer(response, how, ask);
    };
    handle().catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = z.object({ port: z.number() }).parse(server.address());
  return {
    url: `http://127.0.0.1:${port}/v1`,
    asked,
    behave: (next) => {
      how = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function askedIn(text: string, authorization: string | undefined): Asked {
  const body = bodySchema.parse(JSON.parse(text));
  const contentOf = (role: string): string => body.messages.find((message) => message.role === role)?.content ?? '';
  const material = contentOf('user');
  const lines = material.split('\n');
  const fenced = lines.length < 3 ? '[]' : lines.slice(1, -1).join('\n');
  return {
    authorization,
    body,
    instructions: contentOf('system'),
    material,
    sentences: sentencesSchema.parse(JSON.parse(fenced)),
  };
}

function answer(response: ServerResponse, how: Behaviour, { sentences }: Asked): void {
  if (how === 'hang') return;
  if (how === 'garbage') {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.write('{"choices":[{"mess');
    return void response.destroy();
  }
  if (how === 'endless') return pour(response);
  if ('sends' in how) {
    const { status, body, type = 'application/json', location } = how.sends;
    const headers = { 'content-type': type, ...(location !== undefined && { location }) };
    return void response.writeHead(status, headers).end(body);
  }
  const said = how.says(sentences);
  const content = typeof said === 'string' ? said : JSON.stringify(said);
  const choice = { index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' };
  const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
  const completion = { id: 'c', object: 'chat.completion', created: 1, model: 'm', choices: [choice], usage };
  response.writeHead(200, { 'content-type': 'application/json' });
  const whole = JSON.stringify(completion);
  if (how.after === undefined) return void response.end(whole);
  const half = Math.floor(whole.length / 2);
  response.write(whole.slice(0, half));
  void how.after.then(() => response.end(whole.slice(half)));
}

/** Sends until nobody listens any longer. */
function pour(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  const more = (): void => {
    if (response.destroyed) return;
    if (response.write(' '.repeat(16_384))) setImmediate(more);
    else response.once('drain', more);
  };
  more();
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}
