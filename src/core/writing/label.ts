import type { Line } from '../messages/line.ts';
import type { Span } from '../messages/message.ts';
import { text, writtenMark } from '../messages/spans.ts';

/** Says which lines are a language model's, where there are any. */
export function writtenLabel(lines: readonly Line[]): Span[] {
  const model = lines.find(({ written }) => written !== undefined)?.written?.by;
  if (model === undefined) return [];
  const where = `${writtenMark.trim()}: wording by a language model (${model}), each sentence checked against its sources.`;
  return [text(`${where} All else is the articles’ own words.`)];
}
