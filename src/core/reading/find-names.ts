import { capitalisedRun, type Run } from './capitalised-runs.ts';
import { isFirstName } from './english/first-names.ts';
import { openers } from './english/function-words.ts';
import { companyForms, knownOrganisations, noOrganisation, organisationNouns } from './english/organisations.ts';
import { demonyms, isPlace, placeNouns, placePrefixes } from './english/places.ts';
import { honorifics, roleModifiers, shortTitles } from './english/titles.ts';
import { isCompanyBefore } from './find-companies.ts';
import { isAcronym, isKnownOrganisation, readOrganisation } from './find-organisations.ts';
import { isRoleNoun } from './find-roles.ts';
import { isGivenStyle, type TitleBefore, titleBefore } from './find-titles.ts';
import type { Token } from './tokens.ts';

/** A stretch of capitalised words that may name somebody. `from` and `to` are token indexes, `to` exclusive. */
export interface NameCandidate {
  readonly from: number;
  readonly to: number;
  readonly kind: 'person' | 'organisation' | 'unclear';
  /** `sure`: the sentence itself says that this is one; `tagged`: the tagger takes it for one; `weak`: only the rest of the article can say. */
  readonly evidence: 'sure' | 'tagged' | 'weak';
  /** The role before the name, as token indexes; honorifics are none. */
  readonly title?: { readonly from: number; readonly to: number };
  readonly honorific?: string;
}

/** Finds what may be a name in one sentence: people with their titles, and organisations. */
export function findNames(tokens: readonly Token[]): NameCandidate[] {
  const found: NameCandidate[] = [];
  let index = 0;
  while (index < tokens.length) {
    const run = capitalisedRun(tokens, index);
    if (run === undefined) {
      index += 1;
      continue;
    }
    const candidate = readRun(tokens, run);
    const owner = organisationBefore(tokens, run, candidate);
    if (owner !== undefined) found.push(owner);
    if (candidate !== undefined) found.push(candidate);
    index = Math.max(run.to, candidate?.to ?? 0, index + 1);
  }
  return found;
}

/** "NATO Secretary-General Jaap Berg", "U.N. Security Adviser": the organisation before an office that is held in it. */
function organisationBefore(
  tokens: readonly Token[],
  run: Run,
  candidate: NameCandidate | undefined,
): NameCandidate | undefined {
  if (candidate?.kind === 'organisation') return undefined;
  const from = withoutOpeners(tokens, run);
  const words = tokens.slice(from, run.to).map(({ word }) => word);
  const office = words.findIndex(
    (word, index) => index > 0 && (isRoleNoun(word) || roleModifiers.has(word.toLowerCase())),
  );
  if (!words.slice(office).some((word) => isRoleNoun(word))) return undefined;
  const before = words.slice(0, Math.max(office, 0));
  const whole = before.join(' ');
  const to = from + office;
  if (office < 1 || (candidate !== undefined && candidate.from < to)) return undefined;
  const isSure = isKnownOrganisation(whole) || isCompanyBefore(before, words[office] ?? '');
  if (!isSure && !isAcronym(whole)) return undefined;
  return { from, to, kind: 'organisation', evidence: isSure ? 'sure' : 'weak' };
}

function readRun(tokens: readonly Token[], run: Run): NameCandidate | undefined {
  const from = withoutOpeners(tokens, run);
  if (from >= run.to) return undefined;
  const organisation = readOrganisation(tokens, { from, to: run.to });
  if (organisation !== undefined) return { ...organisation, kind: 'organisation' };
  return readPerson(tokens, { from, to: run.to });
}

function withoutOpeners(tokens: readonly Token[], run: Run): number {
  let { from } = run;
  while (from < run.to && isOpener(tokens, from, run.to)) from += 1;
  return from;
}

/** "Meanwhile Starmer": a word that only its place at the start gave a capital. Also weekdays and months anywhere. */
function isOpener(tokens: readonly Token[], index: number, to: number): boolean {
  const word = tokens[index]?.word ?? '';
  if (!openers.has(word)) return false;
  if (word === 'New' && (index > 0 || isPlace(`New ${tokens[index + 1]?.word ?? ''}`))) return false;
  if (word === 'State' && organisationNouns.has(tokens[index + 1]?.word ?? '')) return false;
  // "of First Oslo Shipping Co": inside a sentence the capital is the company's.
  if (/^(?:First|Great|Old|Big|Good)$/.test(word) && index > 0 && companyForms.has(tokens[to - 1]?.word ?? ''))
    return false;
  if (
    word === 'Prime' ||
    word === 'Vice' ||
    word === 'Foreign' ||
    word === 'Interior' ||
    word === 'Chief' ||
    word === 'Deputy'
  )
    return false;
  // "May" and "April" are also given names: "April Jones" stays whole unless a sentence begins there.
  return !(isFirstName(word) && index + 2 === to && index > 0);
}

