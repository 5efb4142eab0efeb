import { isAdjacent, isCapitalised, type Token } from '../tokens.ts';
import { wordClass } from './word-class.ts';

/** What the rest of an article shows of a word, as counts. */
interface Evidence {
  lowerCase: number;
  insideSentence: number;
  afterTitle: number;
  afterGivenName: number;
  besideSaying: number;
  afterPlacePreposition: number;
  afterThe: number;
  beforeOrganisationNoun: number;
}

/** A word of a sentence as the tagger sees it. */
export interface Seen {
  readonly lower: string;
  readonly wordClass: string;
  readonly shape: string;
  /** What stands between the word before and this one, as one character. */
  readonly gap: string;
  readonly capitalised: boolean;
  readonly possessive: boolean;
  readonly evidence: Readonly<Evidence>;
}

/** Takes all sentences of an article together: what one sentence shows of a word counts in the others. */
export function seeWords(sentences: readonly (readonly Token[])[]): Seen[][] {
  const classOf = remembered(wordClass);
  const shape = remembered(shapeOf);
  const evidence = gatherEvidence(sentences, classOf);
  return sentences.map((tokens) =>
    tokens.map((token) => ({
      lower: token.word.toLowerCase(),
      wordClass: classOf(token.word),
      shape: shape(token.word),
      gap: gapOf(token.before),
      capitalised: isCapitalised(token.word),
      possessive: token.possessive,
      evidence: evidence.get(token.word.toLowerCase()) ?? noEvidence(),
    })),
  );
}

/** An article says most of its words more than once. */
function remembered(of: (word: string) => string): (word: string) => string {
  const found = new Map<string, string>();
  return (word) => {
    const known = found.get(word) ?? of(word);
    found.set(word, known);
    return known;
  };
}

function gatherEvidence(
  sentences: readonly (readonly Token[])[],
  classOf: (word: string) => string,
): ReadonlyMap<string, Evidence> {
  const gathered = new Map<string, Evidence>();
  for (const tokens of sentences) {
    for (const [index, token] of tokens.entries()) {
      const lower = token.word.toLowerCase();
      const evidence = gathered.get(lower) ?? noEvidence();
      gathered.set(lower, evidence);
      if (!isCapitalised(token.word)) {
        if (/^\p{Ll}/u.test(token.word)) evidence.lowerCase += 1;
        continue;
      }
      count(evidence, { token, previous: tokens[index - 1], next: tokens[index + 1] }, classOf);
    }
  }
  return gathered;
}

interface Neighbours {
  readonly token: Token;
  readonly previous: Token | undefined;
  readonly next: Token | undefined;
}

function count(evidence: Evidence, { token, previous, next }: Neighbours, classOf: (word: string) => string): void {
  const before = classOf(previous?.word ?? '');
  const after = classOf(next?.word ?? '');
  const saidBefore = before.includes('S') && /[,”"]/.test(previous?.before ?? '');
  if (previous !== undefined) evidence.insideSentence += 1;
  if (isAdjacent(token) && /[HTR]/.test(before)) evidence.afterTitle += 1;
  if (isAdjacent(token) && before.includes('F')) evidence.afterGivenName += 1;
  if (after.includes('S') || saidBefore) evidence.besideSaying += 1;
  if (before === 'i') evidence.afterPlacePreposition += 1;
  if (previous?.word.toLowerCase() === 'the') evidence.afterThe += 1;
  if (after.includes('O') && next !== undefined && isAdjacent(next)) evidence.beforeOrganisationNoun += 1;
}

function noEvidence(): Evidence {
  return {
    lowerCase: 0,
    insideSentence: 0,
    afterTitle: 0,
    afterGivenName: 0,
    besideSaying: 0,
    afterPlacePreposition: 0,
    afterThe: 0,
    beforeOrganisationNoun: 0,
  };
}

/** "Xx" for "Starmer", "X.X." for "U.S.", "XxXx" for "McGurk": runs of the same kind are one. */
function shapeOf(word: string): string {
  return word
    .replaceAll(/\p{Lu}/gu, 'X')
    .replaceAll(/\p{Ll}/gu, 'x')
    .replaceAll(/\p{N}/gu, '0')
    .replaceAll(/(.)\1+/gu, '$1');
}

const gaps: readonly (readonly [pattern: RegExp, letter: string])[] = [
  [/^\s+$/, 's'],
  [/^$/, '0'],
  [/^\s*,/, ','],
  [/["“”‘’']/u, '"'],
  [/\(/, '('],
  [/\)/, ')'],
  [/[-–—]/u, '-'],
  [/[.:;]/, '.'],
];

function gapOf(before: string): string {
  return gaps.find(([pattern]) => pattern.test(before))?.[1] ?? '?';
}
