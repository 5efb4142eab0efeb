import { createServer } from 'node:http';
import { z } from 'zod';

interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface FeedServer {
  /** "http://127.0.0.1:PORT" */
  readonly url: string;
  /** What was asked for, in order: path and If-None-Match. */
  readonly asked: { readonly path: string; readonly version: string | undefined }[];
  /** Sets what a path gives from now on; a path with the ETag that is asked with gives 304. */
  serve(path: string, answer: Answer): void;
  close(): Promise<void>;
}

const addressSchema = z.object({ port: z.number() });

/** A publisher on loopback: a feed and the pages behind its items, which a test writes. */
export async function feedServer(): Promise<FeedServer> {
  const answers = new Map<string, Answer>();
  const asked: FeedServer['asked'] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const version = request.headers['if-none-match'];
    asked.push({ path, version });
    const { status = 200, headers = {}, body = '' } = answers.get(path) ?? { status: 404 };
    const unchanged = version !== undefined && version === headers['etag'];
    response.writeHead(unchanged ? 304 : status, { 'content-type': 'text/html', ...headers });
    response.end(unchanged ? '' : body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = addressSchema.parse(server.address());
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    serve: (path, answer) => {
      answers.set(path, answer);
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** An RSS feed of these items, newest first; each has its page at /NAME. */
export function rss(base: string, names: readonly string[], dated = true): string {
  const items = names.map(
    (name) =>
      `<item><title>News of ${name}</title><link>${base}/${name}</link><guid>${name}</guid>${
        dated ? '<pubDate>Tue, 18 Feb 2025 08:00:00 GMT</pubDate>' : ''
      }<description>In short.</description></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>The Courier</title>${items.join('')}</channel></rss>`;
}

/** A page with an article about the harbour, long enough to be one. */
export function page(name: string): string {
  const sentence = `Mayor Anna Holm said in ${name} that the harbour of Nordby would open again on Monday after the storm.`;
  const paragraphs = Array.from(
    { length: 5 },
    (_, index) => `<p>${sentence} Part ${index} of ${name} follows here.</p>`,
  );
  return `<html lang="en"><head><title>${name}</title></head><body><article><h1>${name}</h1>${paragraphs.join('')}</article></body></html>`;
}
