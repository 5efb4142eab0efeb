import { isMap, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import type { ArticleDraft } from '../../core/articles/article.ts';
import { UserError } from '../../core/errors/errors.ts';
import { articleUrl } from '../../core/feeds/article-url.ts';
import { publishedSchema } from '../../core/feeds/published.ts';
import { nearest } from '../../core/text/nearest.ts';
import { fold } from '../web/html-text.ts';

const words = z
  .union([z.string(), z.number()], { error: 'must be a text' })
  .transform((value) => fold(String(value)))
  .refine((value) => value !== '', 'must not be empty');

const address = z.string({ error: 'must be an address' }).transform((value, context) => {
  const url = articleUrl(value);
  if (url !== undefined) return url;
  context.addIssue({
    code: 'custom',
    message: 'must be an http or https address such as https://www.example.org/article',
  });
  return z.NEVER;
});

const schema = z.object({
  title: words.optional(),
  publisher: words.optional(),
  source: words.optional(),
  url: address.optional(),
  published: publishedSchema.optional(),
  byline: words.optional(),
  section: words.optional(),
  language: z
    .string()
    .regex(/^[a-z]{2}$/, 'must be a two-letter code (ISO 639-1) such as en')
    .optional(),
  sample: z.boolean({ error: 'must be true or false' }).optional(),
});

/** What a text or Markdown file may say of itself before it begins; there `source` is another word for `publisher`. */
export type FrontMatter = Omit<ArticleDraft, 'text'>;

/** The longest front matter, in characters. */
const longestBlock = 10_000;

/**
 * Takes the block of YAML between two lines of `---` off the start of a text. Keys that it does not know are left to others,
 * unless they look like a slip of the pen. `file` is named in errors.
 * Throws UserError that names file, line and field of every fault.
 */
export function splitFrontMatter(text: string, file: string): { readonly fields: FrontMatter; readonly body: string } {
  // A line of hyphens is also a rule in Markdown: only one with a key under it begins front matter.
  if (!/^---[ \t]*\n\s*[a-z_][\w-]*[ \t]*:(?:\s|$)/i.test(text)) return { fields: {}, body: text };
  const start = text.indexOf('\n') + 1;
  const end = /^---[ \t]*(?:\n|$)/m.exec(text.slice(start, start + longestBlock));
  if (end === null) {
    throw new UserError(`${file}:1: the front matter has no end.`, 'Write a line of --- after its last field.');
  }
  return {
    fields: readFields(text.slice(start, start + end.index), file),
    body: text.slice(start + end.index + end[0].length).replace(/^\n+/, ''),
  };
}

function readFields(yaml: string, file: string): FrontMatter {
  const { document, lines } = parseForgiving(yaml);
  const [broken] = document.errors;
  // The block's first line is the file's second.
  if (broken !== undefined)
    throw faulty([`${file}:${lines.linePos(broken.pos[0]).line + 1}: not YAML: ${broken.message}`]);
  const keys = new Map<string, number>();
  for (const { key } of isMap(document.contents) ? document.contents.items : []) {
    const node = keySchema.safeParse(key);
    if (node.success) keys.set(node.data.value, lines.linePos(node.data.range[0]).line + 1);
  }
  const faults = [...keys].flatMap(([key, line]) => {
    const near = key in schema.shape ? undefined : nearest(key, Object.keys(schema.shape));
    return near === undefined ? [] : [`${file}:${line}: ${key}: no such field; did you mean "${near}"?`];
  });
  const parsed = schema.safeParse(document.toJS());
  for (const issue of parsed.error?.issues ?? []) {
    const field = String(issue.path[0] ?? 'front matter');
    faults.push(`${file}:${keys.get(field) ?? 1}: ${field}: ${issue.message}`);
  }
  if (!parsed.success || faults.length > 0) throw faulty(faults);
  return toFrontMatter(parsed.data);
}

/** A headline is typed as it stands: "title: Comment: a disaster" is no YAML, and what is meant is plain. */
function parseForgiving(yaml: string): ReturnType<typeof parse> {
  const strict = parse(yaml);
  return strict.document.errors.length === 0 ? strict : parse(yaml.replace(textLine, quotedWhereNeeded));
}

const textLine = /^((?:title|publisher|source|byline|section):)[ \t]+(\S.*?)[ \t]*$/gm;

function quotedWhereNeeded(line: string, key: string, value: string): string {
  return parse(line).document.errors.length === 0 ? line : `${key} ${JSON.stringify(value)}`;
}

function parse(yaml: string) {
  const lines = new LineCounter();
  return { document: parseDocument(yaml, { lineCounter: lines, prettyErrors: false }), lines };
}

function toFrontMatter({
  title,
  publisher,
  source,
  url,
  published,
  byline,
  section,
  language,
  sample,
}: z.infer<typeof schema>): FrontMatter {
  const name = publisher ?? source;
  return {
    ...(title !== undefined && { title }),
    ...(name !== undefined && { publisher: name }),
    ...(url !== undefined && { url }),
    ...(published !== undefined && { published }),
    ...(byline !== undefined && { byline }),
    ...(section !== undefined && { section }),
    ...(language !== undefined && { language }),
    ...(sample !== undefined && { sample }),
  };
}

const keySchema = z.object({ value: z.string(), range: z.tuple([z.number()], z.number()) });

function faulty(faults: readonly string[]): UserError {
  return new UserError(
    `${faults.join('; ')}.`,
    'Correct the lines between the two ---; the fields are title, publisher, url, published, byline, section, language and sample.',
  );
}
