import { z } from 'zod';
import type { DomDocument } from './dom.ts';

/** What a page's JSON-LD says of its article. */
export interface LinkedData {
  readonly headline?: string;
  readonly datePublished?: string;
  readonly dateModified?: string;
  readonly author?: string;
  /** schema.org's articleSection; "Opinion" for its OpinionNewsArticle. */
  readonly section?: string;
  readonly publisher?: string;
  readonly language?: string;
}

const text = z.string().trim().min(1).optional().catch(undefined);
const named = z
  .union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)])
  .optional()
  .catch(undefined);

const names = z
  .union([z.array(named), named])
  .transform((value) => [value].flat().filter((name) => name !== undefined))
  .transform((list) => (list.length === 0 ? undefined : list.join(', ')))
  .optional()
  .catch(undefined);

const articleSchema = z.object({
  '@type': z.union([z.string(), z.array(z.string())]).transform((type) => [type].flat()),
  headline: text,
  datePublished: text,
  dateModified: text,
  author: names,
  articleSection: names,
  publisher: named,
  inLanguage: named,
});

/** Reads the first article of a page's JSON-LD (schema.org's Article and its kinds). Faulty blocks are passed over. */
export function readLinkedData(document: DomDocument): LinkedData {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    for (const candidate of candidates(parseJson(script.textContent))) {
      const parsed = articleSchema.safeParse(candidate);
      if (!parsed.success || !parsed.data['@type'].some((type) => /(?:Article|BlogPosting|Report)$/.test(type)))
        continue;
      const { headline, datePublished, dateModified, publisher, inLanguage, author, articleSection } = parsed.data;
      const sections = parsed.data['@type'].includes('OpinionNewsArticle')
        ? ['Opinion', articleSection]
        : [articleSection];
      const section = sections.filter((name) => name !== undefined).join(', ');
      return {
        ...(headline !== undefined && { headline }),
        ...(datePublished !== undefined && { datePublished }),
        ...(dateModified !== undefined && { dateModified }),
        ...(author !== undefined && { author }),
        ...(section !== '' && { section }),
        ...(publisher !== undefined && { publisher }),
        ...(inLanguage !== undefined && { language: inLanguage }),
      };
    }
  }
  return {};
}

const graphSchema = z.object({ '@graph': z.array(z.unknown()) });

function candidates(value: unknown): unknown[] {
  const listed = Array.isArray(value) ? value : [value];
  return listed.flatMap((entry: unknown) => {
    const graph = graphSchema.safeParse(entry);
    return graph.success ? [entry, ...graph.data['@graph']] : [entry];
  });
}

function parseJson(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return undefined;
  }
}
