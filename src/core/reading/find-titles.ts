import { isFirstName } from './english/first-names.ts';
import { organisationNouns } from './english/organisations.ts';
import { isPlace } from './english/places.ts';
import { honorifics, kin, nobleTitles, seldomTitles, shortTitles } from './english/titles.ts';
import { isHouseOfRepresentatives, isRoleNoun, roleEndingAt, singularRole, type TokenRange } from './find-roles.ts';
import { isAdjacent, isCapitalised, type Token } from './tokens.ts';

export interface TitleBefore {
  /** Where the name itself begins. */
  readonly nameFrom: number;
  readonly role?: TokenRange | undefined;
  readonly honorific?: string;
}

/**
 * The title in front of a name, when the capitalised run begins with one ("President Emmanuel Macron"), or one in lower
 * case or in a phrase of its own stands before it ("adviser Jake Sullivan", "Russia's Foreign Minister, Sergei Lavrov,").
 */
export function titleBefore(tokens: readonly Token[], run: TokenRange): TitleBefore | undefined {
  const inside = lastTitleWord(tokens, run);
  if (inside === undefined) return roleBefore(tokens, run);
  const word = tokens[inside]?.word ?? '';
  if (isHouseOfRepresentatives(tokens, inside)) return { nameFrom: inside + 1, role: headOfHouse(tokens, inside) };
  if (!isStyle(tokens, inside))
    return { nameFrom: inside + 1, role: roleEndingAt(tokens, beforeRanks(tokens, inside)) };
  const styles = firstStyle(tokens, { from: run.from, to: inside });
  const head = tokens[styles - 1];
  const role =
    styles > run.from && head !== undefined && (singularRole(head.word) || shortTitles.has(head.word))
      ? roleEndingAt(tokens, styles - 1)
      : roleBefore(tokens, { from: styles, to: run.to })?.role;
  return { nameFrom: inside + 1, honorific: word, ...(role !== undefined && { role }) };
}

/** "chairman Gen. Anna Berg", "spokesman Lt. Col. Jan Ruud": a rank behind an office is none of the office. */
function beforeRanks(tokens: readonly Token[], head: number): number {
  let office = head;
  while (shortTitles.has(tokens[office]?.word ?? '')) office -= 1;
  const [word, rank] = [tokens[office], tokens[office + 1]];
  return word !== undefined && rank !== undefined && isAdjacent(rank) && singularRole(word.word) ? office : head;
}

/** "Speaker of the House of Representatives Anna Berg". */
function headOfHouse(tokens: readonly Token[], last: number): TokenRange | undefined {
  const before = tokens.slice(Math.max(0, last - 6), last - 2);
  const head = before.findLastIndex(({ word }) => singularRole(word));
  const isOf = before[head + 1]?.word === 'of';
  return head < 0 || !isOf ? undefined : { from: last - 2 - before.length + head, to: last + 1 };
}

/** "Sir", and the "Sheikh" or "Prince" of "Prime Minister Sheikh Mohammed": part of how one is called, and no office. */
function isStyle(tokens: readonly Token[], index: number): boolean {
  const word = tokens[index]?.word ?? '';
  if (honorifics.has(word)) return !isRoleNoun(word) || nobleTitles.has(word);
  const before = tokens[index - 1]?.word ?? '';
  return nobleTitles.has(word) && before !== 'Crown' && singularRole(before);
}

/** Of "HE Dr" and "Professor Sir" the first. */
function firstStyle(tokens: readonly Token[], { from, to }: TokenRange): number {
  let first = to;
  while (first > from && (honorifics.has(tokens[first - 1]?.word ?? '') || tokens[first - 1]?.word === 'HE'))
    first -= 1;
  return first;
}

