import type { ArticleDraft } from '../../core/articles/article.ts';
import { UserError } from '../../core/errors/errors.ts';
import { siteOf } from '../../core/feeds/article-url.ts';
import { languageOf } from './language.ts';
import { shorten, titleOf } from './title.ts';

/** The longest title taken over from a publisher, in characters. */
const longestTitle = 300;

/**
 * Gives a draft what its document does not say: a title from its text, a publisher from its address, else from the file's
 * name, and the language of its text. Throws UserError for a text without words, and when nothing tells the publisher.
 */
export async function completeDraft(
  draft: ArticleDraft,
  found: { readonly input: string; readonly fileName?: string; readonly url?: string },
): Promise<ArticleDraft> {
  if (!/\p{L}/u.test(draft.text))
    throw new UserError(`${found.input} holds no words.`, 'Check that the article is in it, or leave it out.');
  const url = draft.url ?? found.url;
  const publisher = draft.publisher ?? (url === undefined ? found.fileName : siteOf(url));
  if (publisher === undefined)
    throw new UserError(`Nothing says who published ${found.input}.`, 'Name the publisher with --source.');
  return {
    ...draft,
    publisher,
    title: shorten(draft.title ?? titleOf(draft.text), longestTitle),
    language: draft.language ?? (await languageOf(draft.text)),
  };
}
