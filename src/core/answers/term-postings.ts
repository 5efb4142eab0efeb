import { countryWords } from '../words/countries.ts';
import { growingNumbers } from './growing-numbers.ts';
import { textUnits } from '../words/text-units.ts';
import { beginsNoWord, plainWordEnd, wordEnd } from '../words/word-spans.ts';
import { wordTable } from '../words/word-table.ts';
import { formMade, formOf } from '../words/words.ts';

/** Where the terms of many sentences stand. */
export interface TermPostings {
  /** Each term's number. */
  readonly numbers: ReadonlyMap<string, number>;
  /** Numbers of the sentences that hold a term, rising. */
  sentences(term: number): Int32Array;
  /** Share of a term's occurrences that are written with a capital. */
  capitals(term: number): number;
  /** How many words that are no stop words each sentence has. */
  readonly lengths: Int32Array;
}

/** Takes in sentences one after another, and then gives their postings. */
export interface TermCollector {
  /** Enters the next sentence, a stretch of a text. */
  enter(text: string, start: number, end: number): void;
  postings(): TermPostings;
}

const opening = new Set([...countryWords.keys()].flatMap((words) => words.split('_').slice(0, -1)));

/** What a written word is, in the bits of one number: below its term's number. */
const startsCapital = 1;
const opensCountry = 2;
const isStopWord = 4;
const isArticle = 8;
const termShift = 4;

/**
 * Collects the terms that `wordsOf` gives, without an object or a string for every word: an occurrence is one number, the
 * term's doubled, plus one for a capital.
 */
export function termCollector(): TermCollector {
  const numbers = new Map<string, number>();
  const table = wordTable();
  const texts = textUnits();
  const known: number[] = [];
  const occurrences = growingNumbers();
  const ends = growingNumbers();

  function numberOf(term: string): number {
    const number = numbers.get(term) ?? numbers.size;
    if (number === numbers.size) numbers.set(term, number);
    return number;
  }

  function read(raw: string): number {
    const { lower, term, weight } = formMade(raw);
    const kind =
      (/^\p{Lu}/u.test(raw) ? startsCapital : 0) |
      (opening.has(lower) ? opensCountry : 0) |
      (lower === 'the' ? isArticle : 0);
    return weight === 'stop' ? kind | isStopWord : kind | (numberOf(term) << termShift);
  }

  function written(text: string, units: Uint16Array, start: number, end: number): number {
    const number = table.numberOf(units, start, end);
    return (known[number] ??= read(text.slice(start, end)));
  }

  let countryInCapitals: number | undefined;

  function enter(text: string, start: number, end: number): void {
    const units = texts.of(text);
    let startBefore = start;
    let endBefore = start;
    let before = 0;
    let counted = false;
    let capitalBefore = 0;
    for (let at = start; at < end; at += 1) {
      if (beginsNoWord(units[at] ?? 0)) continue;
      const stop = plainWordEnd(units, at) || wordEnd(text, at);
      if (stop === at) continue;
      const isCountry = (before & isArticle) !== 0 && stop - at === 2 && text.startsWith('us', at);
      const word = isCountry ? (countryInCapitals ??= read('US')) : written(text, units, at, stop);
      const capital = at > start && !isCountry ? word & startsCapital : 0;
      const pair =
        (before & opensCountry) === 0 ? undefined : countryOf(text.slice(startBefore, endBefore), text.slice(at, stop));
      if (pair !== undefined) {
        if (counted) occurrences.pop();
        occurrences.push(numberOf(pair) * 2 + capitalBefore);
      }
      counted = pair === undefined && (word & isStopWord) === 0;
      if (counted) occurrences.push((word >> termShift) * 2 + capital);
      startBefore = at;
      endBefore = stop;
      before = word;
      capitalBefore = capital;
      at = stop - 1;
    }
    ends.push(occurrences.length());
  }

  return { enter, postings: () => turnRound(numbers, occurrences.values(), ends.values()) };
}

function countryOf(first: string, second: string): string | undefined {
  return countryWords.get(`${formOf(first).lower}_${formOf(second).lower}`);
}

/** From the terms of each sentence to the sentences of each term. */
function turnRound(numbers: ReadonlyMap<string, number>, occurrences: Int32Array, ends: Int32Array): TermPostings {
  const firsts = new Int32Array(numbers.size + 1);
  const lastSeen = new Int32Array(numbers.size).fill(-1);
  const [capitals, totals] = [new Int32Array(numbers.size), new Int32Array(numbers.size)];
  eachOccurrence(occurrences, ends, (term, sentence, capital) => {
    totals[term] = (totals[term] ?? 0) + 1;
    capitals[term] = (capitals[term] ?? 0) + capital;
    if (lastSeen[term] !== sentence) firsts[term + 1] = (firsts[term + 1] ?? 0) + 1;
    lastSeen[term] = sentence;
  });
  for (let term = 0; term < numbers.size; term += 1) firsts[term + 1] = (firsts[term + 1] ?? 0) + (firsts[term] ?? 0);
  const held = new Int32Array(firsts[numbers.size] ?? 0);
  const filled = firsts.slice();
  lastSeen.fill(-1);
  eachOccurrence(occurrences, ends, (term, sentence) => {
    if (lastSeen[term] === sentence) return;
    lastSeen[term] = sentence;
    const place = filled[term] ?? 0;
    held[place] = sentence;
    filled[term] = place + 1;
  });
  return {
    numbers,
    sentences: (term) => held.subarray(firsts[term] ?? 0, firsts[term + 1] ?? 0),
    capitals: (term) => (capitals[term] ?? 0) / (totals[term] ?? 1),
    lengths: ends.map((end, sentence) => end - (ends[sentence - 1] ?? 0)),
  };
}

function eachOccurrence(
  occurrences: Int32Array,
  ends: Int32Array,
  visit: (term: number, sentence: number, capital: number) => void,
): void {
  let at = 0;
  for (const [sentence, end] of ends.entries())
    for (; at < end; at += 1) {
      const occurrence = occurrences[at] ?? 0;
      visit(occurrence >> 1, sentence, occurrence & 1);
    }
}
