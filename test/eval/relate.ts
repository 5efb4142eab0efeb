import { readFileSync } from 'node:fs';
import { relate, type Relation } from '../../src/core/events/relate.ts';
import { sha256 } from '../../src/core/ids/ids.ts';

interface Pair {
  readonly story: string;
  readonly one: string;
  readonly other: string;
  readonly hours: number;
  readonly kind: Relation['kind'];
}

const kinds = ['same', 'adds', 'later', 'contradicts', 'different'] as const;
const isKind = (word: string): word is Relation['kind'] => kinds.some((kind) => kind === word);

/** The pairs of a file of blocks: a story and its first sentence behind "#", and below it what other sentences are to it. */
function pairsIn(text: string): Pair[] {
  const pairs: Pair[] = [];
  let [story, one] = ['', ''];
  for (const line of text.split('\n')) {
    const [head = '', sentence] = line.split(' | ');
    if (sentence === undefined) continue;
    const [kind = '', hours = '0'] = head.split(' ');
    if (kind === '#') [story, one] = [hours, sentence];
    else if (isKind(kind)) pairs.push({ story, one, other: sentence, hours: Number(hours), kind });
  }
  return pairs;
}

function isKeptOut({ one, other }: Pair): boolean {
  return Number.parseInt(sha256(`${one}|${other}`).slice(0, 6), 16) % 3 === 0;
}

function given({ one, other, hours }: Pair): Relation {
  return relate({ text: one, at: 0 }, { text: other, at: hours * 3_600_000 });
}

function print(name: string, pairs: readonly Pair[]): void {
  console.log(`${name}: ${pairs.length} pairs`);
  const judged = pairs.map((pair) => ({ pair, got: given(pair).kind }));
  for (const kind of kinds) {
    const right = judged.filter(({ pair, got }) => pair.kind === kind && got === kind).length;
    const gold = judged.filter(({ pair }) => pair.kind === kind).length;
    const named = judged.filter(({ got }) => got === kind).length;
    console.log(`  ${kind.padEnd(12)} P ${share(right, named)}  R ${share(right, gold)}  (${gold})`);
  }
}

function share(part: number, all: number): string {
  return all === 0 ? '  – ' : (part / all).toFixed(3);
}

const pairs = pairsIn(readFileSync(new URL('../../../test/fixtures/relate/pairs.txt', import.meta.url), 'utf8'));
const tuning = pairs.filter((pair) => !isKeptOut(pair));
print('development', tuning);
print('kept out', pairs.filter(isKeptOut));
if (process.argv.includes('--verbose'))
  for (const pair of tuning) {
    const { kind, because } = given(pair);
    if (kind !== pair.kind)
      console.log(`${pair.kind} → ${kind} (${because.join('; ')})\n  ${pair.one}\n  ${pair.other}`);
  }
