import type { ChannelMoves } from '../../core/chat/channel-moves.ts';
import type { Database } from './database.ts';

/** Tables with a column for the channel, the document that holds the place too, and what there may be once in a channel. */
const tables = [
  { name: 'subscriptions', document: 'subscription', once: ['story'] },
  { name: 'watches', document: 'watch' },
  { name: 'deliveries', document: 'delivery' },
  { name: 'channel_settings', once: [] },
  { name: 'left_threads', once: ['thread'] },
] as const satisfies readonly {
  readonly name: string;
  readonly document?: string;
  readonly once?: readonly string[];
}[];

/** Moves channels in Postgres. */
export function channelMoves(database: Database): ChannelMoves {
  return {
    move: ({ platform, workspace, channel }, to) =>
      database.transaction(async (session) => {
        const params = [platform, workspace, channel, to];
        for (const table of tables) await session.change(moveRows(table), params);
        await session.change(moveButtons, params);
        const within = (id: string): string =>
          `,${[platform, workspace, id].map((part) => JSON.stringify(part)).join(',')},`;
        await session.change(moveConversations, [within(channel), within(to)]);
      }),
    moveWorkspace: ({ platform, workspace }, to) =>
      database.transaction(async (session) => {
        const params = [platform, workspace, to];
        for (const table of tables) await session.change(moveWorkspaceRows(table), params);
        await session.change(moveWorkspaceButtons, params);
        const within = (id: string): string => `,${JSON.stringify(platform)},${JSON.stringify(id)},`;
        await session.change(moveConversations, [within(workspace), within(to)]);
      }),
  };
}

function moveRows(table: (typeof tables)[number]): string {
  const document =
    'document' in table
      ? `, ${table.document} = jsonb_set(${table.document}, '{place,channel}', to_jsonb($4::text))`
      : '';
  const same = 'once' in table ? table.once.map((column) => ` AND there.${column} = here.${column}`).join('') : '';
  const taken = `SELECT FROM communique.${table.name} AS there
    WHERE there.platform = $1 AND there.workspace = $2 AND there.channel = $4${same}`;
  return `UPDATE communique.${table.name} AS here SET channel = $4${document}
    WHERE platform = $1 AND workspace = $2 AND channel = $3${'once' in table ? ` AND NOT EXISTS (${taken})` : ''}`;
}

function moveWorkspaceRows(table: (typeof tables)[number]): string {
  const document =
    'document' in table
      ? `, ${table.document} = jsonb_set(${table.document}, '{place,workspace}', to_jsonb($3::text))`
      : '';
  const same = 'once' in table ? table.once.map((column) => ` AND there.${column} = here.${column}`).join('') : '';
  const taken = `SELECT FROM communique.${table.name} AS there
    WHERE there.platform = $1 AND there.workspace = $3 AND there.channel = here.channel${same}`;
  return `UPDATE communique.${table.name} AS here SET workspace = $3${document}
    WHERE platform = $1 AND workspace = $2${'once' in table ? ` AND NOT EXISTS (${taken})` : ''}`;
}

const moveWorkspaceButtons = `UPDATE communique.buttons
  SET press = jsonb_set(press, '{place,workspace}', to_jsonb($3::text))
  WHERE press->'place'->>'platform' = $1 AND press->'place'->>'workspace' = $2`;

const moveButtons = `UPDATE communique.buttons SET press = jsonb_set(press, '{place,channel}', to_jsonb($4::text))
  WHERE press->'place'->>'platform' = $1 AND press->'place'->>'workspace' = $2 AND press->'place'->>'channel' = $3`;

/** A conversation's key is a JSON array with the place in it. */
const moveConversations = `UPDATE communique.conversations AS here SET key = replace(key, $1, $2)
  WHERE position($1 IN key) > 0
    AND NOT EXISTS (SELECT FROM communique.conversations AS there WHERE there.key = replace(here.key, $1, $2))`;
