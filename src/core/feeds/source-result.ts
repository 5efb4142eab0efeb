import type { ArticleDraft } from '../articles/article.ts';
import type { UserError } from '../errors/errors.ts';

/** What became of one document that a person named: a draft, or why there is none. */
export type SourceResult =
  | {
      /** The file, address or feed item it came from, as it is shown to the person. */
      readonly input: string;
      readonly draft: ArticleDraft;
      /** What the person should know although it was read: only a summary was to be had, say. */
      readonly note?: string;
    }
  | { readonly input: string; readonly error: UserError };
