import { contradictions } from './kinds/contradictions.ts';
import { sharedBy } from './sets.ts';
import { type Telling, tellingOf } from './telling.ts';

/** A sentence, and when it was published, in milliseconds, where that is known. */
export interface Told {
  readonly text: string;
  readonly at?: number;
}

export interface Relation {
  readonly kind: 'same' | 'adds' | 'later' | 'contradicts' | 'different';
  readonly because: readonly string[];
}

/** Sentences that share less of the shorter one's matter are of different things. */
const oneThing = 0.5;
/** From so much of the shorter one's matter they tell the same. */
const sameThing = 0.6;
/** With the same deed, the same day and a name in common, so much is enough. */
const sameDeed = 0.5;
/** Fewer shared words are chance. */
const fewestShared = 3;
/** The other one adds when it has so many times the words. */
const muchMore = 1.7;
/** … or so many, and a number that the one lacks. */
const more = 1.15;
/** A number that was told so much later has grown, or was counted anew. */
const laterMs = 6 * 3_600_000;

/** What two sentences are to each other. The only place that decides it. */
export function relate(one: Told, other: Told): Relation {
  if (one.text === other.text) return { kind: 'same', because: ['the very same words'] };
  const [left, right] = [tellingOf(one.text), tellingOf(other.text)];
  if (left.read === 'no' || right.read === 'no') return { kind: 'different', because: ['a language that is not read'] };
  const shared = sharedBy(left.matter, right.matter);
  const share = shared / Math.max(1, Math.min(left.matter.size, right.matter.size));
  if (shared < fewestShared || share < oneThing) return { kind: 'different', because: ['they share too few words'] };
  const isLater = one.at !== undefined && other.at !== undefined && Math.abs(other.at - one.at) >= laterMs;
  const against = contradictions.flatMap(({ kind, grows, between }) => {
    const why = between(left, right);
    return why === undefined ? [] : [{ kind, grows, because: `${kind}: ${why}` }];
  });
  if (against.length > 0) {
    // Another deed on another day came after it.
    const goesOn =
      !isOneOf(left.deeds, right.deeds) && against.every(({ kind }) => kind === 'day' || kind === 'office');
    const hasGrown = isLater && (goesOn || against.some(({ grows }) => grows === 'yes'));
    return { kind: hasGrown ? 'later' : 'contradicts', because: against.map(({ because }) => because) };
  }
  if (isLater && isPlan(left) !== isPlan(right)) return { kind: 'later', because: ['one plans what the other tells'] };
  if (share < sameThing && !isOneDeed(left, right, share))
    return { kind: 'different', because: ['they share too little'] };
  return tellsMore(left, right) || tellsMore(right, left)
    ? { kind: 'adds', because: ['it tells more of it'] }
    : { kind: 'same', because: [`they share ${shared} words`] };
}

/**
 * Why one of two sentences cannot stand as a receipt of the other, however alike they are: it contradicts it, or one of them is in
 * a language that is not read. Undefined where nothing stands against it.
 */
export function contradictionBetween(one: string, other: string): string | undefined {
  if (one === other) return undefined;
  const [left, right] = [tellingOf(one), tellingOf(other)];
  if (left.read === 'no' || right.read === 'no') return 'a language that is not read';
  for (const { kind, between } of contradictions) {
    const why = between(left, right);
    if (why !== undefined) return `${kind}: ${why}`;
  }
  return undefined;
}

/** Whether two sentences tell one development, so that one line is enough for both. */
export function tellOne(one: string, other: string): boolean {
  const { kind } = relate({ text: one }, { text: other });
  return kind === 'same' || kind === 'adds';
}

function tellsMore(one: Telling, other: Telling): boolean {
  const hasFigures = [...one.figures].some((figure) => !other.figures.has(figure));
  return one.matter.size >= (hasFigures ? more : muchMore) * other.matter.size;
}

function isOneOf<Item>(some: ReadonlySet<Item>, all: ReadonlySet<Item>): boolean {
  return sharedBy(some, all) === some.size || sharedBy(some, all) === all.size;
}

function isOneDeed(one: Telling, other: Telling, share: number): boolean {
  return share >= sameDeed && sharedBy(one.deeds, other.deeds) > 0 && sharedBy(one.names, other.names) > 0;
}

function isPlan({ analysis }: Telling): boolean {
  return analysis.unreal.some(({ gives }) => gives === 'planned');
}
