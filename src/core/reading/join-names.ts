import { demonyms, isPlace } from './english/places.ts';
import { titleOf, type NameCandidate } from './find-names.ts';
import { isFirstName } from './english/first-names.ts';
import { isRoleNoun, titleBefore } from './find-roles.ts';
import type { TaggedName } from './tagger/tag-names.ts';
import type { Token } from './tokens.ts';

/** Below this margin the tagger guesses: seen on re3d, where four of five such names are none. */
const clearMargin = 200;

/**
 * Joins what the rules and the tagger find in a sentence. Where the sentence itself shows what a name is (a title, a
 * ministry), the rules are right; of the rest, the tagger decides.
 */
export function joinNames(
  candidates: readonly NameCandidate[],
  tagged: readonly TaggedName[],
  tokens: readonly Token[],
): NameCandidate[] {
  const sure = candidates.filter(
    (candidate) => candidate.evidence === 'sure' && !isDoubtful(candidate, { tagged, tokens }),
  );
  const read = tagged
    .filter(({ margin }) => margin >= clearMargin)
    .flatMap((name) => readTagged(name, tokens))
    .filter((name) => !sure.some((other) => overlaps(other, name)));
  const known = [...sure, ...read];
  const rest = candidates.filter(
    (candidate) =>
      !sure.includes(candidate) &&
      !isDoubtful(candidate, { tagged, tokens }) &&
      !known.some((other) => overlaps(other, candidate)) &&
      !tagged.some((name) => name.kind === 'place' && overlaps(name, candidate)),
  );
  return [...known, ...rest].toSorted((left, right) => left.from - right.from);
}

/** "General Data Protection Regulation": a title before several words of which the tagger takes none for a name. */
function isDoubtful(
  candidate: NameCandidate,
  { tagged, tokens }: { readonly tagged: readonly TaggedName[]; readonly tokens: readonly Token[] },
): boolean {
  const { title, from, to, kind } = candidate;
  if (kind !== 'person' || title === undefined || to - from < 2) return false;
  const first = tokens[from]?.word ?? '';
  if (isFirstName(first) || /^\p{Lu}\.?\p{Lu}\.?$/u.test(first)) return false;
  return !tagged.some((name) => name.kind === 'person' && name.margin >= clearMargin && overlaps(name, candidate));
}

function overlaps(
  left: { readonly from: number; readonly to: number },
  right: { readonly from: number; readonly to: number },
): boolean {
  return left.from < right.to && right.from < left.to;
}

function readTagged({ from, to, kind }: TaggedName, tokens: readonly Token[]): NameCandidate[] {
  const words = tokens.slice(from, to).map(({ word }) => word);
  const owns = tokens.slice(from, to - 1).some(({ possessive }) => possessive);
  if (kind === 'person' && owns) return [];
  if (kind === 'organisation') {
    return isOrganisationLike(words) ? [{ from, to, kind, evidence: 'tagged' }] : [];
  }
  if (kind === 'place' || words.every((word) => demonyms.has(word)) || isPlace(words.join(' '))) return [];
  const title = titleBefore(tokens, { from, to });
  const begins = title?.nameFrom ?? from;
  if (begins >= to) return [];
  return [{ ...titleOf(title), from: begins, to, kind, evidence: title === undefined ? 'tagged' : 'sure' }];
}

/** "Chief of Staff" is no organisation. A country that acts ("France said") is one to the tagger too; here it stays a place. */
function isOrganisationLike(words: readonly string[]): boolean {
  const whole = words.join(' ');
  return whole !== 'Staff' && !isRoleNoun(whole) && !isPlace(whole) && !words.every((word) => demonyms.has(word));
}
