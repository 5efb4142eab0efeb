import { isFirstName } from './english/first-names.ts';
import { openers } from './english/function-words.ts';
import { knownOrganisations, organisationNouns } from './english/organisations.ts';
import { demonyms, isPlace } from './english/places.ts';
import { honorifics, kin, roleModifiers, roleNouns, shortTitles } from './english/titles.ts';
import { speechVerbs } from './english/speech.ts';
import { isAdjacent, isCapitalised, type Token } from './tokens.ts';

/** Token indexes, `to` exclusive. */
export interface TokenRange {
  readonly from: number;
  readonly to: number;
}

export function isRoleNoun(word: string): boolean {
  const lower = word.toLowerCase();
  return roleNouns.has(lower) || (lower.endsWith('s') && roleNouns.has(lower.slice(0, -1)));
}

/** Whether a word is a role of one person. */
export function singularRole(word: string): boolean {
  if (isCapitalised(word) && kin.has(word.toLowerCase())) return false;
  return roleNouns.has(word.toLowerCase().replace(/^(?:then|ex|vice|co|under)-/, '')) && !honorifics.has(word);
}

/** Extends a role to the left over what qualifies it: "former US" Secretary, "Russia's Foreign" Minister. */
export function roleEndingAt(tokens: readonly Token[], head: number): TokenRange {
  let from = head;
  while (from > 0) {
    const here = tokens[from];
    const before = tokens[from - 1];
    if (here === undefined || before === undefined || !/^\s+$/.test(here.before.replace(/^['’]s?/u, ''))) break;
    if (isHouseOfRepresentatives(tokens, from - 1)) {
      from -= 3;
      continue;
    }
    if (before.word === 'under' && here.word.toLowerCase() !== 'secretary') break;
    if (!qualifiesRole(before) && !isHouse(before, here) && !isMatter(tokens, from - 1, head)) break;
    from = nameBegins(tokens, from - 1);
  }
  const of = tokens[from - 1];
  // "Bank of England Governor"
  if (of?.word === 'of' && isAdjacent(of) && organisationNouns.has(tokens[from - 2]?.word ?? '')) from -= 2;
  return { from, to: head + 1 };
}

/** "House of Representatives", of which the last word looks like a role. `last` is its token index. */
export function isHouseOfRepresentatives(tokens: readonly Token[], last: number): boolean {
  return (
    tokens[last]?.word === 'Representatives' && tokens[last - 1]?.word === 'of' && tokens[last - 2]?.word === 'House'
  );
}

/** Whose a role in lower case is: "Telegram founder", "Washington Post columnist". */
function isHouse(house: Token, role: Token): boolean {
  return isCapitalised(house.word) && !openers.has(house.word) && isRoleNoun(role.word) && !isCapitalised(role.word);
}

/**
 * "talks with Harbour Secretary Anna Berg", "the chief Harbour negotiator": a capitalised word between a small one, or one
 * that qualifies a role, and an office that is held for something.
 */
function isMatter(tokens: readonly Token[], index: number, head: number): boolean {
  const [before, matter] = [tokens[index - 1], tokens[index]];
  if (index + 1 !== head || before === undefined || matter === undefined || !isAdjacent(matter)) return false;
  if (!/^(?:secretary|minister|negotiator|envoy|commissioner|adviser|advisor)$/i.test(tokens[head]?.word ?? ''))
    return false;
  if (!isCapitalised(matter.word) || matter.possessive || openers.has(matter.word) || isFirstName(matter.word))
    return false;
  return /^\p{Ll}/u.test(before.word) || before.possessive || qualifiesRole(before);
}

/** Of "Direct Investment Fund" and "United Kingdom's" the first word: what is named is part of the role as a whole. */
function nameBegins(tokens: readonly Token[], last: number): number {
  const token = tokens[last];
  if (token === undefined || !isCapitalised(token.word)) return last;
  const isWhole = token.possessive || organisationNouns.has(token.word) || !isCapitalised(tokens[last + 1]?.word ?? '');
  const from = isWhole ? runBegins(tokens, last) : last;
  // "Democratic Republic of Congo"
  const isState =
    tokens[from - 1]?.word === 'of' && /^(?:Republic|Kingdom|States?)$/.test(tokens[from - 2]?.word ?? '');
  return isState ? runBegins(tokens, from - 2) : from;
}

/** The first of the capitalised words that stand together and end at `last`. */
function runBegins(tokens: readonly Token[], last: number): number {
  let from = last;
  while (from > 0) {
    const here = tokens[from];
    const before = tokens[from - 1];
    if (here === undefined || before === undefined || !isAdjacent(here) || before.possessive) break;
    if (!isCapitalised(before.word) || openers.has(before.word)) break;
    from -= 1;
  }
  return from;
}

/** Whether a word can stand before a role noun and be part of the role: "former", "Russian", "Foreign", "NATO". */
export function qualifiesRole(token: Token): boolean {
  const { word } = token;
  if (roleModifiers.has(word.toLowerCase()) || demonyms.has(word) || isPlace(word) || singularRole(word)) return true;
  if (shortTitles.has(word) || knownOrganisations.has(word)) return true;
  if (token.possessive) return isCapitalised(word);
  return /^\p{Lu}{2,6}$/u.test(word) || organisationNouns.has(word) || /^\p{Lu}\p{L}+-/u.test(word);
}

/**
 * The role in an apposition behind a name: "Keir Starmer, the Prime Minister of the United Kingdom, …". `nameTo` is the
 * token index behind the name. Returned without its article.
 */
export function roleBehind(tokens: readonly Token[], nameTo: number): TokenRange | undefined {
  const first = tokens[nameTo];
  const name = tokens[nameTo - 1];
  if (first === undefined || name === undefined || name.possessive) return undefined;
  if (!/^\s*(?:,|\(|—|–)\s*$/.test(first.before) && first.word !== 'is' && first.word !== 'was') return undefined;
  const clause = clauseOfOffice(tokens, nameTo);
  if (clause !== undefined) return clause;
  const start = first.word === 'is' || first.word === 'was' ? nameTo + 1 : nameTo;
  if (start > nameTo && isClaimed(tokens, nameTo)) return undefined;
  const to = phraseEnd(tokens, start);
  const article = /^(?:the|a|an|his|her|their|its)$/.test(tokens[start]?.word ?? '') ? 1 : 0;
  const from = start + article;
  const head = headNoun(tokens, from, to);
  if (head === undefined || to - from > 16) return undefined;
  if (/^(?:only|one|really|very|not|another|no)$/.test(tokens[from]?.word ?? '')) return undefined;
  if (start > nameTo && article === 0) return undefined;
  if (article === 0 && !beginsRole(tokens, from, head)) return undefined;
  if (article === 0 && namesSomebody(tokens, head + 1, to)) return undefined;
  return { from, to: roleEnd(tokens, head, to) };
}

/** "Anna Berg, who heads the customs service, …", "…, who is also the foreign minister, …". */
function clauseOfOffice(tokens: readonly Token[], nameTo: number): TokenRange | undefined {
  if (tokens[nameTo]?.word !== 'who') return undefined;
  const verb = tokens[nameTo + 1]?.word ?? '';
  const to = phraseEnd(tokens, nameTo + 2);
  if (/^(?:heads|leads|chairs|runs|headed|chaired)$/.test(verb)) {
    const isOffice =
      isCapitalised(tokens[nameTo + 2]?.word ?? '') ||
      /^(?:the|a|an|its|his|her)$/.test(tokens[nameTo + 2]?.word ?? '');
    return isOffice && to - nameTo <= 12 ? { from: nameTo + 1, to } : undefined;
  }
  if (verb !== 'is') return undefined;
  const also = tokens[nameTo + 2]?.word === 'also' ? 1 : 0;
  const from = nameTo + 2 + also;
  if (!/^(?:the|a|an)$/.test(tokens[from]?.word ?? '')) return undefined;
  const head = headNoun(tokens, from + 1, to);
  return head === undefined ? undefined : { from: from + 1, to: roleEnd(tokens, head, to) };
}

/** "He says that Smith is a dictator": somebody's claim, and no role. */
function isClaimed(tokens: readonly Token[], nameTo: number): boolean {
  let from = nameTo - 1;
  while (from > 0 && isCapitalised(tokens[from - 1]?.word ?? '')) from -= 1;
  return (
    /^(?:that|if|whether|because|says?|said)$/.test(tokens[from - 1]?.word ?? '') ||
    /["“]/u.test(tokens[from]?.before ?? '')
  );
}

/** "Mike Waltz, Secretary of State Marco Rubio, and …": what follows is the next of a list, not a role of the first. */
function namesSomebody(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens
    .slice(from, to)
    .some(({ word }, offset, rest) => isFirstName(word) && isCapitalised(rest[offset + 1]?.word ?? ''));
}

/** The phrase ends at the first punctuation mark, or where a clause begins. */
function phraseEnd(tokens: readonly Token[], from: number): number {
  let index = from + 1;
  while (index < tokens.length) {
    const token = tokens[index];
    if (token === undefined || !/^['’]?s?\s+$/u.test(token.before)) break;
    if ((clauseWords.has(token.word) && !joinsPlaces(tokens, index)) || isVerb(token.word)) break;
    index += 1;
  }
  return Math.min(index, tokens.length);
}

/** "Anna Berg, minister for trade welcomes …": forms of saying that are seldom nouns. */
function isVerb(word: string): boolean {
  return (
    speechVerbs.has(word) &&
    /(?:s|ed)$/.test(word) &&
    !/^(?:reports|claims|calls|notes|questions|comments|demands|promises|hopes|fears|estimates|supports|appeals|points|states)$/.test(
      word,
    )
  );
}

/** "envoy for Russia and Ukraine". */
function joinsPlaces(tokens: readonly Token[], index: number): boolean {
  const [before, joint, after] = tokens.slice(index - 1, index + 2);
  return joint?.word === 'and' && isPlace(before?.word ?? '') && isPlace(after?.word ?? '');
}

const clauseWords: ReadonlySet<string> = new Set(
  'who whom whose which that said says told has had have is was were will would could should can may might when where while after before since because as but and or told added warned insisted'.split(
    ' ',
  ),
);

function headNoun(tokens: readonly Token[], from: number, to: number): number | undefined {
  let head: number | undefined;
  for (let index = from; index < to; index += 1) {
    const word = tokens[index]?.word ?? '';
    if (/^(?:of|to|for|at|in|on|from|with)$/.test(word)) break;
    if (singularRole(word) || sitsIn(tokens, index, to)) head = index;
  }
  if (head === undefined) return undefined;
  const next = tokens[head + 1];
  // "President Trump's envoy" is a role; "President Trump" alone is another person.
  return next !== undefined && head + 1 < to && isCapitalised(next.word) && isAdjacent(next) ? undefined : head;
}

/** "a member of the party's political bureau": a seat in a body in which only people sit. */
function sitsIn(tokens: readonly Token[], index: number, to: number): boolean {
  if (tokens[index]?.word !== 'member' || tokens[index + 1]?.word !== 'of') return false;
  return /^(?:bureau|politburo|parliament|cabinet|delegation|assembly|congress|senate|leadership|secretariat)$/i.test(
    tokens[to - 1]?.word ?? '',
  );
}

/** Without an article a role begins with what qualifies one, or is the role noun itself. */
function beginsRole(tokens: readonly Token[], from: number, head: number): boolean {
  const first = tokens[from];
  return first !== undefined && (from === head || qualifiesRole(first));
}

function roleEnd(tokens: readonly Token[], head: number, to: number): number {
  const next = tokens[head + 1];
  if (next === undefined || head + 1 >= to) return head + 1;
  if (!/^(?:of|to|for|at|in|on|with|from|general|elect)$/.test(next.word)) return head + 1;
  // "a banker with contacts in the capital": what somebody has is no part of the role.
  const having = tokens.findIndex(({ word }, index) => index > head && index < to && word === 'with');
  return having < 0 || isCapitalised(tokens[having + 1]?.word ?? '') || tokens[having + 1]?.word === 'the'
    ? to
    : having;
}
