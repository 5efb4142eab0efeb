import { areOpposedDeeds } from '../../language/en/deeds.ts';
import { areOpposite } from '../../language/en/opposites.ts';
import { areApart, type Quantity } from '../../language/quantity.ts';
import { roleModifiers, roleNouns } from '../../reading/english/titles.ts';
import { stem } from '../../words/stem.ts';
import { synonymsOf } from '../../words/synonyms.ts';
import { apart } from '../sets.ts';
import type { Telling } from '../telling.ts';

/** A kind of contradiction: how two tellings of one thing cannot both be right. */
export interface Contradiction {
  readonly kind: string;
  /** Why, in words; undefined where they do not contradict each other in this way. */
  readonly between: (one: Telling, other: Telling) => string | undefined;
  /** Whether what comes later may simply have grown: a toll, a price. */
  readonly grows: 'yes' | 'no';
}

/** A title is no name. */
const roleTerms = new Set([...roleNouns, ...roleModifiers, 'mr', 'mrs', 'ms'].map(stem));
/** So many shared words, and two sentences that differ in one word are told of two things. */
const nearlyAll = 4;

export const contradictions: readonly Contradiction[] = [
  { kind: 'number', grows: 'yes', between: numbers },
  { kind: 'opposite', grows: 'no', between: opposites },
  {
    kind: 'denial',
    grows: 'no',
    between: (one, other) => (one.denies === other.denies ? undefined : 'only one of them denies it'),
  },
  {
    kind: 'day',
    grows: 'no',
    between: (one, other) =>
      one.days.some((days, at) => apart(days, other.days[at] ?? new Set())) ? 'they give different days' : undefined,
  },
  {
    kind: 'name',
    grows: 'no',
    between: (one, other) =>
      namesElse(one, other) && namesElse(other, one) ? 'they name different people or places' : undefined,
  },
  {
    kind: 'office',
    grows: 'no',
    between: (one, other) =>
      one.former !== other.former && sharesName(one, other) ? 'only one of them says "former"' : undefined,
  },
  { kind: 'word', grows: 'no', between: otherWord },
];

/** All else is the same: then what stands in the one place is another thing ("nurses" and "teachers"). */
function otherWord(one: Telling, other: Telling): string | undefined {
  const [left, right] = [only(one, other), only(other, one)];
  const [own = '', others = ''] = [left[0], right[0]];
  if (left.length !== 1 || right.length !== 1 || one.matter.size <= nearlyAll) return undefined;
  const isKnown = one.terms.length === other.terms.length && !one.terms.includes(others) && !other.terms.includes(own);
  return isKnown && !synonymsOf(own).includes(others) ? `“${own}” and “${others}”` : undefined;
}

function only(one: Telling, other: Telling): string[] {
  return [...one.matter].filter((term) => !other.matter.has(term));
}

function numbers(one: Telling, other: Telling): string | undefined {
  for (const left of now(one)) {
    const rivals = now(other).filter((right) => left.unit === right.unit && left.counted === right.counted);
    if (rivals.length > 0 && rivals.every((right) => differ(left, right)))
      return `“${left.words.trim()}” and “${rivals[0]?.words.trim() ?? ''}”`;
  }
  return apart(one.figures, other.figures) ? 'they give different numbers' : undefined;
}

function now({ analysis }: Telling): readonly Quantity[] {
  return analysis.quantities.filter(({ role }) => role === 'now');
}

function differ(one: Quantity, other: Quantity): boolean {
  const isScore = (quantity: Quantity): boolean => quantity.upTo !== undefined && quantity.upTo < quantity.value;
  if (isScore(one) || isScore(other)) return one.value !== other.value || one.upTo !== other.upTo;
  return areApart(one, other);
}

function opposites(one: Telling, other: Telling): string | undefined {
  const own = one.terms.filter((term) => !other.terms.includes(term));
  const others = other.terms.filter((term) => !one.terms.includes(term));
  for (const left of own) {
    const right = others.find((term) => areOpposite(left, term));
    if (right !== undefined) return `“${left}” and “${right}”`;
  }
  const isOpposed = [...one.deeds].some(
    (left) =>
      !other.deeds.has(left) && [...other.deeds].some((right) => !one.deeds.has(right) && areOpposedDeeds(left, right)),
  );
  return isOpposed ? 'they tell opposite deeds' : undefined;
}

function namesElse(one: Telling, other: Telling): boolean {
  // In as many words a name that stands less often has made room for another ("PARIS - Leaders met in Oslo").
  const isAsLong = one.terms.length === other.terms.length;
  return [...one.names].some(
    (name) =>
      !roleTerms.has(name) && (isAsLong ? timesIn(name, one) > timesIn(name, other) : !other.terms.includes(name)),
  );
}

function timesIn(name: string, { terms }: Telling): number {
  return terms.filter((term) => term === name).length;
}

function sharesName(one: Telling, other: Telling): boolean {
  return [...one.names].some((name) => other.names.has(name));
}
