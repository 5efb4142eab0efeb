import { marked } from 'marked';
import { UserError } from '../../core/errors/errors.ts';
import { fold, paragraphsOf } from '../web/html-text.ts';
import { parseDocument } from '../web/dom.ts';
import { unwrap } from './plain-text.ts';

/** The longest Markdown, in characters: some 15,000 words. The parser's time grows with the square of it, for text made to that end. */
const longestMarkdown = 100_000;

/**
 * The text of Markdown, a paragraph, heading or list item a line, and its first heading. A heading at the start is only
 * the title. Throws UserError for what is too long or too deep to be an article.
 */
export function readMarkdown(markdown: string): { readonly text: string; readonly title?: string } {
  const document = parseDocument(toHtml(markdown));
  const paragraphs = paragraphsOf(document.body).map(({ text }) => text);
  const title = fold(document.querySelector('h1, h2, h3, h4, h5, h6')?.textContent ?? '');
  if (title === '') return { text: paragraphs.join('\n') };
  const body = paragraphs[0] === title && paragraphs.length > 1 ? paragraphs.slice(1) : paragraphs;
  return { text: body.join('\n'), title };
}

function toHtml(markdown: string): string {
  const mend = 'Save the text of the article as a plain text file and add that.';
  if (markdown.length > longestMarkdown)
    throw new UserError(`The Markdown has more than ${longestMarkdown} characters.`, mend);
  try {
    // Markdown joins lines; but a line that was ended by hand is one: a caption, a stamp, a heading without its mark.
    return marked.parse(unwrap(markdown), { async: false, breaks: true }).replaceAll('<br>', '<br><br>');
  } catch (cause) {
    // The parser calls itself for each level of a quotation or a list, and runs out of stack where there are thousands.
    throw new UserError('The Markdown cannot be taken apart: its lists or quotations are too deep.', mend, { cause });
  }
}
