import { isCity } from './english/cities.ts';
import { isFirstName } from './english/first-names.ts';
import { openers } from './english/function-words.ts';
import { companyThings, kindNouns, legalForms, noOrganisation, organisationNouns } from './english/organisations.ts';
import { demonyms, isPlace } from './english/places.ts';
import { honorifics } from './english/titles.ts';
import { capitalisedRun, type NameCandidate, type Run } from './find-names.ts';
import { isRoleNoun } from './find-roles.ts';
import { isAdjacent, type Token } from './tokens.ts';

type Tokens = readonly Token[];

/**
 * The names that an article shows to be organisations by what it says beside them once: a kind ("the daily Kommersant",
 * "Kommersant newspaper"), a legal form ("Siemens AG"), or what only a company has ("Siemens' shares").
 * Takes the words of all sentences; the names of people, and words that the article writes small too, are none.
 */
export function shownOrganisations(sentences: readonly Tokens[]): ReadonlySet<string> {
  const shown = new Set(sentences.flatMap((tokens) => runsOf(tokens).flatMap((run) => namesShown(tokens, run))));
  if (shown.size === 0) return shown;
  for (const tokens of sentences) {
    for (const { word } of tokens) {
      if (/^\p{Ll}/u.test(word)) shown.delete(word.charAt(0).toUpperCase() + word.slice(1));
    }
    for (const run of runsOf(tokens)) if (isPersonal(tokens, run)) shown.delete(tokens[run.to - 1]?.word ?? '');
  }
  return shown;
}

/** Takes the names shown to be organisations as such, wherever the sentence itself does not say that they are a person's. */
export function withShown(
  found: readonly NameCandidate[],
  tokens: Tokens,
  shown: ReadonlySet<string>,
): readonly NameCandidate[] {
  if (shown.size === 0) return found;
  const named = runsOf(tokens)
    .filter((run) => shown.has(textOf(tokens, run)))
    .filter((run) => !found.some((other) => isSettled(other, run)));
  if (named.length === 0) return found;
  const rest = found.filter((other) => !named.some((run) => overlaps(run, other)));
  const added = named.map((run) => ({ ...run, kind: 'organisation', evidence: 'tagged' }) as const);
  return [...rest, ...added].toSorted((left, right) => left.from - right.from);
}

function isSettled(other: NameCandidate, run: Run): boolean {
  return overlaps(run, other) && (other.kind === 'organisation' || other.title !== undefined || other.to > run.to);
}

function overlaps(left: Run, right: Run): boolean {
  return left.from < right.to && right.from < left.to;
}

/** The runs of capitals of a sentence, without the word that only its place at the start gave a capital. */
function runsOf(tokens: Tokens): Run[] {
  const runs: Run[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const run = joinedRun(tokens, index);
    if (run === undefined) continue;
    let { from } = run;
    while (from < run.to && openers.has(tokens[from]?.word ?? '')) from += 1;
    if (from < run.to) runs.push({ from, to: run.to });
    index = run.to - 1;
  }
  return runs;
}

/** "Procter & Gamble" is one name. */
function joinedRun(tokens: Tokens, from: number): Run | undefined {
  const run = capitalisedRun(tokens, from);
  const next = tokens[run?.to ?? tokens.length];
  if (run === undefined || next === undefined || !/^\s+&\s+$/.test(next.before)) return run;
  const rest = joinedRun(tokens, run.to);
  return rest === undefined ? run : { from, to: rest.to };
}

function textOf(tokens: Tokens, { from, to }: Run): string {
  return tokens
    .slice(from, to)
    .map(({ word }) => word)
    .join(' ');
}

/** What a run of capitals shows: itself, and of a registered name the short forms. */
function namesShown(tokens: Tokens, run: Run): string[] {
  const words = tokens.slice(run.from, run.to).map(({ word }) => word);
  const last = words.at(-1) ?? '';
  if (words.length > 1 && legalForms.has(last)) {
    const short = [words.slice(0, -1), words.slice(0, 1)].filter((part) => mayBeOrganisation(part));
    return [words.join(' '), ...short.map((part) => part.join(' '))];
  }
  return mayBeOrganisation(words) && saysKind(tokens, run) ? [words.join(' ')] : [];
}

function mayBeOrganisation(words: readonly string[]): boolean {
  const [first = ''] = words;
  if (words.length > 4 || isPlace(words.join(' ')) || noOrganisation.has(words.join(' '))) return false;
  if (words.length > 1 && isFirstName(first)) return false;
  if (words.length === 1 && (isFirstName(first) || organisationNouns.has(first) || first.length < 3)) return false;
  if (words.length === 1 && (isCity(first) || /-\p{Ll}/u.test(first))) return false;
  return !words.some((word) => isRoleNoun(word) || honorifics.has(word) || openers.has(word)) && !demonyms.has(first);
}

function saysKind(tokens: Tokens, { from, to }: Run): boolean {
  const before = tokens[from - 1];
  const here = tokens[from];
  // "the daily Kommersant", and not "a policy maker, Kommersant".
  if (before !== undefined && here !== undefined && isNameOpen(here) && kindNouns.has(before.word)) return true;
  const next = tokens[to];
  if (next === undefined) return false;
  if (tokens[to - 1]?.possessive ?? false) return isAfterPossessive(next) && companyThings.has(next.word);
  if (!isAdjacent(next)) return false;
  const isNews = next.word === 'news' && /^(?:agency|service|channel)$/.test(tokens[to + 1]?.word ?? '');
  return isNews || kindNouns.has(next.word);
}

/** Nothing but space, or a quotation mark, before a name. */
function isNameOpen({ before }: Token): boolean {
  return /^\s+["“‘']?$/u.test(before);
}

function isAfterPossessive({ before }: Token): boolean {
  return /^['’]s?\s+$/u.test(before);
}

/** A title or a given name before, so that the last word is somebody's surname. */
function isPersonal(tokens: Tokens, { from, to }: Run): boolean {
  const first = tokens[from]?.word ?? '';
  const before = tokens[from - 1];
  const here = tokens[from];
  if (to - from > 1) return isFirstName(first) || honorifics.has(first) || isRoleNoun(first);
  return (
    before !== undefined &&
    here !== undefined &&
    isAdjacent(here) &&
    (isRoleNoun(before.word) || honorifics.has(before.word))
  );
}
