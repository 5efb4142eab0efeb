import { isFirstName } from './english/first-names.ts';
import { openers, particles } from './english/function-words.ts';
import {
  governmentNouns,
  knownOrganisations,
  legalForms,
  noOrganisation,
  organisationNouns,
  shortNames,
} from './english/organisations.ts';
import { demonyms, isPlace, placeNouns } from './english/places.ts';
import { honorifics, shortTitles } from './english/titles.ts';
import { isRoleNoun } from './find-roles.ts';
import { type TitleBefore, titleBefore } from './find-titles.ts';
import { isAdjacent, isCapitalised, type Token } from './tokens.ts';

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
    if (candidate !== undefined) found.push(candidate);
    index = Math.max(run.to, candidate?.to ?? 0, index + 1);
  }
  return found;
}

/** Capitalised words that stand together, as token indexes, `to` exclusive. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

export function capitalisedRun(tokens: readonly Token[], from: number): Run | undefined {
  const first = tokens[from];
  if (first === undefined || !isCapitalised(first.word)) return undefined;
  let to = from + 1;
  while (to < tokens.length) {
    const previous = tokens[to - 1];
    const token = tokens[to];
    if (previous === undefined || token === undefined || previous.possessive) break;
    if (isNickname(tokens, to)) {
      to += 2;
      continue;
    }
    if (!isAdjacent(token)) break;
    if (isCapitalised(token.word)) to += 1;
    else if (particles.has(token.word) && endsParticles(tokens, to)) to += 1;
    else break;
  }
  return { from, to };
}

/** John 'Jack' Smith: a name in quotation marks between two others. */
function isNickname(tokens: readonly Token[], index: number): boolean {
  const name = tokens[index];
  const next = tokens[index + 1];
  if (name === undefined || next === undefined || !isCapitalised(name.word) || !isCapitalised(next.word)) return false;
  return /^\s+["“‘']$/u.test(name.before) && /^["”’']\s+$/u.test(next.before);
}

/** A particle belongs to a name when a capitalised word follows it at once, or after another particle. */
function endsParticles(tokens: readonly Token[], at: number): boolean {
  for (let index = at + 1; index < Math.min(at + 3, tokens.length); index += 1) {
    const token = tokens[index];
    if (token === undefined || !isAdjacent(token)) return false;
    if (isCapitalised(token.word)) return true;
    if (!particles.has(token.word)) return false;
  }
  return false;
}

function readRun(tokens: readonly Token[], run: Run): NameCandidate | undefined {
  let { from } = run;
  while (from < run.to && isOpener(tokens, from, run.to)) from += 1;
  if (from >= run.to) return undefined;
  const organisation = readOrganisation(tokens, { from, to: run.to });
  if (organisation !== undefined) return organisation;
  return readPerson(tokens, { from, to: run.to });
}

/** "Meanwhile Starmer": a word that only its place at the start gave a capital. Also weekdays and months anywhere. */
function isOpener(tokens: readonly Token[], index: number, to: number): boolean {
  const word = tokens[index]?.word ?? '';
  if (!openers.has(word)) return false;
  if (word === 'New' && (index > 0 || isPlace(`New ${tokens[index + 1]?.word ?? ''}`))) return false;
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

function readOrganisation(tokens: readonly Token[], run: Run): NameCandidate | undefined {
  const words = tokens.slice(run.from, run.to).map((token) => token.word);
  const whole = words.join(' ');
  const { to } = withRest(tokens, withOf(tokens, run));
  if (isKnownOrganisation(whole)) return { ...run, to, kind: 'organisation', evidence: 'sure' };
  if (isPlace(whole) && to === run.to) return governmentCandidate(tokens, run);
  const last = words.at(-1) ?? '';
  const head = words.findIndex((word) => organisationNouns.has(word));
  const trailing = organisationNouns.has(last) || (to > run.to && organisationNouns.has(words[0] ?? ''));
  if (trailing && (words.length > 1 || to > run.to) && !startsWithTitle(words))
    return { ...run, to, kind: 'organisation', evidence: 'sure' };
  if (head > 0 && to > run.to && !startsWithTitle(words)) return { ...run, to, kind: 'organisation', evidence: 'sure' };
  const government = governmentCandidate(tokens, run);
  if (government !== undefined) return government;
  if (words.length === 1 && isAcronym(last)) return { ...run, kind: 'organisation', evidence: 'weak' };
  return undefined;
}

function governmentCandidate(tokens: readonly Token[], run: Run): NameCandidate | undefined {
  const whole = tokens
    .slice(run.from, run.to)
    .map(({ word }) => word)
    .join(' ');
  const government = isPlaceLike(whole) ? governmentAround(tokens, run) : undefined;
  return government === undefined ? undefined : { ...government, kind: 'organisation', evidence: 'sure' };
}

/** "the US government", "the government of Iraq". */
function governmentAround(tokens: readonly Token[], run: Run): Run | undefined {
  const behind = tokens[run.to];
  const after = tokens[run.to + 1];
  const isTitle = after !== undefined && isAdjacent(after) && isRoleNoun(after.word);
  if (behind !== undefined && isAdjacent(behind) && governmentNouns.has(behind.word) && !isTitle)
    return { from: run.from, to: run.to + 1 };
  const noun = tokens[run.from - 2];
  const of = tokens[run.from - 1];
  if (
    noun === undefined ||
    of?.word !== 'of' ||
    !/^(?:government|regime|parliament|ministry|presidency|embassy|cabinet)$/i.test(noun.word)
  )
    return undefined;
  // "heads of government of France, Germany and Italy"
  if (tokens[run.from - 3]?.word === 'of') return undefined;
  return isAdjacent(of) ? { from: run.from - 2, to: run.to } : undefined;
}

/** "Ministry of Defence", "Bank of England": a name that goes on after "of", "for" or "of the". */
function withOf(tokens: readonly Token[], run: Run): Run {
  const last = tokens[run.to - 1];
  const joint = tokens[run.to];
  if (last === undefined || joint === undefined || last.possessive || !isAdjacent(joint)) return run;
  if ((joint.word !== 'of' && joint.word !== 'for') || !organisationNouns.has(last.word)) return run;
  // "Marlow Pharmaceuticals Inc of St Louis": where it is, and none of its name.
  if (legalForms.has(last.word)) return run;
  const next = tokens[run.to + 1];
  const after = next?.word === 'the' ? run.to + 2 : run.to + 1;
  const rest = capitalisedRun(tokens, after);
  if (rest === undefined || tokens[after] === undefined || !isAdjacent(tokens[after])) return run;
  // "Bank of England Governor Mark Carney": where a title begins, another name does.
  const title = tokens.findIndex((token, index) => index > after && index < rest.to && isRoleNoun(token.word));
  return { from: run.from, to: title === -1 ? rest.to : title };
}

/** "Institute for the Study of War", "Center for Strategic and International Studies": the name goes on. */
function withRest(tokens: readonly Token[], { from, to }: Run): Run {
  const joint = tokens[to];
  const last = tokens[to - 1];
  if (joint === undefined || last === undefined || last.possessive || !isAdjacent(joint)) return { from, to };
  const begun = tokens.slice(from, to).some(({ word }) => /^(?:of|for)$/.test(word));
  if (!begun || !/^(?:of|and|in)$/.test(joint.word)) return { from, to };
  const begins = tokens[to + 1]?.word === 'the' ? to + 2 : to + 1;
  const rest = capitalisedRun(tokens, begins);
  const first = tokens[begins];
  if (rest === undefined || first === undefined || !isAdjacent(first)) return { from, to };
  const words = tokens.slice(rest.from, rest.to).map(({ word }) => word);
  const ends = organisationNouns.has(words.at(-1) ?? '');
  if (words.some((word) => isRoleNoun(word) || honorifics.has(word) || isFirstName(word))) return { from, to };
  if (joint.word === 'of') return isPlace(last.word) ? { from, to } : { from, to: rest.to };
  if (joint.word === 'in')
    return ends || /^(?:Europe|Africa|Asia|America)$/.test(words.join(' ')) ? { from, to: rest.to } : { from, to };
  const another =
    isPlaceLike(last.word) ||
    isPlaceLike(words.join(' ')) ||
    words.some((word) => knownOrganisations.has(word) || isAcronym(word));
  return another || (ends && words.at(-1) !== 'Services') ? { from, to } : { from, to: rest.to };
}

function startsWithTitle(words: readonly string[]): boolean {
  const [first = '', second = ''] = words;
  return isRoleNoun(first) && isFirstName(second);
}

function isPlaceLike(name: string): boolean {
  return isPlace(name) || demonyms.has(name) || /^(?:U\.S\.|US|UK|EU)$/.test(name);
}

/** "ISIL" is "Isil" too. */
function isKnownOrganisation(name: string): boolean {
  return (
    knownOrganisations.has(name) ||
    shortNames.has(name) ||
    (/^\p{Lu}{3,}$/u.test(name) && knownOrganisations.has(name.charAt(0) + name.slice(1).toLowerCase()))
  );
}

function isAcronym(word: string): boolean {
  return /^\p{Lu}{2,6}s?$/u.test(word) && !noOrganisation.has(word) && !isPlace(word);
}

function readPerson(tokens: readonly Token[], run: Run): NameCandidate | undefined {
  const title = titleBefore(tokens, run);
  const from = title?.nameFrom ?? run.from;
  if (from >= run.to) return undefined;
  const to = trimmedEnd(tokens, from, run.to);
  const words = tokens.slice(from, to).map((token) => token.word);
  const base = { from, to, ...titleOf(title) };
  if (!couldBePerson(words, title !== undefined)) return undefined;
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
  while (end > from + 1 && openers.has(tokens[end - 1]?.word ?? '') && !isFirstName(tokens[end - 1]?.word ?? ''))
    end -= 1;
  return end;
}

function couldBePerson(words: readonly string[], titled: boolean): boolean {
  const whole = words.join(' ');
  const last = words.at(-1) ?? '';
  if (words.length > 5 || isPlace(whole) || knownOrganisations.has(whole) || words.every((word) => demonyms.has(word)))
    return false;
  if (words.some((word) => honorifics.has(word) || shortTitles.has(word))) return false;
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
