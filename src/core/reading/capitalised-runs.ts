import { particles } from './english/function-words.ts';
import { isAdjacent, isCapitalised, type Token } from './tokens.ts';

/** Words that stand together, as token indexes; `to` exclusive. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/** The capitalised words from a token on, with the particles between them. */
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
