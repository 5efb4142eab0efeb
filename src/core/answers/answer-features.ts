import { doubtsOf } from './judge.ts';
import { oppositesOf } from '../language/en/opposites.ts';
import type { Query, QueryTerm } from './query.ts';
import type { SentenceIndex } from './sentence-index.ts';
import { closeness, type Evidence, type Weighed } from './weigh-sentence.ts';
import { type Word, wordsOf } from '../words/words.ts';

/** What the trained model sees of a sentence as the answer to a question: numbers by name, most of them from 0 to 1. */
export type Features = Readonly<Record<string, number>>;

/** The features of a sentence for a question. `evidence` is what was weighed before; the rest is looked at here. */
export function featuresOf(weighed: Weighed, query: Query, index: SentenceIndex): Features {
  const question = askedWords(query);
  return {
    ...evidenceFeatures(weighed.evidence),
    ...doubtFeatures(weighed, query),
    ...formFeatures(query, question),
    ...matchFeatures(weighed, query, index),
    ...orderFeatures(weighed, query),
    ...wordingFeatures(weighed, question),
    ...newsFeatures(weighed, query, question),
    ...replacedFeatures(weighed, query, question),
  };
}

const wordsAsked = new WeakMap<Query, readonly Word[]>();

function askedWords(query: Query): readonly Word[] {
  const ready = wordsAsked.get(query) ?? wordsOf(query.reading.text);
  wordsAsked.set(query, ready);
  return ready;
}

function evidenceFeatures(evidence: Evidence): Features {
  return { ...evidence };
}

/** What speaks against the sentence by a rule, each for itself. */
function doubtFeatures(weighed: Weighed, query: Query): Features {
  return Object.fromEntries(doubtsOf(weighed, query).map((doubt) => [doubt, 1]));
}

/** Words that turn a question into its opposite; "ruled out", as news has it, tells of a deed. */
const plainDenial = /^(?:not|never|no|without|neither|nor|cannot)$/;

const superlative = /(?:.est|^most|^least|^first|^last|^only)$/;

