import { plainSpeech, speechOf } from './asked-speaker.ts';
import { type Word, wordsOf } from '../words/words.ts';

/** What kind of thing would answer. */
export type QuestionKind =
  | 'count'
  | 'amount'
  | 'time'
  | 'place'
  | 'person'
  | 'description'
  | 'reason'
  | 'statement'
  | 'yes-no'
  | 'thing';

/** A question, taken apart. */
export interface QuestionReading {
  readonly text: string;
  readonly kind: QuestionKind;
  /** The words that an answering sentence should hold, each term once, in order. */
  readonly words: readonly Word[];
  /** The term that is counted or chosen from: "how many SOLDIERS", "which COUNTRY". */
  readonly focus?: string;
  /** Words of the one whose statement is asked for: "what did THE POLISH PRESIDENT say". */
  readonly speaker?: readonly Word[];
  /**
   * What the answering span must be like, beside its kind: a time ahead or behind, a length of time or way, how much and not how
   * long, under what condition, or whoever somebody met or spoke to, be it a person or not.
   */
  readonly expects?: 'future' | 'past' | 'length' | 'quantity' | 'condition' | 'counterpart';
  /** What the one asked for does: "who CALLED the summit". */
  readonly deed?: Word;
  /** What stands before "whom", and so before the name that answers: "TO whom did they sell it". */
  readonly preposition?: string;
  /** The question itself says not, never, without… */
  readonly negated: boolean;
  /** ISO dates of the days that it names in full. */
  readonly days: readonly string[];
}

/** Takes an English question apart by its form; pure, and total over any text. */
export function readQuestion(question: string): QuestionReading {
  const text = question.trim();
  const all = wordsOf(text);
  const asked = askingWord(all);
  const kind = kindOf(text, all, asked);
  const speech = speechOf(text, all);
  const spoken = speech !== undefined && (kind === 'thing' || kind === 'statement');
  const focus = focusOf(all, asked, kind);
  const measured = all[asked]?.lower === 'how' && kind === 'amount' ? all[asked + 1] : undefined;
  const described = kind === 'description' ? describedIn(text, all) : all;
  const left = described.filter(
    (word) =>
      word !== measured &&
      !(spoken && word === speech.verb) &&
      !(conditional.test(text) && word.term === all[asked + 1]?.term),
  );
  return {
    text,
    kind: spoken ? 'statement' : kind,
    words: contentOf(left, all[asked]),
    negated: all.some((_, at) => isNegation(all, at)),
    days: daysIn(text),
    ...(focus !== undefined && { focus }),
    ...expectationOf(text),
    ...prepositionOf(all, asked),
    ...deedOf(all, asked),
    ...(spoken && { speaker: speech.speaker }),
  };
}

/** The verb right behind "who", auxiliaries left out; none of saying, which an answer words in its own way. */
function deedOf(words: readonly Word[], asked: number): Pick<QuestionReading, 'deed'> {
  if (asked !== 0 || words[0]?.lower !== 'who') return {};
  const deed = words.slice(1).find(({ lower }) => !auxiliary.has(lower) && lower !== 'not');
  if (deed === undefined || deed.capital || deed.weight === 'stop') return {};
  return /^(?:\w+ly|first|last)$/.test(deed.lower) || plainSpeech.test(deed.lower) ? {} : { deed };
}

const prepositions = new Set(['to', 'with', 'from', 'for', 'by', 'against', 'on', 'upon']);

function prepositionOf(words: readonly Word[], asked: number): Pick<QuestionReading, 'preposition'> {
  const before = words[asked - 1]?.lower;
  return words[asked]?.lower === 'whom' && before !== undefined && prepositions.has(before)
    ? { preposition: before }
    : {};
}

/** "When is the fair?" asks for the day of something that may be over; "when is it opening?" and "when is it to open?" do not. */
const plainWhen =
  /\bwhen (?:is|are) (?:the|this|that|these|those|a|an) (?:(?!to\b|going\b|due\b|being\b)[\p{L}\p{N}-]+\s?){1,4}\??$/iu;

const conditional = /\b(?:under|on|upon|in) (?:what|which) (?:conditions?|circumstances?|terms)\b/i;

