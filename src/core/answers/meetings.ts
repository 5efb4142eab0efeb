import { stem } from '../words/stem.ts';
import type { Word } from '../words/words.ts';

const meet = stem('meet');
const call = stem('call');
const beforeCall = new Set('a an the phone telephone video his her their this that'.split(' '));
const meeting = new Set('meet met meets meeting meetings summit summits'.split(' '));
const fromAfar = new Set(
  'phone phoned telephone telephoned call called video videolink online letter email'.split(' '),
);

const events = new Set(['summit', 'meeting', 'conference', 'talks', 'gathering', 'session'].map(stem));
/**
 * Whether a question asks for a meeting, and a sentence tells only of a call or a letter: those who speak so do not meet, and
 * who has a call at the time of a meeting has not called it.
 */
export function isOnlyCall(asked: ReadonlySet<string>, words: readonly Word[]): boolean {
  if (asked.has(call)) return [...events].some((event) => asked.has(event)) && tellsOfOtherCall(words);
  if (!asked.has(meet) || [...fromAfar].some((word) => asked.has(stem(word)))) return false;
  return words.some(({ lower }) => fromAfar.has(lower)) && !words.some(({ lower }) => meeting.has(lower));
}

/** "had a call", "called the debate premature", and nowhere "called the summit" or "the summit was called". */
function tellsOfOtherCall(words: readonly Word[]): boolean {
  const calls = words.flatMap(({ term }, at) =>
    term === call && !beforeCall.has(words[at - 1]?.lower ?? '') ? [at] : [],
  );
  const isTold = words.some(({ term }) => term === call);
  return isTold && !calls.some((at) => callsEvent(words, at));
}

function callsEvent(words: readonly Word[], at: number): boolean {
  const isEvent = ({ term }: Word): boolean => events.has(term);
  if (words.slice(at + 1, at + 6).some(isEvent)) return true;
  return words[at + 1]?.lower === 'by' && words.slice(Math.max(0, at - 4), at).some(isEvent);
}

const happening = new Set(
  'convened convene convenes gathered gather gathers met meet meets held hosted hosts took'.split(' '),
);

/** Places of the words that tell when and where an event took place: "a summit, where leaders CONVENED on Monday". */
export function happeningsOf(asked: ReadonlySet<string>, words: readonly Word[]): number[] {
  if (![...events].some((event) => asked.has(event) && words.some(({ term }) => term === event))) return [];
  return words.flatMap(({ lower }, at) => (happening.has(lower) ? [at] : []));
}

const callingOff = String.raw`(?:(?:put(?:s|ting)?|call(?:s|ed|ing)?) off|(?:cancel|postpon|scrapp|shelv|abandon)\p{Ll}*)`;
const anywhere = new RegExp(String.raw`\b${callingOff}`, 'iu');
const justBefore = new RegExp(String.raw`\b${callingOff}\s(?:(?:a|an|the|his|her|its|their)\s)?(?:\p{Ll}+\s)?$`, 'iu');

/** Whether a question itself asks about something called off. */
export function mayBeCalledOff(question: string): boolean {
  return anywhere.test(question);
}

/** Whether the sentence says that something the question names was called off: "put off a VISIT". */
export function isCalledOff(
  text: string,
  { words, hits }: { readonly words: readonly Word[]; readonly hits: readonly (number | undefined)[] },
): boolean {
  if (!anywhere.test(text)) return false;
  return hits.some((hit) => hit !== undefined && justBefore.test(text.slice(0, words[hit]?.start)));
}
