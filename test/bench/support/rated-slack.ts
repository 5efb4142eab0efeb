import { type WebAPICallResult, WebAPIRateLimitedError, WebClient } from '@slack/web-api';
import { limitsByName } from './rate-limit.ts';
import { pause } from './moved-clock.ts';

const minuteMs = 60_000;
/** How long Slack takes to answer. Milliseconds. */
const answerMs = 100;
/**
 * https://docs.slack.dev/apis/web-api/rate-limits: a message a second to a channel, with short bursts; "several hundred" a minute
 * in a workspace; `conversations.history` and `.replies` are of tier 3, 50 a minute each.
 */
const [posts, perWorkspace, looks] = [
  limitsByName(10, 10_000),
  limitsByName(300, minuteMs),
  limitsByName(50, minuteMs),
];

/** A workspace that keeps Slack's published limits; the rest of the client is Slack's own. */
export class RatedSlack extends WebClient {
  /** When each message came that is not in a thread. */
  readonly posted: number[] = [];
  requests = 0;
  refused = 0;
  private readonly workspace: string;

  constructor(workspace: string) {
    super();
    this.workspace = workspace;
  }

  override async apiCall(method: string, options: Record<string, unknown> = {}): Promise<WebAPICallResult> {
    this.requests += 1;
    const waitMs = this.waitFor(method, `${this.workspace} ${String(options['channel'])}`);
    await pause(answerMs);
    if (waitMs > 0) {
      this.refused += 1;
      throw new WebAPIRateLimitedError(Math.ceil(waitMs / 1_000));
    }
    const empty = { ok: true, messages: [] };
    if (method !== 'chat.postMessage') return empty;
    if (options['thread_ts'] === undefined) this.posted.push(Date.now());
    const answer = { ok: true, ts: `${Date.now()}.${this.requests}` };
    return answer;
  }

  private waitFor(method: string, channel: string): number {
    const now = Date.now();
    if (method !== 'chat.postMessage') return looks(`${this.workspace} ${method}`).take(now);
    return Math.max(posts(channel).take(now), perWorkspace(this.workspace).take(now));
  }
}
