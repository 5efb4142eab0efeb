import { publishedDay } from '../articles/published.ts';
import type { Sentence } from '../articles/article.ts';
import type { DigestLine } from '../digests/digest.ts';
import { outdatedBy } from '../disputes/outdated.ts';
import { tollsIn } from '../disputes/tolls.ts';
import type { Line } from '../messages/line.ts';
import type { Library } from '../stories/library.ts';
import { type SentenceAt, sentenceLine } from '../stories/lines.ts';
import { putOffAt, putsOff } from '../stories/put-off.ts';

/** What a new line takes the place of. */
export interface Replaced {
  /** The number that is another now, as worded; null where the line as a whole no longer holds. */
  readonly value: string | null;
  readonly line: Line;
}

export interface NewLine extends DigestLine {
  /** Numbers and plans that this brings up to date, oldest first. */
  readonly replaces: readonly Replaced[];
}

/** A line with no more terms than these beside its number tells nothing else. */
const mostBesides = 2;

/** New lines with what they bring up to date; a line that another of them brings up to date stands only with that one. */
export function withReplaced(lines: readonly DigestLine[], library: Library): NewLine[] {
  const gone = new Set<string>();
  const news = lines.map((line): NewLine => {
    const at = placeOf(line, library);
    const counts = outdatedBy(at, library).filter((before) => !isOfPart(before));
    const plans = plansOffBy(at, library);
    for (const { besides, sentence } of counts) if (besides <= mostBesides) gone.add(keyOf(sentence));
    for (const { sentence } of plans) gone.add(keyOf(sentence));
    return {
      ...line,
      replaces: [
        ...counts.map(({ held, sentence, value }) => ({ value, line: sentenceLine(held, sentence) })),
        ...plans.map(({ held, sentence }) => ({ value: null, line: sentenceLine(held, sentence) })),
      ],
    };
  });
  return news.filter((line) => !gone.has(keyOf(placeOf(line, library).sentence)));
}

/** In its own article another sentence counts more of the same: it is the number of a part, as of one county. */
function isOfPart({ held, sentence }: SentenceAt): boolean {
  const own = tollsIn(sentence.text);
  return held.sentences
    .filter((other) => other !== sentence)
    .flatMap(({ text }) => tollsIn(text))
    .some(({ kind, value }) => own.some((toll) => toll.kind === kind && toll.value < value));
}

/** The plans that a sentence says are put off, called off or moved. */
function plansOffBy(at: SentenceAt, library: Library): SentenceAt[] {
  const notice = putOffAt(at.held, at.sentence);
  if (notice === undefined) return [];
  return library.articles.flatMap((held) =>
    held.reading.dated.flatMap(({ sentence: index, precision, date }): SentenceAt[] => {
      const sentence = held.sentences[index];
      const isPlan = precision === 'day' && date >= publishedDay(held.article);
      if (sentence === undefined || !isPlan || !putsOff(notice, { held, sentence, date })) return [];
      return [{ held, sentence }];
    }),
  );
}

function placeOf({ receipts: [{ article, sentence }] }: Line, library: Library): SentenceAt {
  const held = library.article(article);
  const found = held?.sentences[sentence];
  if (held === undefined || found === undefined) throw new Error(`a line cites ${article}, which is not held`);
  return { held, sentence: found };
}

function keyOf({ article, index }: Sentence): string {
  return `${article} ${index}`;
}
