import type { Block, Message, Span } from '../messages/message.ts';
import { command, counted, heading, list, note, paragraph, strong, text, time } from '../messages/spans.ts';
import { type Citer, citerFor } from '../stories/citer.ts';
import type { Library } from '../stories/library.ts';
import { writtenLabel } from '../writing/label.ts';
import type { BlindSpot } from './blind-spots.ts';
import { correctionSpans } from './corrected.ts';
import type { Digest, LeftOut } from './digest.ts';

/** What stands around a digest's lines. */
export interface DigestSurroundings {
  /** ISO 8601 UTC: when the next digest comes, where that is known. */
  readonly nextDue?: string | undefined;
  readonly blindSpots?: readonly BlindSpot[];
}

/**
 * A digest as a message: at most twelve lines for the channel; corrections, contradictions, what was left out and the sources
 * for its thread.
 */
export function digestMessage(
  digest: Digest,
  library: Library,
  { nextDue, blindSpots = [] }: DigestSurroundings = {},
): Message {
  const title = `${library.story.title}: digest`;
  const blind = blindSpots.length === 0 ? [] : [note(...blindSpans(blindSpots, library.story))];
  const next: Span[] = nextDue === undefined ? [] : [text('Next digest: '), time(nextDue, 'datetime'), text('.')];
  const last = next.length === 0 ? [] : [note(...next)];
  if (library.articles.length === 0) return { title, blocks: [...nothingHeld(), ...blind, ...last], citations: [] };
  if (digest.sources.length === 0)
    return { title, blocks: [nothingNew(digest, library, blindSpots), ...blind, ...last], citations: [] };
  const citer = citerFor(library);
  const items = digest.lines.map((line): Span[] =>
    line.updates === undefined ? citer.dated(line) : [strong('Update: '), ...citer.dated(line)],
  );
  const below = [...correctedBlocks(digest, citer), ...disputeBlocks(digest, citer), ...leftOutNote(digest)];
  const label = writtenLabel(digest.lines);
  const closing = [...label, ...(label.length === 0 ? [] : [text(' ')]), ...hintOf(digest), ...next];
  const blocks: Block[] = [
    note(...counts(digest, library)),
    items.length > 0 ? list(items) : paragraph(text(noLine(digest))),
    ...blind,
    ...(closing.length === 0 ? [] : [note(...closing)]),
    { kind: 'thread' },
    ...below,
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

function nothingNew({ window }: Digest, library: Library, blindSpots: readonly BlindSpot[]): Block {
  return paragraph(
    text(blindSpots.length === 0 ? 'Nothing new since ' : 'Nothing new in what I could look at since '),
    time(window.from, 'datetime'),
    text(`. I hold ${counted(library.articles.length, 'article')}.`),
  );
}

function noLine({ leftOutCounts }: Digest): string {
  return leftOutCounts['same-as'] > 0
    ? 'These articles say nothing that was not said before.'
    : 'No sentence of these articles stands for itself.';
}

const blindWords = {
  blocked: 'refused to be read',
  broken: 'could not be read',
  timeout: 'did not answer in time',
} satisfies Record<BlindSpot['condition'], string>;

/** Those that fail alike since the same minute are told together: most often it is our own line that is down. */
function blindSpans(blindSpots: readonly BlindSpot[], story: Library['story']): Span[] {
  const alike = new Map<string, { readonly spot: BlindSpot; readonly publishers: string[] }>();
  for (const spot of blindSpots) {
    const key = `${spot.condition} ${spot.since?.slice(0, 'YYYY-MM-DDTHH:MM'.length) ?? ''}`;
    const known = alike.get(key) ?? { spot, publishers: [] };
    alike.set(key, { ...known, publishers: [...known.publishers, spot.publisher] });
  }
  const told = [...alike.values()].flatMap(({ spot: { since, condition }, publishers }, index): Span[] => [
    text(`${index === 0 ? '' : '; '}${publishers.join(', ')}`),
    ...(since === null ? [] : [text(' since '), time(since, 'datetime')]),
    text(` (${blindWords[condition]})`),
  ]);
  return [text('I could not look at '), ...told, text('. Why: '), command(`/${story.key} health`)];
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

/** That there is more to know than the lines tell. */
function hintOf({ corrected, disputes }: Digest): Span[] {
  const parts = [
    ...(corrected.length === 0 ? [] : [counted(corrected.length, 'correction')]),
    ...(disputes.length === 0 ? [] : [counted(disputes.length, 'contradiction')]),
  ];
  return parts.length === 0 ? [] : [text(`Below: ${parts.join(' and ')}. `)];
}

function correctedBlocks({ corrected }: Digest, citer: Citer): Block[] {
  if (corrected.length === 0) return [];
  return [heading('Corrected by the publisher'), list(corrected.map((line) => correctionSpans(line, citer)))];
}

function disputeBlocks({ disputes }: Digest, citer: Citer): Block[] {
  const items = disputes
    .slice(0, shownDisputes)
    .map(({ sides }) =>
      sides.flatMap(({ line }, index): Span[] => [...(index === 0 ? [] : [text(' Against: ')]), citer.excerpt(line)]),
    );
  return items.length === 0 ? [] : [heading('Told differently'), list(items)];
}

const shownDisputes = 3;

const reasons = {
  copy: (count: number) => counted(count, 'copy of another article', 'copies of other articles'),
  suspect: (count: number) =>
    count === 1
      ? '1 article that talks to machines or hides something'
      : `${count} articles that talk to machines or hide something`,
  'same-as': (count: number) =>
    count === 1 ? '1 sentence that says what another says' : `${count} sentences that say what others say`,
  'less-important': (count: number) =>
    count === 1 ? '1 sentence that weighs less' : `${count} sentences that weigh less`,
} satisfies Record<LeftOut['reason'], (count: number) => string>;

function leftOutNote({ leftOutCounts }: Digest): Block[] {
  const parts = (['suspect', 'copy', 'same-as', 'less-important'] as const).flatMap((reason) =>
    leftOutCounts[reason] === 0 ? [] : [reasons[reason](leftOutCounts[reason])],
  );
  return parts.length === 0 ? [] : [note(text(`Left out: ${parts.join(', ')}.`))];
}
