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
  /** Sends a gateway event; what nobody is there to hear is sent when the session is resumed. */
  dispatch(event: string, data: object): void;
  /** Breaks the connection without a word. */
  drop(): void;
  /** Closes the connection with one of Discord's codes. */
  shut(code: number): void;
  /** How many shards Discord asks for. */
  setShards(count: number): void;
  /** Closes every connection that asks for these intents with 4014. */
  disallow(intents: number): void;
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
  let shards = 1;
  let listener: WebSocket | undefined;

  const dispatch = (t: string, d: object): void => {
    const packet = { op: 0, t, s: sent.length + 1, d } as const;
    sent.push(packet);
    if (listener?.readyState === 1) listener.send(JSON.stringify(packet));
  };
  const waiting = new Set<() => void>();
  const welcome = (socket: WebSocket, identify: Identify): void => {
    identified.push(identify);
    for (const look of waiting) look();
    if ((identify.intents & forbidden) !== 0) return socket.close(disallowedIntents);
    const [shard = 0] = identify.shard;
    if (shard > 0) {
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
  };

  sockets.on('connection', (socket) => {
    socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: 45_000 } }));
    socket.on('message', (data) => {
      const packet = packetSchema.parse(JSON.parse(String(data)));
      if (packet.op === 1) socket.send(JSON.stringify({ op: 11 }));
      else if (packet.op === 2) welcome(socket, packet.d);
      else goOn(socket, packet.d.seq);
    });
  });

  return {
    connect,
    identified,
    whenIdentified: (count) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (identified.length < count) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    resumed,
    dispatch,
    drop: () => listener?.terminate(),
    shut: (code) => listener?.close(code),
    setShards: (count) => {
      shards = count;
    },
    disallow: (intents) => {
      forbidden = intents;
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
