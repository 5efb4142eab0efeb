import { z } from 'zod';
import { textFactsRules } from '../articles/text-facts.ts';
import { articleIdSchema, sha256, storyKeySchema } from '../ids/ids.ts';
import { readingRules } from '../reading/read-article.ts';
import type { Line } from '../messages/line.ts';
import type { Digest } from '../digests/digest.ts';
import type { Library } from '../stories/library.ts';
import { checkRules } from '../writing/check/bears-out.ts';

const receiptSchema = z.object({
  article: articleIdSchema,
  publisher: z.string(),
  url: z.string().nullable(),
  sentence: z.int().nonnegative(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

const lineSchema = z.object({
  text: z.string(),
  receipts: z.array(receiptSchema).min(1),
  origins: z.int(),
  /** What was shown instead of the text: a language model's sentence, and the receipts that it rests on. */
  written: z.object({ text: z.string(), by: z.string(), restsOn: z.array(receiptSchema).min(1) }).optional(),
});

/**
 * What a digest or a brief rests on, whole: what was read, what is shown of it, what was left out and why. It can be checked
 * later, and elsewhere, without asking anybody. Fields are added over time and never renamed.
 */
export const receiptsFileSchema = z.object({
  kind: z.literal('communique-receipts'),
  version: z.literal(1),
  story: storyKeySchema,
  title: z.string(),
  window: z.object({ from: z.string(), to: z.string() }),
  /** Versions of the rules that made it. */
  rules: z.object({ reading: z.int(), writing: z.int().optional(), sentences: z.int().optional() }),
  /** Every article of the window, shown or not; `sha256` is of the whole stored text. */
  articles: z.array(
    z.object({
      article: articleIdSchema,
      publisher: z.string(),
      title: z.string(),
      url: z.string().nullable(),
      published: z.string().nullable(),
      added: z.string(),
      sha256: z.string(),
      /** It says what its author thinks. */
      opinion: z.literal(true).optional(),
    }),
  ),
  lines: z.array(lineSchema),
  leftOut: z.array(z.object({ reason: z.string(), line: lineSchema })),
  /** What a publisher changed: both texts, as far as there are two. */
  corrected: z.array(z.object({ before: lineSchema.nullable(), after: lineSchema.nullable() })).default([]),
  /** What articles tell differently, each side by its value. */
  disputes: z
    .array(z.object({ kind: z.string(), sides: z.array(z.object({ value: z.string(), line: lineSchema })) }))
    .default([]),
});

export type ReceiptsFile = z.infer<typeof receiptsFileSchema>;

/** Every line of a receipts file, in its order. */
export function linesIn({ lines, leftOut, corrected, disputes }: ReceiptsFile): ReceiptsFile['lines'] {
  return [
    ...lines,
    ...corrected.flatMap(({ before, after }) => [before, after].filter((line) => line !== null)),
    ...disputes.flatMap(({ sides }) => sides.map(({ line }) => line)),
    ...leftOut.map(({ line }) => line),
  ];
}

/** The receipts of a digest of a library. */
export function receiptsOf(digest: Digest, library: Library): ReceiptsFile {
  const { story } = library;
  const changed = digest.corrected.flatMap(({ before, after }) => [before, after].filter((line) => line !== null));
  const told = digest.disputes.flatMap(({ sides }) => sides.map(({ line }) => line));
  const cited = [...digest.lines, ...changed, ...told, ...digest.leftOut.map(({ line }) => line)].flatMap(
    ({ receipts }) => receipts.map(({ article }) => article),
  );
  const articles = new Set([...digest.sources.map(({ article }) => article), ...cited]);
  return {
    kind: 'communique-receipts',
    version: 1,
    story: story.key,
    title: story.title,
    window: { ...digest.window },
    rules: { reading: readingRules, writing: checkRules, sentences: textFactsRules },
    articles: [...articles].flatMap((id) => {
      const held = library.article(id);
      if (held === undefined) return [];
      const { publisher, title, url, published, added, text, opinion } = held.article;
      return [
        {
          ...{
            article: id,
            publisher,
            title,
            url: url ?? null,
            published: published ?? null,
            added,
            sha256: sha256(text),
          },
          ...(opinion === true && { opinion }),
        },
      ];
    }),
    lines: digest.lines.map(copyOf),
    leftOut: digest.leftOut.map(({ reason, line }) => ({ reason, line: copyOf(line) })),
    corrected: digest.corrected.map(({ before, after }) => ({
      before: before === null ? null : copyOf(before),
      after: after === null ? null : copyOf(after),
    })),
    disputes: digest.disputes.map(({ kind, sides }) => ({
      kind,
      sides: sides.map(({ value, line }) => ({ value, line: copyOf(line) })),
    })),
  };
}

function copyOf({ text, receipts, origins, written }: Line): z.infer<typeof lineSchema> {
  const line = { text, receipts: receipts.map((receipt) => ({ ...receipt })), origins };
  if (written === undefined) return line;
  return { ...line, written: { ...written, restsOn: written.restsOn.map((receipt) => ({ ...receipt })) } };
}
