import type { HeldArticle, Library } from '../stories/library.ts';
import { sentenceLine } from '../stories/lines.ts';
import type { Line } from '../messages/line.ts';
import type { AbstainReason, Answer } from './answer.ts';
import { isAnonymous } from './anonymous.ts';
import { isCompound, supportsCompound } from './compound.ts';
import { givesDoer, givesMeasure, givesTime, goesOnFromTheOneBefore } from './bound-answer.ts';
import { describe } from './describe-actor.ts';
import { exactSpan } from './exact-span.ts';
import { disputesOver, touches } from './contested.ts';
import { completed, type PreviousQuestion } from './follow-up.ts';
import { linesFor, linesOf } from './gather-lines.ts';
import { doubtsOf, fitOf, fitsByChance, isOff, lacksSpan, ruledOut } from './judge.ts';
import { lookClosely } from './look-closely.ts';
import { isSupported, leastSupport, supportOf } from './answer-model.ts';
import { newestCount } from './newest-count.ts';
import { type Query, queryFor } from './query.ts';
import { rankPassages } from './rank-passages.ts';
import { readQuestion } from './read-question.ts';
import { indexOf, type SentenceIndex } from './sentence-index.ts';
import { namesOf, speaksIn } from './speakers.ts';
import { type Weighed, weighSentence } from './weigh-sentence.ts';

export type { PreviousQuestion } from './follow-up.ts';

/** Sentences that may be tried for the answer when the best is ruled out, and how much of its fit they must have. */
const tried = 5;
const nearBest = 0.8;
/** The least chance of being the answer where the form of the sentence itself shows that it answers. */
const leastSupportWhenBound = 0.2;

/**
 * Answers a question from a story's articles, or says that they do not say. Pure: the same question on the same library
 * always has the same answer. `previous` is the question before in the same thread, for follow-ups such as "and the mayor?".
 */
export function answerQuestion(question: string, library: Library, previous?: PreviousQuestion): Answer {
  const index = indexOf(library);
  const given = { question, articlesHeld: library.articles.length };
  if (index.size === 0) return { ...given, ...abstention('no-articles', []) };
  const query = queryFor(readQuestion(completed(question, previous)), library, index);
  const weighed = lookClosely(query, index);
  const answer = query.publishers.notHeld.length > 0 ? undefined : findAnswer({ query, weighed, library, index });
  if (answer === undefined) return { ...given, ...abstention(reasonFor(query), nearestLines(weighed)) };
  return {
    ...given,
    ...standing({ found: broughtUpToDate({ found: answer, query, weighed, library }), query, weighed }),
  };
}

/** A number that grew is the newest article's, beside those that were given before. */
function broughtUpToDate({ found, query, weighed, library }: Standing & Pick<Search, 'library'>): Found {
  const newest = newestCount(query, weighed, found.sentences[0]);
  if (newest === undefined) return found;
  return { ...answered(newest.words, [newest.line], library), earlier: newest.earlier };
}

type Found = Omit<Answer, 'question' | 'articlesHeld'>;

interface Standing {
  readonly found: Found;
  readonly query: Query;
  readonly weighed: readonly Weighed[];
}

/** What was found, beside it the disputes over what was asked for; nothing where all of it rests on one nameless source. */
function standing({ found, query, weighed }: Standing): Found {
  const disputes = disputesOver(found.sentences, weighed).filter((dispute) => touches(dispute, query, found));
  const nameless = found.origins === 1 && found.sentences.every(({ text }) => isAnonymous(text));
  if (nameless && query.reading.kind !== 'statement' && !isAnonymous(query.reading.text)) {
    return { ...abstention('one-anonymous-source', found.sentences), disputes };
  }
  return { ...found, disputes };
}

interface Search {
  readonly query: Query;
  readonly weighed: readonly Weighed[];
  readonly library: Library;
  readonly index: SentenceIndex;
}

function findAnswer(search: Search): Found | undefined {
  const { query, weighed, library, index } = search;
  if (query.reading.kind === 'description') {
    const found = describe(query, weighed, library);
    return found && answered(found.words, [sentenceLine(found.held, found.sentence, found.others)], library);
  }
  if (isCompound(query)) {
    return supportsCompound(weighed) ? compoundAnswer(search) : undefined;
  }
  const happened = weighed.filter((entry) => !isOff(entry, query));
  const fitting =
    query.reading.kind === 'statement' ? happened.filter((entry) => answersSpeech(entry, query, index)) : happened;
  const spanned = fitting.filter((entry) => !lacksSpan(entry, query)).slice(0, tried);
  const sure = spanned.filter((entry) => answers(entry, fitting, search));
  const answering = sure.length > 0 ? sure : fitting.slice(0, 1).filter((entry) => answers(entry, fitting, search));
  const [best] = answering;
  if (best === undefined) return undefined;
  return answered(exactSpan(best, query), linesFor(answering, weighed), library);
}