/** "Who did she meet?", "whom will they talk to?" */
const askedForCounterpart =
  /\bwhom?\s(?:did|does|do|will|would|has|have|had|is|was|were|are)\s.+?\s(?:meet|met|meeting|speak|spoken|speaking|talk|talked|talking|negotiat(?:e|ed|ing))\b/i;

function expectationOf(text: string): Pick<QuestionReading, 'expects'> {
  if (/\bhow long\b/i.test(text)) return { expects: 'length' };
  if (/\bhow much\b(?!\s(?:time|longer|later|earlier|older|younger))/i.test(text)) return { expects: 'quantity' };
  if (conditional.test(text)) return { expects: 'condition' };
  if (askedForCounterpart.test(text)) return { expects: 'counterpart' };
  if (plainWhen.test(text) && !/(?:ing|ed)\W*$/i.test(text)) return {};
  if (/\bwhen (?:will|shall|are|is|can)\b/i.test(text)) return { expects: 'future' };
  return /\bwhen (?:did|was|were|had|has|have)\b/i.test(text) ? { expects: 'past' } : {};
}

const negations = new Set(
  'not never no without neither nor none nobody nothing cannot fail failed fails failing unable lack lacks lacked lacking refuse refused refuses refusing unlike excluding except hardly rarely'.split(
    ' ',
  ),
);

