import type { Sentence } from '../articles/article.ts';
import { UserError } from '../errors/errors.ts';
import { articleIdSchema } from '../ids/ids.ts';
import type { HeldArticle, Library } from '../stories/library.ts';
import { folded } from '../text/fold.ts';
import type { CommandContext } from './define-command.ts';

/** What somebody asks about: an article, and the sentence of it that a number cites. */
export interface CitedPlace {
  readonly held: HeldArticle;
  readonly sentence?: Sentence;
  /** The answer that the number stands in. */
  readonly shownIn?: string;
}

/**
 * Finds what "3", an address or an article's id stands for; undefined when no held article has it. Throws UserError for a
 * number that the last answer does not have.
 */
export async function findPlace(
  typed: string,
  library: Library,
  context: CommandContext,
): Promise<CitedPlace | undefined> {
  const number = /^\[?(\d{1,3})\]?$/.exec(typed.trim())?.[1];
  if (number !== undefined) return numbered(Number(number), library, context);
  const id = articleIdSchema.safeParse(typed.trim());
  const held = id.success ? library.article(id.data) : byAddress(typed, library);
  return held === undefined ? undefined : { held };
}

async function numbered(number: number, library: Library, context: CommandContext): Promise<CitedPlace> {
  const shown = await context.numbered();
  const command = `/${context.story.key}`;
  if (shown === undefined)
    throw new UserError('I have shown you no numbers here yet.', `Ask something first, for example ${command} brief.`);
  const citation = shown.citations.find((candidate) => candidate.number === number);
  if (citation === undefined) {
    const last = shown.citations.at(-1)?.number ?? 0;
    const mend = last > 1 ? `Its numbers go from 1 to ${last}.` : `Its only number is ${last}.`;
    throw new UserError(
      `“${shown.title}” has no number ${number}.`,
      last === 0 ? `It has none. Ask something first, for example ${command} brief.` : mend,
    );
  }
  const held = library.article(citation.article);
  const sentence = held?.sentences[citation.sentence];
  if (held === undefined || sentence === undefined)
    throw new UserError(`I no longer hold the article of number ${number}.`, `Ask again: ${command} brief.`);
  return { held, sentence, shownIn: shown.title };
}

/** The outlet of this name; the only one that has what was typed as a word of its name, else. */
export function outletNamed(typed: string, library: Library): string | undefined {
  const publishers = [...new Set(library.articles.map(({ article }) => article.publisher))];
  const wanted = folded(typed.trim());
  const exact = publishers.find((publisher) => folded(publisher) === wanted);
  const [holder, ...others] = publishers.filter((publisher) => folded(publisher).split(/\s+/).includes(wanted));
  return exact ?? (others.length === 0 ? holder : undefined);
}

/** Two spellings of one address are one article: the trailing slash and what stands behind "?" or "#" do not count. */
function byAddress(typed: string, library: Library): HeldArticle | undefined {
  const wanted = plain(typed);
  return library.articles.find(({ article }) => article.url !== undefined && plain(article.url) === wanted);
}

function plain(address: string): string {
  return address
    .trim()
    .replace(/^<|>$/g, '')
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '')
    .toLowerCase();
}
