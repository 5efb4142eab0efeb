import { z } from 'zod';
import { articleIdSchema } from '../ids/ids.ts';

const textSpanSchema = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() });

const spanSchema = z.object({
  /** Index of the sentence that holds the span. */
  sentence: z.int().nonnegative(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
});

export const actorReadingSchema = z.object({
  /** The fullest form of the name in the article, as worded there. */
  name: z.string(),
  kind: z.enum(['person', 'organisation']),
  /** `surname`: the article gives only a surname; unless the rest of the story completes it, it is nobody. */
  certainty: z.enum(['named', 'surname']),
  /** Every place where the article names the actor, in order; `text` is the form used there, without title. */
  mentions: z.array(spanSchema.extend({ text: z.string() })),
  /** Roles as the article words them ("Russia's Foreign Minister"), in order, without a leading article. */
  roles: z.array(spanSchema.extend({ text: z.string() })),
  /** Places where the article speaks of the person by role alone ("the Foreign Secretary"), in order. */
  references: z.array(spanSchema.extend({ text: z.string() })).default([]),
});

const statementReadingSchema = spanSchema.extend({
  /** `name` of the actor in this reading who speaks, where that is sure; `start` and `end` span the whole sentence. */
  speaker: z.string().optional(),
  /** `saying`: it was said or written; `stance`: it is thought, felt, planned or shown. */
  kind: z.enum(['saying', 'stance']),
  /** The words that name whoever says it, as worded: "officials", "he", "the report". */
  source: textSpanSchema.optional(),
  /** To whom it is said, as worded: "reporters". */
  to: textSpanSchema.optional(),
  /** The word that makes it a statement: said, warned, insisted… */
  cue: z.string(),
  /** True when the sentence holds a direct quotation of the speaker, between quotation marks. */
  quoted: z.boolean(),
  /** What was said, as a span of the article's text. */
  content: textSpanSchema,
});

const datedReadingSchema = spanSchema.extend({
  /** ISO 8601 date: yyyy-mm-dd, yyyy-mm or yyyy, as long as `precision` allows. */
  date: z.string(),
  precision: z.enum(['day', 'month', 'year']),
  /** The words that give the date ("on Monday"), as a span; `start` and `end` above span the whole sentence. */
  words: textSpanSchema,
});

/** What was read out of one article's text: plain JSON, stored with the rules' version that read it. */
export const readingSchema = z.object({
  article: articleIdSchema,
  /** Version of the reading rules; a stored reading of an older version is read again. */
  rules: z.int(),
  actors: z.array(actorReadingSchema),
  statements: z.array(statementReadingSchema),
  dated: z.array(datedReadingSchema),
});

export type Reading = z.infer<typeof readingSchema>;
export type ActorReading = z.infer<typeof actorReadingSchema>;
export type StatementReading = z.infer<typeof statementReadingSchema>;
export type DatedReading = z.infer<typeof datedReadingSchema>;
