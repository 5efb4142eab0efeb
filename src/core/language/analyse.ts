import { remembered } from '../text/remembered.ts';
import { clausesOf } from './en/clauses.ts';
import { quantitiesOf } from './en/quantities.ts';
import { negationRules } from './en/rules/negation.ts';
import { outlookRules, type Unreal } from './en/rules/outlook.ts';
import type { Quantity } from './quantity.ts';
import { type Match, matchesOf } from './rule.ts';

/** How a clause is told: as something that is so or was done, that is to come, that somebody asks for, that may be, or that is not so. */
export type Outlook = 'done' | Unreal | 'denied';

export interface Clause {
  /** UTF-16 code units into the sentence. */
  readonly start: number;
  readonly end: number;
  readonly outlook: Outlook;
}

/** What a sentence says, as far as it is read: made once for each sentence. */
export interface Analysis {
  readonly text: string;
  readonly quantities: readonly Quantity[];
  /** Where a word turns what is said into its opposite, and by which rule. */
  readonly negations: readonly Match<'denied'>[];
  /** Where a word says that something is planned, asked for or supposed, and by which rule. */
  readonly unreal: readonly Match<Unreal>[];
  readonly clauses: readonly Clause[];
}

const kept = 20_000;

/** The analysis of an English sentence. */
export const analyse: (text: string) => Analysis = remembered((text) => {
  const negations = matchesOf(negationRules, text);
  const unreal = matchesOf(outlookRules, text);
  return {
    text,
    quantities: quantitiesOf(text),
    negations,
    unreal,
    clauses: clausesOf(text).map(({ start, end }) => ({
      start,
      end,
      outlook: outlookIn({ start, end }, negations, unreal),
    })),
  };
}, kept);

/** How the clause at a place of a sentence is told. */
export function outlookAt(text: string, at: number): Outlook {
  return analyse(text).clauses.find(({ start, end }) => start <= at && at < end)?.outlook ?? 'done';
}

/** Whether any clause of a sentence looks ahead to what is to come. */
export function looksAhead(text: string): boolean {
  return analyse(text).unreal.some(({ gives }) => gives === 'planned');
}

function outlookIn(
  { start, end }: { readonly start: number; readonly end: number },
  negations: Analysis['negations'],
  unreal: Analysis['unreal'],
): Outlook {
  const isIn = (match: { readonly start: number }): boolean => start <= match.start && match.start < end;
  if (negations.some(isIn)) return 'denied';
  const found = unreal.filter(isIn);
  return (['supposed', 'asked', 'planned'] as const).find((one) => found.some(({ gives }) => gives === one)) ?? 'done';
}