/** The role before a name that begins with no title of its own. */
function roleBefore(tokens: readonly Token[], run: TokenRange): TitleBefore | undefined {
  const first = tokens[run.from];
  const previous = tokens[run.from - 1];
  if (first === undefined || previous === undefined || previous.possessive) return undefined;
  if (isBareExecutive(tokens, run.from - 1) || (seldomTitles.has(previous.word) && !isOffice(tokens, run)))
    return undefined;
  const comma = /^,\s+$/.test(first.before);
  if ((!isAdjacent(first) && !comma) || isMatterOfOffice(tokens, run)) return undefined;
  if (comma && !startsPhrase(tokens, run)) return undefined;
  const office = commonOffice(tokens, run.from);
  if (office !== undefined && !comma) return { nameFrom: run.from, role: office };
  if (!singularRole(previous.word))
    return (comma ? undefined : officeInside(tokens, run)) ?? officeBefore(tokens, run.from);
  const role = roleEndingAt(tokens, run.from - 1);
  const isSaid = role.to - role.from > 1 || /^the$/i.test(tokens[role.from - 1]?.word ?? '');
  if (comma && !(isSaid && (role.to - role.from > 1 || previous.word.startsWith('then-')))) return undefined;
  return { nameFrom: run.from, role };
}

/** "the union's chief Harbour negotiator": with an office behind it as well, the word between says what the office is for. */
export function isMatterOfOffice(tokens: readonly Token[], { to }: TokenRange): boolean {
  const next = tokens[to];
  if (next === undefined || !isAdjacent(next) || tokens[to - 1]?.possessive === true) return false;
  return !isCapitalised(next.word) && singularRole(next.word);
}

/** "chief of staff Anna Berg", "head of state Jan Ruud". */
function commonOffice(tokens: readonly Token[], nameFrom: number): TokenRange | undefined {
  const [head, of, office] = tokens.slice(Math.max(0, nameFrom - 3), nameFrom);
  if (head === undefined || of?.word !== 'of' || office === undefined || !singularRole(head.word)) return undefined;
  if (
    !/^(?:staff|state|government|police|mission|delegation|operations|policy|intelligence|security)$/.test(office.word)
  )
    return undefined;
  return { from: roleEndingAt(tokens, nameFrom - 3).from, to: nameFrom };
}

/** "Secretary of State Marco Rubio", "Envoy to the Middle East Steve Witkoff": the last words of the title begin the run. */
function officeInside(tokens: readonly Token[], run: TokenRange): TitleBefore | undefined {
  // "Envoy for Ukraine and Russia Keith Kellogg"
  const begins = joinsOffices(tokens, run.from - 1) ? run.from - 2 : run.from;
  const joint = tokens[begins - 1]?.word === 'the' ? begins - 2 : begins - 1;
  const head = tokens[joint - 1];
  if (!/^(?:of|for|to)$/.test(tokens[joint]?.word ?? '') || head === undefined || !singularRole(head.word))
    return undefined;
  const length = officeLength(tokens, run);
  if (length === 0) return undefined;
  const nameFrom = run.from + length;
  return { nameFrom, role: { from: roleEndingAt(tokens, joint - 1).from, to: nameFrom } };
}

/** How many words of a run are the office or country of a title, if more than those follow. */
function officeLength(tokens: readonly Token[], { from, to }: TokenRange): number {
  const words = tokens.slice(from, to).map(({ word }) => word);
  for (let length = Math.min(4, words.length - 1); length > 0; length -= 1) {
    const office = words.slice(0, length);
    const last = office.at(-1) ?? '';
    const isName = words.length - length > 1 && !organisationNouns.has(words.at(-1) ?? '');
    if (officeNames.has(last) || (isPlace(office.join(' ')) && isName)) return length;
    if (length > 1 && (organisationNouns.has(last) || /^(?:Affairs|Security|Service)$/.test(last))) return length;
  }
  return 0;
}

/** "Minister for the Middle East Tobias Ellwood", "Special Envoy for Ukraine and Russia, Keith Kellogg,". */
function officeBefore(tokens: readonly Token[], nameFrom: number): TitleBefore | undefined {
  let from = nameFrom;
  while (nameFrom - from < 5 && (belongsToOffice(tokens, from - 1, nameFrom) || joinsOffices(tokens, from - 1)))
    from -= 1;
  if (from === nameFrom) return undefined;
  const joint = tokens[from - 1]?.word === 'the' ? from - 2 : from - 1;
  const head = tokens[joint - 1];
  if (!/^(?:of|for|to)$/.test(tokens[joint]?.word ?? '') || head === undefined) return undefined;
  if (!singularRole(head.word) || !(isCapitalised(head.word) || isComma(tokens[nameFrom]))) return undefined;
  return { nameFrom, role: { from: roleEndingAt(tokens, joint - 1).from, to: nameFrom } };
}