/** What the question is like. */
function formFeatures({ reading, terms }: Query, question: readonly Word[]): Features {
  const at = question.findIndex(({ lower }) => /^(?:who|whom|whose|when|where|why|how|what|which)$/.test(lower));
  return {
    [`kind ${reading.kind}`]: 1,
    [`asks ${question[at]?.lower ?? 'nothing'}`]: 1,
    'asks late': at > 0 ? 1 : 0,
    'asks after focus': reading.focus === undefined ? 0 : 1,
    'is negated': question.some(({ lower, raw }) => plainDenial.test(lower) || /n['’]t$/i.test(raw)) ? 1 : 0,
    'log terms': Math.log(1 + terms.length),
    'names asked': terms.filter(({ name }) => name).length / Math.max(1, terms.length),
    'numbers asked': terms.filter(({ word }) => word.number).length,
    'superlative asked': question.some(({ lower }) => superlative.test(lower)) ? 1 : 0,
    'asks did': /^(?:did|does|do)$/.test(question[at + 1]?.lower ?? '') ? 1 : 0,
    'asks be': /^(?:is|are|was|were)$/.test(question[at + 1]?.lower ?? '') ? 1 : 0,
  };
}

/** How each word of the question is met. */
function matchFeatures({ words, hits, found }: Weighed, query: Query, index: SentenceIndex): Features {
  const lowers = new Set(words.map(({ lower }) => lower));
  const all = Math.max(
    1e-9,
    query.terms.reduce((sum, { share }) => sum + share, 0),
  );
  const sums: Record<string, number> = {};
  const add = (name: string, amount: number): void => {
    sums[name] = (sums[name] ?? 0) + amount;
  };
  const full = query.terms.filter(({ word }) => word.weight === 'full');
  for (const [at, term] of query.terms.entries()) {
    const state = stateOf(term, hits[at], { words, lowers, index, id: found.at.id, article: found.at.article });
    add(`share ${state}`, term.share / all);
    if (term.name) add(`name ${state}`, 1);
    if (term.word.number) add(`number ${state}`, 1);
    if (superlative.test(term.word.lower)) add(`superlative ${state}`, 1);
    if (term === full[0]) add(`first ${state}`, 1);
    if (term === full.at(-1)) add(`last ${state}`, 1);
    if (state === 'absent') {
      const prefix = Math.max(0, ...words.map((word) => alike(word.term, term.word.term)));
      add('absent unlike', 1 - prefix);
      sums['most unlike'] = Math.max(sums['most unlike'] ?? 0, 1 - prefix);
    }
  }
  return sums;
}

interface Place {
  readonly words: readonly Word[];
  readonly lowers: ReadonlySet<string>;
  readonly index: SentenceIndex;
  readonly id: number;
  readonly article: number;
}

function stateOf(term: QueryTerm, hit: number | undefined, { words, lowers, index, id, article }: Place): string {
  if (lowers.has(term.word.lower)) return 'exact';
  if (hit !== undefined) return words[hit]?.term === term.word.term ? 'stem' : 'synonym';
  if (words.some((word) => word.weight !== 'stop' && derived(word.lower, term.word.lower))) return 'derived';
  const near = [id - 1, id + 1, id - 2, id + 2].filter((other) => index.articleOf[other] === article);
  if (near.some((other) => term.terms.some((spelling) => index.holds(other, spelling)))) return 'near';
  if (term.terms.some((spelling) => index.isTitled(article, spelling))) return 'titled';
  return 'absent';
}

/** "presidency" and "president", "invasion" and "invade": the same first letters, and most of the shorter word. */
function derived(one: string, other: string): boolean {
  const most = Math.min(one.length, other.length);
  const same = commonStart(one, other);
  return same >= 4 && same >= most - 3;
}

function commonStart(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}

function alike(one: string, other: string): number {
  return commonStart(one, other) / Math.max(one.length, other.length);
}

/** How the words found stand to each other. */
function orderFeatures({ hits, words }: Weighed, { terms }: Query): Features {
  const places = hits.filter((hit) => hit !== undefined);
  const sorted = places.toSorted((one, other) => one - other);
  let inversions = 0;
  let run = 0;
  let longest = 0;
  let kept = 0;
  let broken = 0;
  for (const [at, hit] of hits.entries()) {
    const before = hits[at - 1];
    run = hit === undefined ? 0 : run + 1;
    longest = Math.max(longest, run);
    const beside = (terms[at]?.word.start ?? 0) - (terms[at - 1]?.word.end ?? -9) === 1;
    if (hit !== undefined && before !== undefined && hit < before) inversions += 1;
    if (beside && hit !== undefined && before !== undefined && hit - before === 1) kept += 1;
    else if (beside && (hit !== undefined || before !== undefined)) broken += 1;
  }
  const span = (sorted.at(-1) ?? 0) - (sorted[0] ?? 0);
  const pairs = Math.max(1, terms.length - 1);
  return {
    'order turned': inversions / pairs,
    'longest run': longest / Math.max(1, terms.length),
    'phrases kept': kept / pairs,
    'phrases broken': broken / pairs,
    'width of hits': places.length === 0 ? 1 : Math.min(1, span / 40),
    'hits in width': places.length / (span + 1),
    'hit count': places.length,
    'log words': Math.log(1 + words.length),
  };
}

/** How much of the question's very wording, small words too, stands in the sentence. */
function wordingFeatures({ words }: Weighed, question: readonly Word[]): Features {
  const held = (size: number): number => {
    const runs = runsOf(words, size);
    const asked = [...runsOf(question, size)];
    return asked.length === 0 ? 0 : asked.filter((run) => runs.has(run)).length / asked.length;
  };
  return { 'wording of one': held(1), 'wording of two': held(2), 'wording of three': held(3) };
}

function runsOf(words: readonly Word[], size: number): Set<string> {
  const lowers = words.map(({ lower }) => lower);
  return new Set(
    lowers.slice(0, Math.max(0, lowers.length - size + 1)).map((_, at) => lowers.slice(at, at + size).join(' ')),
  );
}

/** What the sentence tells that the question does not. */
function newsFeatures({ words, hits, spans }: Weighed, { terms }: Query, question: readonly Word[]): Features {
  const asked = new Set([...terms.flatMap((term) => term.terms), ...question.map(({ term }) => term)]);
  const fresh = words.flatMap((word, at) => (word.weight === 'stop' || asked.has(word.term) ? [] : [at]));
  const places = hits.filter((hit) => hit !== undefined);
  const [first, last] = [Math.min(...places), Math.max(...places)];
  const nearness = fresh.map((at) => closeness(at, hits));
  const contrary = words.some(
    (word, at) => !places.includes(at) && oppositesOf(word.term).some((other) => asked.has(other)),
  );
  return {
    'news count': Math.min(20, fresh.length),
    'news share': fresh.length / Math.max(1, words.length),
    'news before': Math.min(6, fresh.filter((at) => at < first).length),
    'news after': Math.min(6, fresh.filter((at) => at > last).length),
    'news between': Math.min(6, fresh.filter((at) => at > first && at < last).length),
    'news nearest': Math.min(3, Math.max(0, ...nearness)),
    'names told': Math.min(4, fresh.filter((at) => words[at]?.capital === true).length),
    'numbers told': Math.min(3, fresh.filter((at) => words[at]?.number === true).length),
    'spans told': Math.min(3, spans.length),
    'contrary word': contrary ? 1 : 0,
  };
}

/** Where the question puts another word beside a word found than the sentence does: "outer core" for "inner core". */
function replacedFeatures({ words, hits }: Weighed, { terms }: Query, question: readonly Word[]): Features {
  const sums: Record<string, number> = {};
  const add = (name: string): void => {
    sums[name] = (sums[name] ?? 0) + 1;
  };
  const asked = new Set(question.map(({ term }) => term));
  const isNew = (word: Word | undefined): word is Word =>
    word !== undefined && word.weight !== 'stop' && !asked.has(word.term);
  const places = new Map(question.map((word, at) => [word.start, at]));
  for (const [at, term] of terms.entries()) {
    const hit = hits[at];
    const place = places.get(term.word.start) ?? -1;
    const [before, after] = [question[place - 1], question[place + 1]];
    if (hit === undefined) {
      const [next, last] = [hits[at + 1], hits[at - 1]];
      const kind = term.word.number ? 'number' : term.name ? 'name' : 'word';
      const besideNext = terms[at + 1]?.word === after && next !== undefined;
      const besideLast = terms[at - 1]?.word === before && last !== undefined;
      const other = besideNext ? words[next - 1] : undefined;
      const follower = besideLast ? words[last + 1] : undefined;
      if (besideNext && isNew(other)) add(`other ${kind} before`);
      else if (besideNext) add('bare after');
      if (besideLast && isNew(follower)) add(`other ${kind} after`);
      else if (besideLast) add('bare before');
      if (next !== undefined && last !== undefined && next - last === 2 && isNew(words[last + 1])) add('other between');
      if (kind === 'name' && words.some((word) => isNew(word) && word.capital)) add('other name told');
      if (kind === 'number' && words.some((word) => isNew(word) && word.number)) add('other number told');
      if (term.word.lower.length > 4 && words.some((word) => isNew(word) && nearlySpelt(word.lower, term.word.lower)))
        add('spelt nearly');
      continue;
    }
    const own = words[hit - 1];
    if (isNew(own) && (before === undefined || before.weight === 'stop')) {
      add(own.capital ? 'added name before' : 'added word before');
    }
    const small = before !== undefined && preposition.test(before.lower) ? before.lower : undefined;
    const held = [words[hit - 1], words[hit - 2]].find((word) => word !== undefined && preposition.test(word.lower));
    if (small !== undefined && held !== undefined) add(small === held.lower ? 'same preposition' : 'other preposition');
    if (small !== undefined && held === undefined) add('preposition lost');
    if (small === undefined && held !== undefined) add('preposition added');
  }
  return sums;
}

const preposition =
  /^(?:of|in|on|at|to|from|by|with|for|into|under|over|between|against|after|before|during|since|than|as)$/;

/** One letter more, fewer or other. */
function nearlySpelt(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  const start = commonStart(one, other);
  const end = commonStart([...one].toReversed().join(''), [...other].toReversed().join(''));
  return start + end >= Math.max(one.length, other.length) - 1;
}
