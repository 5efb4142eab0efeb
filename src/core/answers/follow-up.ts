import { readQuestion } from './read-question.ts';
import { type Word, wordsOf } from '../words/words.ts';

/** The question before, on which a follow-up may lean. */
export interface PreviousQuestion {
  readonly question: string;
}

/** The question as it is meant: a short or leaning follow-up is completed from the question before it. */
export function completed(question: string, previous: PreviousQuestion | undefined): string {
  if (previous === undefined) return question;
  const bare = question.replaceAll(insisting, ' ').trim();
  if (!/[\p{L}\p{N}]/u.test(bare)) return previous.question;
  const words = wordsOf(bare);
  const content = words.filter((word) => word.weight === 'full');
  if (isBare(bare, words)) return replaced(bare, content, previous.question);
  const pronoun = words.findIndex((word) => /^(?:he|she|him|they|them|his|her|their)$/.test(word.lower));
  if (pronoun >= 0 && !words.slice(0, pronoun).some((word) => word.capital)) return withPerson(bare, previous.question);
  return leansOnMatter(words, content) ? withMatter(bare, previous.question) : question;
}

/** Words that press for an answer and ask nothing: they change nothing. */
const insisting =
  /\b(?:just (?:guess|tell me|say)|(?:take a|your best) guess|guess|come on|try again|again|are you sure|really|please|then tell me)\b[,:.!?]*/giu;

/** Only an opening and the new matter: "and the mayor?", "what about China?". */
function isBare(text: string, words: readonly Word[]): boolean {
  const matter = text.replace(/^(?:and|or|but)?\s*(?:(?:what|how) about|about)?\s*/i, '');
  const asks = /\b(?:who|whom|whose|when|where|why|how|what|which|do|does|did|is|are|was|were|will|has|have)\b/i.test(
    matter,
  );
  return !asks && words.length <= 7 && (matter !== text || words.length <= 2);
}

/** The previous question with the new matter in the old one's place: its topic after "about", else its speaker or name. */
function replaced(bare: string, content: readonly Word[], previous: string): string {
  const [first] = content;
  const last = content.at(-1);
  if (first === undefined || last === undefined) return previous;
  const matter = bare.slice(first.start, last.end);
  if (/^(?:and|or|but)?\s*about\b/i.test(bare) && topic.test(previous))
    return previous.replace(topic, `about ${matter}?`);
  const [from, to] = personOf(previous);
  if (from === undefined || to === undefined) return `${unasked(previous)} ${matter}?`;
  const before = previous.slice(0, from);
  return (first.capital ? before.replace(/\bthe\s$/i, '') : before) + matter + previous.slice(to);
}

const topic = /\b(?:about|on|regarding)\b\s+.+?\s*\??$/i;

/** The follow-up with the one the previous question speaks of in the pronoun's place. */
function withPerson(bare: string, previous: string): string {
  const [from, to] = personOf(previous);
  if (from === undefined || to === undefined) return withMatter(bare, previous);
  const person = previous.slice(from, to);
  return bare.replace(/\b(?:his|her|their)\b/i, `${person}'s`).replace(/\b(?:he|she|him|they|them)\b/i, person);
}

/** Where a question names its speaker, else its first name; nothing when it names nobody. */
function personOf(question: string): readonly [from?: number, to?: number] {
  const { speaker, words } = readQuestion(question);
  const named = speaker ?? firstName(words);
  const [first] = named;
  const last = named.at(-1);
  return first === undefined || last === undefined ? [] : [first.start, last.end];
}

function firstName(words: readonly Word[]): Word[] {
  const start = words.findIndex((word) => word.capital);
  if (start < 0) return [];
  const name = words.slice(start, start + 1);
  for (const word of words.slice(start + 1)) {
    if (!word.capital || word.start - (name.at(-1)?.end ?? 0) !== 1) break;
    name.push(word);
  }
  return name;
}

/** Nothing of its own to ask about: "when was that?", "why?". */
function leansOnMatter(words: readonly Word[], content: readonly Word[]): boolean {
  if (content.length === 0 || isAskingAlone(words)) return true;
  return content.length <= 2 && words.some((word) => /^(?:that|this|it|there|then|those|these)$/.test(word.lower));
}

/** "For how long?", "with whom?", "at what time?" */
function isAskingAlone(words: readonly Word[]): boolean {
  return /^(?:and )?(?:\w+ )?(?:how (?:long|many|much|often)|whom?|(?:what|which) \w+|when|where|why)$/.test(
    words.map(({ lower }) => lower).join(' '),
  );
}

function withMatter(bare: string, previous: string): string {
  const matter = readQuestion(previous).words.filter((word) => word.weight === 'full');
  return `${unasked(bare)}: ${matter.map((word) => word.raw).join(' ')}`;
}

function unasked(question: string): string {
  return question.replace(/[\s?]+$/, '');
}