/** Passages whose best sentences are tried as the lines of an answer to a question for several facts. */
const passagesTried = 6;

/** A question for several facts is answered by a sentence from each of the passages that together tell most of them. */
function compoundAnswer({ query, weighed, library, index }: Search): Found | undefined {
  const facts = rankPassages(query, index, passagesTried).map(({ best }) =>
    weighSentence({ at: best, score: 0, content: 0 }, query, index),
  );
  const [first] = facts;
  return first && answered(first.found.at.sentence.text, linesOf(facts, [...facts, ...weighed]), library);
}

function answers(entry: Weighed, all: readonly Weighed[], search: Search): boolean {
  const { query, index } = search;
  const [best] = all;
  if (best === undefined || ruledOut(entry, query) !== undefined) return false;
  const { kind } = query.reading;
  const doubted = doubtsOf(entry, query).length > 0;
  if (kind === 'reason' && !doubted && givesReason(entry, best)) return supportOf(best, search) >= leastSupport;
  if (fitOf(entry) < nearBest * fitOf(best)) return false;
  if (kind === 'statement' || kind === 'yes-no') return !doubted;
  if (fitsByChance(entry, query, index.size)) return false;
  return !doubted && isBound(entry, search)
    ? supportOf(entry, search) >= leastSupportWhenBound
    : isSupported(entry, search);
}

/** Whether the form of the sentence shows that it answers. */
function isBound(entry: Weighed, { query, index }: Search): boolean {
  return (
    [givesMeasure, givesTime, givesDoer].some((gives) => gives(entry, query)) ||
    goesOnFromTheOneBefore(entry, query, index)
  );
}

/** Whether a sentence goes on from the best one, which gives no reason itself: "He put off the visit. He did not want to …". */
function givesReason(entry: Weighed, best: Weighed): boolean {
  const follows = entry.found.at.id === best.found.at.id + 1 && entry.found.at.article === best.found.at.article;
  return follows && best.evidence.typed === 0 && /^(?:he|she|they|it|this|that)\b/i.test(entry.found.at.sentence.text);
}

/** How much of the weight of what a statement is asked about must be in the sentence. */
const leastTopic = 0.5;

/** Whether the asked speaker speaks there, and about what was asked. */
function answersSpeech(entry: Weighed, query: Query, index: SentenceIndex): boolean {
  if (!speaksIn(entry, query, index)) return false;
  const speaker = new Set(namesOf(query).flat());
  const own = new Set(query.reading.speaker);
  const topic = query.terms.flatMap((term, at) =>
    own.has(term.word) || term.terms.some((spelling) => speaker.has(spelling)) ? [] : [{ term, hit: entry.hits[at] }],
  );
  const total = topic.reduce((sum, { term }) => sum + term.weight, 0);
  const held = topic.reduce((sum, { term, hit }) => sum + (hit === undefined ? 0 : term.weight), 0);
  const full = topic.some(({ term }) => term.word.weight === 'full');
  return !full || held >= leastTopic * total;
}

function answered(words: string, sentences: readonly Line[], library: Library): Found {
  const articles = sentences.flatMap((line) => line.receipts.map((receipt) => library.article(receipt.article)));
  const origins = new Set(articles.flatMap((held: HeldArticle | undefined) => held?.origin ?? []));
  return {
    abstained: false,
    reason: null,
    answer: words,
    sentences,
    nearest: [],
    earlier: [],
    disputes: [],
    origins: origins.size,
  };
}

function abstention(reason: AbstainReason, nearest: readonly Line[]): Found {
  return { abstained: true, reason, answer: null, sentences: [], nearest, earlier: [], disputes: [], origins: 0 };
}

/** Share of a question's weight that must stand somewhere in the articles, when it names nobody and nothing of theirs. */
const leastKnown = 0.3;

function reasonFor({ terms, totalWeight }: Query): AbstainReason {
  if (terms.some((term) => term.name && term.known)) return 'not-in-the-articles';
  const known = terms.reduce((sum, term) => sum + (term.known ? term.weight : 0), 0);
  return known < leastKnown * totalWeight ? 'other-topic' : 'not-in-the-articles';
}

const mostNearest = 3;
const leastCoverNearest = 0.2;

function nearestLines(weighed: readonly Weighed[]): Line[] {
  return weighed
    .filter(({ evidence }) => evidence.cover >= leastCoverNearest)
    .slice(0, mostNearest)
    .map(({ found }) => sentenceLine(found.at.held, found.at.sentence));
}