/** Whether the word at this place denies: not, never, isn't, ruled out, … */
export function isNegation(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (word === undefined) return false;
  if (/^rul(?:e|es|ed|ing)$/.test(word.lower)) return words[at + 1]?.lower === 'out';
  return negations.has(word.lower) || /n['’]t$/i.test(word.raw);
}

const askingWords = new Set(['who', 'whom', 'whose', 'when', 'where', 'why', 'how', 'what', 'which']);
const auxiliary = new Set(
  'is are was were am do does did has have had will would can could shall should may might must'.split(' '),
);

/** Index of the word that asks: the first of its kind, or one after a comma when the first only opens a clause; -1 for none. */
function askingWord(words: readonly Word[]): number {
  const places = words.flatMap((word, index) => (askingWords.has(word.lower) ? [index] : []));
  const [first = -1, ...later] = places;
  const opening = words[first];
  const next = words[first + 1];
  const opensClause =
    first === 0 &&
    opening !== undefined &&
    next !== undefined &&
    /^(?:when|where)$/.test(opening.lower) &&
    !auxiliary.has(next.lower);
  if (!opensClause) return first;
  return later.find((index) => /^(?:who|what|which|how|why)$/.test(words[index]?.lower ?? '')) ?? first;
}

const timeNouns = /^(?:year|month|day|date|time|decade|centuri|dai|week|era|season)$/;
const placeNouns =
  /^(?:countri|citi|town|state|place|region|locat|contin|capit|villag|provinc|nation|island|counti|district|area)$/;
const amountNouns =
  /^(?:percentag|percent|amount|number|price|cost|size|ag|popul|temperatur|distanc|speed|rate|share|sum|total|proport|fraction|valu|length|high|wide|deep|long)$/;
const personNouns =
  /^(?:person|individu|presid|minist|leader|man|woman|actor|singer|player|offici|founder|author|chief|king|queen|spokesperson|politician|chancellor|secretari)$/;

function kindOf(text: string, words: readonly Word[], asked: number): QuestionKind {
  const word = words[asked];
  if (word === undefined) return yesNo(words) ? 'yes-no' : 'thing';
  if (asked > 3 && yesNo(words)) return 'yes-no';
  const next = words[asked + 1];
  if (word.lower === 'when') return 'time';
  if (conditional.test(text)) return 'reason';
  if (word.lower === 'where') return 'place';
  if (word.lower === 'why') return 'reason';
  if (word.lower === 'whose' || word.lower === 'whom') return 'person';
  if (describedIn(text, words).length > 0) return 'description';
  if (word.lower === 'who') return 'person';
  if (word.lower === 'how') return howKind(next);
  return nounKind(words, asked);
}

const describing: readonly RegExp[] = [
  /^who(?:['’]s|\s+(?:is|was|are|were))\s+(?<named>[^?]+?)\s*\?*$/iu,
  /^what(?:['’]s|\s+(?:is|was))\s+the\s+(?:role|job|title|function|office|post)\s+of\s+(?<named>[^?]+?)\s*\?*$/iu,
  /^what(?:['’]s|\s+(?:is|was))\s+(?<named>[^?]+?)(?:['’]s|['’])\s+(?:role|job|title|function|office|post)\s*\?*$/iu,
];

/** Where "who is Marie Curie" names the one to be described; nothing for "who is the leader of the opposition". */
function describedIn(text: string, words: readonly Word[]): Word[] {
  const named = describing.map((form) => form.exec(text)?.groups?.['named']).find((found) => found !== undefined);
  if (named === undefined || named.split(/\s+/).length > 4 || /['’]s\s|^(?:with|at|in|on|by|behind|from)\s/.test(named))
    return [];
  const start = text.lastIndexOf(named);
  const inside = words.filter(
    (word) => word.start >= start && word.start < start + named.length && word.weight !== 'stop',
  );
  const plain = inside.length <= 3 && !/\b(?:the|a|an|of|to|by|in|for|not|being)\b|ing\b|ed\b/i.test(named);
  return plain || inside.every((word) => word.capital) ? inside : [];
}

function howKind(next: Word | undefined): QuestionKind {
  if (next === undefined) return 'thing';
  if (next.lower === 'many') return 'count';
  if (/^(?:much|long|far|old|tall|high|wide|deep|big|large|often|fast|quickly|heavy)$/.test(next.lower))
    return 'amount';
  return 'thing';
}

function nounKind(words: readonly Word[], asked: number): QuestionKind {
  for (const word of words.slice(asked + 1, asked + 4)) {
    if (auxiliary.has(word.lower)) break;
    if (timeNouns.test(word.term)) return 'time';
    if (placeNouns.test(word.term)) return 'place';
    if (amountNouns.test(word.term)) return 'amount';
    if (personNouns.test(word.term)) return 'person';
  }
  const after = words.slice(asked + 1, asked + 4);
  const [copula, article, noun] = after;
  if (
    copula !== undefined &&
    auxiliary.has(copula.lower) &&
    article?.lower === 'the' &&
    noun !== undefined &&
    amountNouns.test(noun.term)
  )
    return 'amount';
  return 'thing';
}

function yesNo(words: readonly Word[]): boolean {
  const [first] = words;
  return first !== undefined && (auxiliary.has(first.lower) || /n['’]t$/i.test(first.raw));
}

const pluralNouns = new Set(['people', 'men', 'women', 'children', 'troops', 'percent']);

function focusOf(words: readonly Word[], asked: number, kind: QuestionKind): string | undefined {
  if (asked < 0) return undefined;
  const from = kind === 'count' ? asked + 2 : asked + 1;
  const phrase: Word[] = [];
  for (const word of words.slice(from, from + 4)) {
    if (word.weight === 'stop') break;
    phrase.push(word);
    if (kind === 'count' && (pluralNouns.has(word.lower) || /[^s]s$/.test(word.lower))) return word.term;
  }
  return kind === 'count' ? phrase[0]?.term : phrase.at(-1)?.term;
}

/** Words with content, each term once; a full word beats a light one. */
function contentOf(words: readonly Word[], asked: Word | undefined): Word[] {
  const seen = new Set<string>();
  return words.filter((word) => {
    if (word.weight === 'stop' || word === asked || seen.has(word.term)) return false;
    seen.add(word.term);
    return true;
  });
}

const monthNames = 'january february march april may june july august september october november december'.split(' ');
const dayForms = [
  new RegExp(`\\b(?<month>${monthNames.join('|')})\\s(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s(?<year>\\d{4})`, 'giu'),
  new RegExp(
    `\\b(?<day>\\d{1,2})(?:st|nd|rd|th)?\\s(?:of\\s)?(?<month>${monthNames.join('|')}),?\\s(?<year>\\d{4})`,
    'giu',
  ),
  /\b(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})\b/gu,
];

/** The days that a text names in full, as ISO dates. */
export function daysIn(text: string): string[] {
  return dayForms.flatMap((form) =>
    [...text.matchAll(form)].map(({ groups }) => {
      const month = groups?.['month'] ?? '';
      const number = /^\d/.test(month) ? month : String(monthNames.indexOf(month.toLowerCase()) + 1).padStart(2, '0');
      return `${groups?.['year']}-${number}-${(groups?.['day'] ?? '').padStart(2, '0')}`;
    }),
  );
}
