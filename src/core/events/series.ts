import { analyse } from '../language/analyse.ts';
import { tellsOnlyCounting } from '../language/context.ts';
import { relate } from './relate.ts';
import { apart, sharedBy } from './sets.ts';
import { type Telling, tellingOf } from './telling.ts';

/** How many people something befell, as a sentence counts them: `kind` is what befell them, `who` is counted. */
export interface Toll {
  readonly kind: string;
  readonly who: string;
  readonly value: number;
}

/** A sentence with what it counts, and when it was published, in milliseconds. */
export interface Counting {
  readonly text: string;
  readonly at: number;
  readonly tolls: readonly Toll[];
}

/** Counts closer together are of one moment: where they differ, they are disputed. */
const sameMomentMs = 3_600_000;
/** Later than this another event is counted. */
const longestMs = 14 * 86_400_000;
/** "to 25 percent from 82" is of what an earlier sentence told at 82 when they share so many words. */
const fewestShared = 2;
/** A sentence with no more terms beside its number says nothing else. */
const bare = 1;

/** Whether the later of two sentences gives the value that stands now of a thing of which the earlier one gives an older value. */
export function supersedes(now: Counting, before: Counting): boolean {
  const age = now.at - before.at;
  if (age < sameMomentMs || age > longestMs) return false;
  const [left, right] = [tellingOf(now.text), tellingOf(before.text)];
  return saysBefore(left, right) || growsToll(now, before) || isRecount(now, before);
}

/** Whether two counts may be of one place: what one of them names of places and names the other has, or it names none. */
export function ofOnePlace(now: string, before: string): boolean {
  const [left, right] = [tellingOf(now).names, tellingOf(before).names];
  return !apart(left, right);
}

/** "to 9 crowns from the current 14": the sentence itself says what it takes the place of. */
function saysBefore(now: Telling, before: Telling): boolean {
  const olds = now.analysis.quantities.filter(({ role }) => role === 'before');
  if (olds.length === 0 || sharedBy(now.matter, before.matter) < fewestShared) return false;
  return before.analysis.quantities.some(
    ({ role, unit, value }) => role === 'now' && olds.some((old) => old.unit === unit && old.value === value),
  );
}

function growsToll(now: Counting, before: Counting): boolean {
  if (!ofOnePlace(now.text, before.text) || !mayBeOneEvent(tellingOf(now.text), tellingOf(before.text))) return false;
  return now.tolls.some(({ kind, who, value }) =>
    before.tolls.some((old) => old.kind === kind && old.who === who && old.value < value),
  );
}

/** They name one place, or tell of one thing ("slide", "mudslides"), or one of them says nothing but the number. */
function mayBeOneEvent(now: Telling, before: Telling): boolean {
  if (sharedBy(now.names, before.names) > 0) return true;
  const [left, right] = [eventOf(now), eventOf(before)];
  if (left.length <= bare || right.length <= bare) return true;
  return left.some((term) => right.some((other) => term.endsWith(other) || other.endsWith(term)));
}

function eventOf({ matter, deeds, names }: Telling): string[] {
  return [...matter].filter((term) => !deeds.has(term) && !names.has(term) && !tellsOnlyCounting(term));
}

/** The same sentence but for its number. */
function isRecount(now: Counting, before: Counting): boolean {
  if (analyse(now.text).quantities.length === 0 || analyse(before.text).quantities.length === 0) return false;
  const { kind, because } = relate(before, now);
  return kind === 'later' && because.some((why) => why.startsWith('number:'));
}