function isComma(token: Token | undefined): boolean {
  return token !== undefined && /^,\s+$/.test(token.before);
}

/** A capitalised word right before the name, or before another word of the office. */
function belongsToOffice(tokens: readonly Token[], index: number, nameFrom: number): boolean {
  const word = tokens[index];
  const next = tokens[index + 1];
  if (word === undefined || next === undefined || !isCapitalised(word.word) || word.possessive) return false;
  return isAdjacent(next) || (index + 1 === nameFrom && isComma(next));
}

/** "Ukraine and Russia". */
function joinsOffices(tokens: readonly Token[], index: number): boolean {
  const [before, joint, after] = tokens.slice(Math.max(0, index - 1), index + 2);
  if (joint?.word !== 'and' || before === undefined || after === undefined) return false;
  return isCapitalised(before.word) && isCapitalised(after.word) && isAdjacent(joint) && isAdjacent(after);
}

/** What a secretary or minister is "of", when the name follows at once. */
const officeNames: ReadonlySet<string> = new Set(
  'State Defense Defence Treasury Commerce Labor Energy Education Agriculture Transportation Justice Finance Interior War Affairs Staff Police'.split(
    ' ',
  ),
);

/** "Hassan Sheikh Olaf": behind a given name this style is a name. */
export function isGivenStyle(before: string, word: string): boolean {
  return /^(?:Sheikh|Sheik|Shaikh)$/.test(word) && isFirstName(before) && !isRoleNoun(before);
}

function lastTitleWord(tokens: readonly Token[], run: TokenRange): number | undefined {
  for (let index = run.to - 2; index >= run.from; index -= 1) {
    const word = tokens[index]?.word ?? '';
    if (index > run.from && isGivenStyle(tokens[index - 1]?.word ?? '', word)) continue;
    if (honorifics.has(word) || shortTitles.has(word)) return index;
    if (
      isRoleNoun(word) &&
      !kin.has(word.toLowerCase()) &&
      !isBareExecutive(tokens, index) &&
      !isGivenName(tokens, index) &&
      !(organisationNouns.has(tokens[index + 1]?.word ?? '') && index + 2 === run.to)
    )
      return index;
  }
  return undefined;
}

/** "party chief Anna Berg", and not "a major TV station": something says whose, and two words follow. */
function isOffice(tokens: readonly Token[], run: TokenRange): boolean {
  const before = tokens[run.from - 2];
  const title = tokens[run.from - 1];
  if (before === undefined || title === undefined || !isAdjacent(title)) return false;
  if (!/^(?:head|chief|executive|expert|partner)$/.test(title.word)) return false;
  return !/^(?:an?|the|in|its|their|his|her|one)$/i.test(before.word);
}

/** "Executive Summary": only a "Chief Executive" is somebody. */
function isBareExecutive(tokens: readonly Token[], index: number): boolean {
  return tokens[index]?.word === 'Executive' && tokens[index - 1]?.word !== 'Chief';
}

/** "head coach Dean Smith": behind a role in lower case, a title that is also a given name is the latter. */
function isGivenName(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  const word = tokens[index];
  if (before === undefined || word === undefined || !isAdjacent(word)) return false;
  return isFirstName(word.word) && singularRole(before.word) && !isCapitalised(before.word);
}

/** A comma between role and name makes them one only when the name's phrase ends with a comma or a verb follows. */
function startsPhrase(tokens: readonly Token[], run: TokenRange): boolean {
  const next = tokens[run.to];
  return next === undefined || /^[,;:—–-]/.test(next.before.trim()) || /^\p{Ll}/u.test(next.word);
}
