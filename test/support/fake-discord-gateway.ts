import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import { botUser, guild, guildData } from './discord-events.ts';

export interface Identify {
  readonly intents: number;
  readonly shard: readonly number[];
}

export interface FakeGateway {
  /** ws://… */
  readonly connect: string;
  /** Who identified so far, and who came back with a session. */
  readonly identified: readonly Identify[];
  /** Resolves when so many have identified. */
  whenIdentified(count: number): Promise<void>;
  readonly resumed: readonly number[];
  /** Resolves when so many have come back with a session. */
  whenResumed(count: number): Promise<void>;
  /** Sends a gateway event; what nobody is there to hear is sent when the session is resumed. */
  dispatch(event: string, data: object): void;
  /** Sends a gateway event to another shard than the first. */
  dispatchOn(shard: number, event: string, data: object): void;
  /** How often those who connect from now on have to say that they are alive, in milliseconds. */
  setHeartbeat(everyMs: number): void;
  /** Leaves the next heartbeat unanswered. */
  missHeartbeat(): void;
  /** Asks whoever is connected to connect again and go on, or says that its session is over. */
  ask(what: 'reconnect' | 'begin anew'): void;
  /** Breaks the connection without a word. */
  drop(): void;
  /** Closes the connection with one of Discord's codes. */
  shut(code: number): void;
  /** How many shards Discord asks for. */
  setShards(count: number): void;
  /** Closes every connection that asks for these intents, with 4014 or another code. */
  disallow(intents: number, code?: number): void;
  information(): object;
  close(): void;
}

const packetSchema = z.discriminatedUnion('op', [
  z.object({ op: z.literal(1) }),
  z.object({ op: z.literal(2), d: z.object({ intents: z.number(), shard: z.array(z.number()) }) }),
  z.object({ op: z.literal(6), d: z.object({ seq: z.number() }) }),
]);

const disallowedIntents = 4_014;

/** Discord's gateway: hello, identify, resume, heartbeat. */
export function fakeGateway(server: Server): FakeGateway {
  const address = server.address();
  const connect = `ws://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  const sockets = new WebSocketServer({ server });
  const identified: Identify[] = [];
  const resumed: number[] = [];
  const sent: { op: 0; t: string; s: number; d: object }[] = [];
  let forbidden = 0;
  let closing = disallowedIntents;
  let shards = 1;
  let listener: WebSocket | undefined;
  const others = new Map<number, { readonly socket: WebSocket; sent: number }>();
  let heartbeatMs = 45_000;
  let missed = 0;

  const dispatch = (t: string, d: object): void => {
    const packet = { op: 0, t, s: sent.length + 1, d } as const;
    sent.push(packet);
    if (listener?.readyState === 1) listener.send(JSON.stringify(packet));
  };
  const waiting = new Set<() => void>();
  const until = (isSo: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (!isSo()) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
    });
  const welcome = (socket: WebSocket, identify: Identify): void => {
    identified.push(identify);
    for (const look of waiting) look();
    if ((identify.intents & forbidden) !== 0) return socket.close(closing);
    const [shard = 0] = identify.shard;
    if (shard > 0) {
      others.set(shard, { socket, sent: 1 });
      const ready = { ...readyData(connect), guilds: [], shard: identify.shard };
      return socket.send(JSON.stringify({ op: 0, t: 'READY', s: 1, d: ready }));
    }
    listener = socket;
    dispatch('READY', { ...readyData(connect), shard: identify.shard });
    dispatch('GUILD_CREATE', guildData());
  };
  const goOn = (socket: WebSocket, seq: number): void => {
    resumed.push(seq);
    listener = socket;
    for (const packet of sent.filter(({ s }) => s > seq)) socket.send(JSON.stringify(packet));
    dispatch('RESUMED', {});
    for (const look of waiting) look();
  };

  sockets.on('connection', (socket) => {
    socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: heartbeatMs } }));
    socket.on('message', (data) => {
      const packet = packetSchema.parse(JSON.parse(String(data)));
      if (packet.op === 1 && missed > 0) missed -= 1;
      else if (packet.op === 1) socket.send(JSON.stringify({ op: 11 }));
      else if (packet.op === 2) welcome(socket, packet.d);
      else goOn(socket, packet.d.seq);
    });
  });

  return {
    connect,
    identified,
    whenIdentified: (count) => until(() => identified.length >= count),
    whenResumed: (count) => until(() => resumed.length >= count),
    resumed,
    dispatch,
    dispatchOn: (shard, t, d) => {
      const other = others.get(shard);
      if (other === undefined) throw new Error(`there is no shard ${shard}`);
      other.sent += 1;
      other.socket.send(JSON.stringify({ op: 0, t, s: other.sent, d }));
    },
    setHeartbeat: (everyMs) => {
      heartbeatMs = everyMs;
    },
    missHeartbeat: () => {
      missed = 1;
    },
    ask: (what) => listener?.send(JSON.stringify(what === 'reconnect' ? { op: 7, d: null } : { op: 9, d: false })),
    drop: () => listener?.terminate(),
    shut: (code) => listener?.close(code),
    setShards: (count) => {
      shards = count;
    },
    disallow: (intents, code = disallowedIntents) => {
      forbidden = intents;
      closing = code;
    },
    information: () => ({
      url: connect,
      shards,
      session_start_limit: { total: 9, remaining: 9, reset_after: 0, max_concurrency: shards },
    }),
    close: () => {
      for (const client of sockets.clients) client.terminate();
      sockets.close();
    },
  };
}

function readyData(url: string): object {
  return {
    v: 10,
    user: botUser,
    guilds: [{ id: guild.id, unavailable: true }],
    session_id: 's',
    resume_gateway_url: url,
    application: { id: '800', flags: 0 },
  };
}