function readPerson(tokens: readonly Token[], run: Run): NameCandidate | undefined {
  const title = titleBefore(tokens, run);
  const from = title?.nameFrom ?? run.from;
  if (from >= run.to) return undefined;
  const to = trimmedEnd(tokens, from, run.to);
  if (isNamedAfterSomebody(tokens, { from, to })) return undefined;
  const words = tokens.slice(from, to).map((token) => token.word);
  const base = { from, to, ...titleOf(title) };
  const isTitledMonth = title !== undefined && words.length === 1 && isMonthSurname(tokens, from);
  if (!isTitledMonth && !couldBePerson(words, title !== undefined)) return undefined;
  if (title !== undefined) return { ...base, kind: 'person', evidence: 'sure' };
  const [first = ''] = words;
  if (words.length > 1 && isFirstName(first.replace(/-.*/, '')) && !demonyms.has(words.at(-1) ?? '')) {
    return { ...base, kind: 'person', evidence: 'sure' };
  }
  if (words.length > 1 && /^(?:\p{Lu}\.)+$/u.test(first)) return { ...base, kind: 'person', evidence: 'sure' };
  return { ...base, kind: 'unclear', evidence: 'weak' };
}

/** What the title before a name adds to the candidate. */
export function titleOf(title: TitleBefore | undefined): Pick<NameCandidate, 'title' | 'honorific'> {
  return {
    ...(title?.role !== undefined && { title: title.role }),
    ...(title?.honorific !== undefined && { honorific: title.honorific }),
  };
}

/** A run can end in a word that is none of the name: "Macron Monday". */
function trimmedEnd(tokens: readonly Token[], from: number, to: number): number {
  let end = to;
  while (end > from + 1 && openers.has(tokens[end - 1]?.word ?? '') && !isFirstName(tokens[end - 1]?.word ?? '')) {
    const isSurname = isMonthSurname(tokens, end - 1) || /^(?:Spring|Summer|Winter)$/.test(tokens[end - 1]?.word ?? '');
    if (end === from + 2 && isSurname && isFirstName(tokens[from]?.word ?? '')) break;
    end -= 1;
  }
  return end;
}

/** "Anna May said": behind a lone given name the month is a surname, unless a day or a year follows. */
function isMonthSurname(tokens: readonly Token[], index: number): boolean {
  return /^(?:May|March|August)$/.test(tokens[index]?.word ?? '') && !/^\d/.test(tokens[index + 1]?.word ?? '');
}

/** "King Olaf Bridge", "St Olaf’s Day", "Storm Olaf": what is called after somebody is nobody. */
export function isNamedAfterSomebody(tokens: readonly Token[], { from, to }: Run): boolean {
  const before = tokens[from - 1]?.word ?? '';
  const first = tokens[from]?.word ?? '';
  const isNext = tokens[from] !== undefined && /^\s+$/.test(tokens[from].before);
  if ((isNext && placePrefixes.has(before)) || (to - from > 1 && placePrefixes.has(first))) return true;
  if (to - from === 1 && placeNouns.has(first)) return true;
  const last = tokens[to - 1]?.word ?? '';
  if (to - from > 1 && seldomSurnames.test(last)) return true;
  if (!/^(?:King|Queen|Prince|Princess|Sultan|Emperor|Pope|Saint|St)$/.test(before)) return false;
  const next = tokens[to];
  const goesOn = next !== undefined && /^(?:['’]s?)?\s+$/u.test(next.before) && placeNouns.has(next.word);
  return goesOn || (to - from > 1 && placeNouns.has(last));
}

/** Of what lies on a map: the words that are nobody's surname. */
const seldomSurnames =
  /^(?:Shoal|Reef|Atoll|Lagoon|Crossing|Corridor|Junction|Airbase|Airport|Airfield|Boulevard|Avenue|Peninsula|Islands?|Prison|Canal|Province)$/;

/** "Hassan Sheikh Olaf": behind a given name it is one more. */
function isStyleIn(words: readonly string[], index: number): boolean {
  const word = words[index] ?? '';
  return honorifics.has(word) && !(index > 0 && isGivenStyle(words[index - 1] ?? '', word));
}

function couldBePerson(words: readonly string[], titled: boolean): boolean {
  const whole = words.join(' ');
  const last = words.at(-1) ?? '';
  if (words.length > 5 || isPlace(whole) || knownOrganisations.has(whole) || words.every((word) => demonyms.has(word)))
    return false;
  if (words.some((word, index) => isStyleIn(words, index) || shortTitles.has(word))) return false;
  if (
    words.length === 1 &&
    (isAcronym(last) || noOrganisation.has(last) || openers.has(last) || isRoleNoun(last) || last.length < 2)
  )
    return false;
  if (words.length === 1 && (placeNouns.has(last) || organisationNouns.has(last))) return false;
  if (words.length > 1 && (placeNouns.has(last) || organisationNouns.has(last) || isRoleNoun(last)))
    return titled && isFirstName(words[0] ?? '');
  if (words.some((word) => /\d/.test(word))) return false;
  // Of words all in capitals only two letters may be somebody's, "JD Vance", and only where a title says so.
  if (/^\p{Lu}{2,}$/u.test(words[0] ?? '') && !(titled && words.length > 1 && words[0]?.length === 2)) return false;
  return !(
    words.length > 1 &&
    (demonyms.has(words[0] ?? '') || isPlace(words[0] ?? '')) &&
    !isFirstName(words[0] ?? '')
  );
}
