import { z } from 'zod';
import { articleIdSchema } from '../ids/ids.ts';

/**
 * A message says what its parts are, not how they look; each platform's renderer decides that. It is plain JSON, because
 * it waits in the outbox. Only `excerpt` spans hold words of articles, only `written`
 * spans those of a language model; all other text is the bot's own or a name.
 */
const spanSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({ kind: z.literal('strong'), text: z.string() }),
  /** Words of an article, exactly; `cites` are the numbers of the citations that prove them. */
  z.object({
    kind: z.literal('excerpt'),
    text: z.string(),
    cites: z.array(z.int().positive()).min(1),
    /** Quoted: the article has these words between quotation marks, and so are they shown. */
    shown: z.literal('quoted').optional(),
    /** The article says what its author thinks, and so it is said beside its words. */
    opinion: z.boolean().optional(),
  }),
  /** A sentence worded by a language model and checked against the sentences that `cites` names. */
  z.object({ kind: z.literal('written'), text: z.string(), cites: z.array(z.int().positive()).min(1) }),
  /** A moment (ISO 8601 UTC), which each reader sees in their own zone where the platform can do that. */
  z.object({ kind: z.literal('time'), at: z.string(), show: z.enum(['date', 'datetime']) }),
  /** Something to type, such as "/summit who". */
  z.object({ kind: z.literal('command'), text: z.string() }),
  /** Calls the people of a role (the platform's id). Alerts alone hold it: what an article says calls nobody. */
  z.object({ kind: z.literal('mention'), role: z.string().min(1) }),
  /** A channel (the platform's id), which readers see by its name. */
  z.object({ kind: z.literal('channel'), id: z.string().min(1) }),
]);

const blockSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heading'), text: z.string() }),
  z.object({ kind: z.literal('paragraph'), spans: z.array(spanSchema) }),
  z.object({ kind: z.literal('list'), items: z.array(z.array(spanSchema)) }),
  /** Small print: counts, as-of times, how the message came about. */
  z.object({ kind: z.literal('note'), spans: z.array(spanSchema) }),
  /** The message's citations as a list, grouped by article: publisher, title, date, link and numbers. */
  z.object({
    kind: z.literal('sources'),
    /** Only these numbers; all of the message's when absent. */
    of: z.array(z.int().positive()).optional(),
  }),
  /** Where a message is posted to a channel, what follows goes into its thread; elsewhere this is nothing. */
  z.object({ kind: z.literal('thread') }),
]);

export const citationSchema = z.object({
  /** The number shown in brackets, from 1; unique in the message. */
  number: z.int().positive(),
  article: articleIdSchema,
  publisher: z.string(),
  title: z.string(),
  url: z.string().nullable(),
  /** ISO 8601 UTC. */
  published: z.string().nullable(),
  sample: z.boolean(),
  /** It says what its author thinks. */
  opinion: z.boolean().optional(),
  sentence: z.int().nonnegative(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  sha256: z.string(),
});

export const messageSchema = z.object({
  title: z.string(),
  blocks: z.array(blockSchema),
  citations: z.array(citationSchema),
});

export type Span = z.infer<typeof spanSchema>;
export type Block = z.infer<typeof blockSchema>;
export type Citation = z.infer<typeof citationSchema>;
export type Message = z.infer<typeof messageSchema>;
