import { readFileSync } from 'node:fs';
import { findDisputes } from '../../src/core/disputes/find-disputes.ts';
import { sure } from '../../src/core/disputes/kinds.ts';
import { sha256 } from '../../src/core/ids/ids.ts';
import { heldLibrary } from '../support/held-library.ts';

interface Pair {
  readonly kind: string;
  readonly hours: number;
  readonly texts: readonly string[];
}

const start = Date.parse('2025-02-18T08:00:00Z');

/** "KIND HOURS | one | other", where the other may be left out: then the dispute is within the one. */
function pairsIn(text: string): Pair[] {
  return text.split('\n').flatMap((line) => {
    const [head = '', ...texts] = line.split('|').map((part) => part.trim());
    const [kind = '', hours = ''] = head.split(' ');
    return /^\d+$/u.test(hours) ? [{ kind, hours: Number(hours), texts: texts.filter((part) => part !== '') }] : [];
  });
}

function isKeptOut({ texts }: Pair): boolean {
  return Number.parseInt(sha256(texts.join('|')).slice(0, 6), 16) % 3 === 0;
}

const fillers = ['Gulls sat on the wall of the old mill that day.', 'A band played for the guests of a wedding party.'];

function found({ hours, texts }: Pair): string {
  const library = heldLibrary(
    texts.map((text, index) => ({
      publisher: `Paper ${index}`,
      text: `${fillers[index] ?? ''}\n${text}`,
      published: new Date(start + index * hours * 3_600_000).toISOString(),
    })),
  );
  return findDisputes(library)[0]?.kind ?? 'none';
}

function share(part: number, all: number): string {
  return all === 0 ? '  – ' : (part / all).toFixed(2);
}

function print(name: string, pairs: readonly Pair[]): void {
  const judged = pairs.map((pair) => ({ pair, got: found(pair) }));
  console.log(`${name}: ${pairs.length} pairs`);
  for (const kind of [...Object.keys(sure), 'none']) {
    const right = judged.filter(({ pair, got }) => pair.kind === kind && got === kind).length;
    const named = judged.filter(({ got }) => got === kind).length;
    const gold = judged.filter(({ pair }) => pair.kind === kind).length;
    console.log(`  ${kind.padEnd(11)} P ${share(right, named)} of ${named}  R ${share(right, gold)} of ${gold}`);
  }
}

const pairs = pairsIn(readFileSync(new URL('../../../test/fixtures/disputes/pairs.txt', import.meta.url), 'utf8'));
const development = pairs.filter((pair) => !isKeptOut(pair));
print('development', development);
print('kept out', pairs.filter(isKeptOut));
if (process.argv.includes('--verbose'))
  for (const pair of development) {
    const got = found(pair);
    if (got !== pair.kind) console.log(`${pair.kind} → ${got}\n  ${pair.texts.join('\n  ')}`);
  }
