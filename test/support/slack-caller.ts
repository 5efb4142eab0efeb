import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';

export const signingSecret = 'a-signing-secret-of-slack';

export interface CallOptions {
  readonly secret?: string;
  /** How old the request says that it is. Seconds. */
  readonly ageSeconds?: number;
}

export interface SlackCaller {
  /** A request as Slack makes it; the same one can be sent again. */
  request(payload: object, options?: CallOptions): Request;
  /** Calls the bot as Slack does; what it answers. */
  call(payload: object, options?: CallOptions): Promise<Response>;
}

/** Slack's side of HTTP: https://docs.slack.dev/authentication/verifying-requests-from-slack */
export function slackCaller(port: number): SlackCaller {
  const request = (payload: object, { secret = signingSecret, ageSeconds = 0 }: CallOptions = {}): Request => {
    const isEvent = 'event' in payload || ('type' in payload && payload.type === 'url_verification');
    const isCommand = 'command' in payload;
    const body = isEvent ? JSON.stringify(payload) : formOf(isCommand ? payload : { payload: JSON.stringify(payload) });
    const timestamp = Math.floor(Date.now() / 1_000) - ageSeconds;
    const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
    return new Request(`http://127.0.0.1:${port}/slack/events`, {
      method: 'POST',
      body,
      headers: {
        'content-type': isEvent ? 'application/json' : 'application/x-www-form-urlencoded',
        'x-slack-request-timestamp': String(timestamp),
        'x-slack-signature': `v0=${signature}`,
        connection: 'close',
      },
    });
  };
  return { request, call: (payload, options) => fetch(request(payload, options)) };
}

function formOf(fields: object): string {
  return new URLSearchParams(
    Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)])),
  ).toString();
}

/** A port of this machine that nobody listens at. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
