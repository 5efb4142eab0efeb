import type { Line } from '../messages/line.ts';
import type { Block, Message, Span } from '../messages/message.ts';
import { command, counted, heading, list, note, text } from '../messages/spans.ts';
import { type Citer, citerFor } from '../stories/citer.ts';
import type { Library } from '../stories/library.ts';
import type { Match } from './find-matches.ts';
import { describeRule, type Watch } from './watch.ts';

/** More than this is for the next digest to weigh. */
const mostSentences = 8;
const mostDisputes = 3;

export interface Finding {
  readonly watch: Pick<Watch, 'kind' | 'what' | 'role'>;
  readonly matches: readonly Match[];
}

/** One message for all that a channel's watches found: each sentence once, with the watches that it is for. */
export function alertMessage(findings: readonly Finding[], library: Library): Message {
  const citer = citerFor(library);
  const blocks = [...mentions(findings), ...sentences(findings, citer), ...disputes(findings, citer)];
  return {
    title: `${library.story.title}: something you watch`,
    blocks: [
      ...blocks,
      note(
        text('At most one such message comes in an hour. What is watched here: '),
        command(`/${library.story.key} watch list`),
        text('.'),
      ),
      { kind: 'sources' },
    ],
    citations: citer.citations(),
  };
}

/** The roles of the watches that found something, each once. */
function mentions(findings: readonly Finding[]): Block[] {
  const roles = new Set(findings.flatMap(({ watch }) => watch.role ?? []));
  const spans = [...roles].flatMap((role, index): Span[] => [
    ...(index === 0 ? [] : [text(' ')]),
    { kind: 'mention', role },
  ]);
  return spans.length === 0 ? [] : [{ kind: 'paragraph', spans }];
}

function sentences(findings: readonly Finding[], citer: Citer): Block[] {
  const found = new Map<string, { readonly line: Line; readonly rules: string[] }>();
  for (const { watch, matches } of findings.filter((finding) => finding.watch.kind !== 'dispute')) {
    for (const line of matches.flatMap(({ lines }) => lines)) {
      const [{ article, start }] = line.receipts;
      const key = `${article}:${start}`;
      const known = found.get(key) ?? { line, rules: [] };
      known.rules.push(describeRule(watch));
      found.set(key, known);
    }
  }
  const all = [...found.values()];
  const shown = all.slice(0, mostSentences);
  if (shown.length === 0) return [];
  const item = ({ line, rules }: (typeof all)[number]): Span[] => [citer.excerpt(line), text(` — ${rules.join('; ')}`)];
  return [list(shown.map(item)), ...more(all.length - shown.length, 'sentence')];
}

function disputes(findings: readonly Finding[], citer: Citer): Block[] {
  const found = new Map<string, readonly Line[]>();
  for (const { matches } of findings.filter(({ watch }) => watch.kind === 'dispute'))
    for (const { lines } of matches) found.set(lines.map((line) => line.receipts[0].sha256).join(), lines);
  const all = [...found.values()];
  return [
    ...all
      .slice(0, mostDisputes)
      .flatMap((lines) => [
        heading('Articles contradict each other'),
        list(lines.map((line) => [citer.excerpt(line), text(` — ${counted(line.origins, 'origin')}`)])),
      ]),
    ...more(all.length - mostDisputes, 'contradiction'),
  ];
}

function more(count: number, what: string): Block[] {
  return count <= 0 ? [] : [note(text(`And ${counted(count, `more ${what}`)}.`))];
}
