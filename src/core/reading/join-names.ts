import { honorifics, shortTitles } from './english/titles.ts';
import { noOrganisation } from './english/organisations.ts';
import { demonyms, isPlace } from './english/places.ts';
import { isNamedAfterSomebody, titleOf, type NameCandidate } from './find-names.ts';
import { isFirstName } from './english/first-names.ts';
import { isRoleNoun } from './find-roles.ts';
import { isMatterOfOffice, titleBefore } from './find-titles.ts';
import type { TaggedName } from './tagger/tag-names.ts';
import { isAdjacent, type Token } from './tokens.ts';

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
    .flatMap((name) => readTagged(untilGap(name, tokens), tokens))
    .filter((name) => !sure.some((other) => overlaps(other, name)));
  const known = [...sure, ...read];
  const rest = candidates.filter(
    (candidate) =>
      !sure.includes(candidate) &&
      !isDoubtful(candidate, { tagged, tokens }) &&
      !known.some((other) => overlaps(other, candidate)) &&
      !tagged.some((name) => name.kind === 'place' && overlaps(name, candidate)),
  );
  const agreed = rest.map((candidate) => withAgreement(candidate, tagged));
  return [...known, ...agreed].toSorted((left, right) => left.from - right.from);
}

/** Of capitals that the rules leave open ("OSCE"), a guess of the tagger's is enough. */
function withAgreement(candidate: NameCandidate, tagged: readonly TaggedName[]): NameCandidate {
  if (candidate.kind !== 'organisation' || candidate.evidence !== 'weak') return candidate;
  const agrees = tagged.some((name) => name.kind === 'organisation' && overlaps(name, candidate));
  return agrees ? { ...candidate, evidence: 'tagged' } : candidate;
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

/** The tagger sees no harm in "Haines, Biden": a name ends where more than space follows. */
function untilGap(name: TaggedName, tokens: readonly Token[]): TaggedName {
  const gap = tokens.findIndex(
    (token, index) => index > name.from && index < name.to && (token.word === 'The' || !joins(token)),
  );
  return gap < 0 ? name : { ...name, to: gap };
}

function joins(token: Token): boolean {
  return isAdjacent(token) || /^['’]s?\s+$|["“”‘’'&]/u.test(token.before);
}

/** "Norwegian", "Norwegians". */
function isOfPlace(word: string): boolean {
  return demonyms.has(word) || (word.endsWith('s') && demonyms.has(word.slice(0, -1)));
}

function readTagged({ from, to, kind }: TaggedName, tokens: readonly Token[]): NameCandidate[] {
  const words = tokens.slice(from, to).map(({ word }) => word);
  const owns = tokens.slice(from, to - 1).some(({ possessive }) => possessive);
  if (kind === 'person' && owns) return [];
  if (kind === 'organisation') {
    return isOrganisationLike(words) ? [{ from, to, kind, evidence: 'tagged' }] : [];
  }
  if (kind === 'place' || words.every(isOfPlace) || isPlace(words.join(' '))) return [];
  if (/^(?:chief|lead|deputy|special)$/i.test(tokens[from - 1]?.word ?? '') && isMatterOfOffice(tokens, { from, to }))
    return [];
  const title = titleBefore(tokens, { from, to });
  const begins = title?.nameFrom ?? withAncestors(tokens, from);
  const ends = withoutPlace(tokens, { from: begins, to });
  if (isNamedAfterSomebody(tokens, { from: begins, to: ends })) return [];
  if (begins >= ends || isRoleOnly(tokens.slice(begins, ends))) return [];
  return [{ ...titleOf(title), from: begins, to: ends, kind, evidence: title === undefined ? 'tagged' : 'sure' }];
}

/** "Olaf bin Anna Al Berg", of which the tagger sees the last words: the name begins before the son's "bin". */
function withAncestors(tokens: readonly Token[], from: number): number {
  const [given, bin] = tokens.slice(Math.max(0, from - 2), from);
  if (given === undefined || bin === undefined || !/^(?:bin|ibn|bint)$/.test(bin.word)) return from;
  return /^\p{Lu}/u.test(given.word) && isAdjacent(bin) && !isRoleNoun(given.word) ? from - 2 : from;
}

/** "told Smith London believed …", "Anna Berg South Sudan": a place behind a name is none of it. */
function withoutPlace(tokens: readonly Token[], { from, to }: { readonly from: number; readonly to: number }): number {
  const given = isFirstName(tokens[from]?.word ?? '');
  for (let end = from + (given ? 2 : 1); end < to; end += 1) {
    const rest = tokens.slice(end, to).map(({ word }) => word);
    if (isPlace(rest.join(' '))) return end;
  }
  return to;
}

/** "Special Envoy", "Madam President", "Ohio Gov.": a role without a name. */
function isRoleOnly(tokens: readonly Token[]): boolean {
  const last = tokens.at(-1)?.word ?? '';
  if (shortTitles.has(last) || honorifics.has(last)) return true;
  return isRoleNoun(last) && (tokens.length === 1 || !isFirstName(tokens[0]?.word ?? ''));
}

/** "Chief of Staff" is no organisation. A country that acts ("France said") is one to the tagger too; here it stays a place. */
function isOrganisationLike(words: readonly string[]): boolean {
  const whole = words.join(' ');
  if (whole === 'Staff' || isRoleNoun(whole) || whole.split(' and ').every((part) => isPlace(part))) return false;
  return !noOrganisation.has(whole) && !words.every(isOfPlace);
}
