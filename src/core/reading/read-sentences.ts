import type { Sentence } from '../articles/article.ts';
import { findNames, type NameCandidate } from './find-names.ts';
import { joinNames } from './join-names.ts';
import { withSpelledOut } from './spelled-out.ts';
import { tagNames } from './tagger/tag-names.ts';
import { roleBehind, type TokenRange } from './find-roles.ts';
import { particles, prepositions } from './english/function-words.ts';
import { isSpeechCue, saidForms } from './english/speech.ts';
import { isCapitalised, type Token, tokenise } from './tokens.ts';

/** A possible name with what its sentence says of it. */
export interface NamedPlace extends NameCandidate {
  readonly words: readonly string[];
  /** Role behind the name, as token indexes. */
  readonly roleBehind?: TokenRange;
  /** The sentence makes it the subject of a verb of saying, or the speaker of a quotation. */
  readonly speaks: boolean;
  /** The sentence gives an age, or a regime or an administration: what only people have. */
  readonly personal: boolean;
}

/** A body sentence taken apart. */
export interface ReadSentence {
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  readonly names: readonly NamedPlace[];
}

/** Takes every body sentence apart; headings are left out, for nothing is read from them. */
export function readSentences(sentences: readonly Sentence[]): ReadSentence[] {
  const body = sentences
    .filter((sentence) => sentence.kind === 'body')
    .map((sentence) => ({ sentence, tokens: tokenise(sentence.text, sentence.start) }));
  const tagged = tagNames(body.map(({ tokens }) => tokens));
  return body.map(({ sentence, tokens }, index) => {
    const joined = joinNames(findNames(tokens), tagged[index] ?? [], tokens);
    const found = withSpelledOut(joined, tokens);
    const names = isHeadline(tokens) && !isListItem(sentence) ? found.flatMap(doubted) : found;
    return { sentence, tokens, names: names.map((candidate) => withContext(candidate, tokens)) };
  });
}

/** "• German Chancellor Olaf Scholz": a list names whom the text is about, as no headline does. */
function isListItem({ text }: Sentence): boolean {
  return /^[•·▪‣*–-]\s+\S/u.test(text);
}

const shortestHeadline = 5;

/** "Smith Meets Berg in Oslo as Talks Drag On": where every word has a capital, a capital shows no name. */
function isHeadline(tokens: readonly Token[]): boolean {
  if (tokens.length < shortestHeadline || tokens.filter(({ before }) => before.includes(',')).length > 1) return false;
  return tokens.every(
    ({ word }) =>
      !/^\p{Ll}/u.test(word) ||
      particles.has(word) ||
      prepositions.has(word) ||
      /^(?:the|an?|but|nor|vs|is)$/.test(word),
  );
}

/** A name of a headline counts only where the article names the same person elsewhere. */
function doubted(candidate: NameCandidate): NameCandidate[] {
  return candidate.kind === 'organisation' ? [] : [{ ...candidate, kind: 'unclear', evidence: 'weak' }];
}

function withContext(candidate: NameCandidate, tokens: readonly Token[]): NamedPlace {
  const behind =
    candidate.kind === 'organisation' || isNextOfList(tokens, candidate) ? undefined : roleBehind(tokens, candidate.to);
  const words = tokens.slice(candidate.from, candidate.to).map((token) => token.word);
  return {
    ...candidate,
    words,
    speaks: speaks(tokens, candidate),
    personal: hasAge(tokens, candidate) || leads(tokens, candidate),
    ...(behind !== undefined && { roleBehind: behind }),
  };
}

/** "Harbour Minister Ada Holm, Deputy Mayor Jan Ruud": behind a name with its title, the next title is the next one's. */
function isNextOfList(tokens: readonly Token[], { to, title }: NameCandidate): boolean {
  const next = tokens[to];
  return title !== undefined && next !== undefined && /^,\s*$/.test(next.before) && isCapitalised(next.word);
}

/** "Tusk said", "Tusk also warned", "…, said Tusk", "according to Tusk". */
function speaks(tokens: readonly Token[], { from, to, title }: NameCandidate): boolean {
  const next = tokens[to];
  if (next !== undefined && !(tokens[to - 1]?.possessive ?? false)) {
    const verb = /^(?:also|has|have|had|later|then|himself|herself|reportedly|repeatedly)$/.test(next.word)
      ? tokens[to + 1]
      : next;
    const after = tokens[tokens.indexOf(next) + (verb === next ? 1 : 2)];
    if (verb !== undefined && /^['’]?s?\s+$/u.test(next.before) && isSpeechCue(verb.word, after?.word ?? ''))
      return true;
  }
  const begins = title?.from ?? from;
  const previous = tokens[begins - 1];
  if (previous?.word === 'to' && /^according$/i.test(tokens[begins - 2]?.word ?? '')) return true;
  return previous !== undefined && saidForms.has(previous.word) && /[,”"’]\s*$/u.test(previous.before);
}

/** "the Assad regime", "Trump’s administration". */
function leads(tokens: readonly Token[], { to }: NameCandidate): boolean {
  const [noun, afterAdjective] = tokens.slice(to, to + 2);
  const isLed = (token: Token | undefined): boolean => /^(?:regime|administration|presidency)$/.test(token?.word ?? '');
  return isLed(noun) || ((tokens[to - 1]?.possessive ?? false) && isLed(afterAdjective));
}

/** "John Smith, 45," */
function hasAge(tokens: readonly Token[], { to }: NameCandidate): boolean {
  const next = tokens[to];
  return next !== undefined && /^[,(]\s*/.test(next.before) && /^(?:1[89]|[2-9]\d)$/.test(next.word);
}
