import type { Block, Message, Span } from '../messages/message.ts';
import { command, counted, list, note, paragraph, text, time } from '../messages/spans.ts';
import { citerFor } from '../stories/citer.ts';
import type { Library } from '../stories/library.ts';
import { type Digest, type LeftOut, mostLeftOut } from './digest.ts';

/** A digest as a message. `nextDue`, ISO 8601 UTC, is when the next one comes, where that is known. */
export function digestMessage(digest: Digest, library: Library, nextDue?: string): Message {
  const title = `${library.story.title}: digest`;
  const next: Block[] =
    nextDue === undefined ? [] : [note(text('Next digest: '), time(nextDue, 'datetime'), text('.'))];
  if (library.articles.length === 0) return { title, blocks: [...nothingHeld(), ...next], citations: [] };
  if (digest.sources.length === 0) return { title, blocks: [nothingNew(digest, library), ...next], citations: [] };
  const citer = citerFor(library);
  const items = digest.lines.map((line): Span[] => [citer.excerpt(line)]);
  const blocks: Block[] = [
    note(...counts(digest, library)),
    items.length > 0 ? list(items) : paragraph(text('No sentence of these articles stands for itself.')),
    ...leftOutNote(digest.leftOut),
    ...next,
    { kind: 'sources' },
  ];
  return { title, blocks, citations: citer.citations() };
}

function nothingHeld(): Block[] {
  return [
    paragraph(
      text(
        'I hold no articles on this story, so I cannot say whether anything is new. Whoever runs me can add some with ',
      ),
      command('communique ingest FILE|FOLDER|URL'),
      text('.'),
    ),
  ];
}

function nothingNew({ window }: Digest, library: Library): Block {
  return paragraph(
    text('Nothing new since '),
    time(window.from, 'datetime'),
    text(`. I hold ${counted(library.articles.length, 'article')}.`),
  );
}

function counts({ sources, window }: Digest, library: Library): Span[] {
  const outlets = new Set(sources.map(({ publisher }) => publisher)).size;
  const origins = new Set(sources.map(({ article }) => library.article(article)?.origin)).size;
  const samples = sources.some(({ sample }) => sample)
    ? ' These include sample articles that are shipped with me.'
    : '';
  const said = `${counted(sources.length, 'article')} from ${counted(outlets, 'outlet')} and ${counted(origins, 'independent origin')}, `;
  const isFirst = Date.parse(window.from) === 0;
  const since = isFirst ? [] : [text('added since '), time(window.from, 'datetime'), text(', ')];
  return [text(said), ...since, text('as of '), time(window.to, 'datetime'), text(`.${samples}`)];
}

const reasons = {
  copy: (count: number) =>
    count === 1 ? '1 stands in a copy of another article' : `${count} stand in copies of other articles`,
  'same-as': (count: number) => (count === 1 ? '1 says the same' : `${count} say the same`),
  'less-important': (count: number) => (count === 1 ? '1 weighs less' : `${count} weigh less`),
} satisfies Record<LeftOut['reason'], (count: number) => string>;

function leftOutNote(leftOut: readonly LeftOut[]): Block[] {
  const parts = (['copy', 'same-as', 'less-important'] as const).flatMap((reason) => {
    const count = leftOut.filter((left) => left.reason === reason).length;
    return count === 0 ? [] : [reasons[reason](count)];
  });
  const others = leftOut.length < mostLeftOut ? '' : ', among others';
  return parts.length === 0 ? [] : [note(text(`Left out${others}: ${parts.join(', ')}.`))];
}
