import type { Written } from '../messages/line.ts';
import type { Answer } from './answer.ts';
import { faultIn } from './check/bears-out.ts';
import type { Fault } from './check/fault.ts';
import type { Passage } from './passages.ts';

/** What became of an answer: what was written for a line, by the line's place, and why other sentences were not taken. */
export interface Checked {
  readonly taken: ReadonlyMap<number, Written>;
  readonly refused: readonly Refusal[];
}

export interface Refusal {
  readonly kind: Fault['kind'] | 'ids' | 'twice';
  /** The written sentence, cut to a length for a log. */
  readonly text: string;
  readonly words?: string;
}

/**
 * Takes the sentences of an answer that can be shown. Each must name the first sentence of one passage, name no sentence of
 * another, come once for its passage, and say nothing but what each sentence it names says.
 */
export function checkedAnswer({ sentences }: Answer, passages: readonly Passage[], by: string): Checked {
  const taken = new Map<number, Written>();
  const refused: Refusal[] = [];
  const counts = new Map<Passage, number>();
  const placed = sentences.map((sentence) => ({ ...sentence, passage: passageOf(sentence.restsOn, passages) }));
  for (const { passage } of placed) if (passage !== undefined) counts.set(passage, (counts.get(passage) ?? 0) + 1);
  for (const { text, restsOn, passage } of placed) {
    const refuse = (refusal: Omit<Refusal, 'text'>): number => refused.push({ text: text.slice(0, 200), ...refusal });
    if (passage === undefined) {
      refuse({ kind: 'ids' });
      continue;
    }
    if ((counts.get(passage) ?? 0) > 1) {
      refuse({ kind: 'twice' });
      continue;
    }
    const named = passage.sentences.filter(({ id }) => restsOn.includes(id));
    const fault = named.map((source) => faultIn(text, source.text)).find((found) => found !== undefined);
    const [first, ...others] = named;
    if (fault !== undefined) refuse({ kind: fault.kind, words: fault.words.slice(0, 80) });
    else if (first !== undefined && first.text !== text)
      taken.set(passage.line, { text, by, restsOn: [first.receipt, ...others.map(({ receipt }) => receipt)] });
  }
  return { taken, refused };
}

/** The passage of which all these ids are, the first among them. */
function passageOf(ids: readonly string[], passages: readonly Passage[]): Passage | undefined {
  return passages.find(({ sentences }) => {
    const known = sentences.map(({ id }) => id);
    return ids.includes(known[0] ?? '') && ids.every((id) => known.includes(id)) && new Set(ids).size === ids.length;
  });
}
