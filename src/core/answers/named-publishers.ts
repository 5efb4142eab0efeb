import type { TextSpan } from '../articles/article.ts';
import { folded } from '../text/fold.ts';

/** What a question says about where it wants its answer from. */
export interface NamedPublishers {
  /** Numbers of articles whose publisher the question names. */
  readonly articles: ReadonlySet<number>;
  /** Names of publishers whose articles are asked for, and none is held. */
  readonly notHeld: readonly string[];
  /** Where the question names publishers: those words are no part of what is asked. */
  readonly words: readonly TextSpan[];
}

/** Finds the publishers that a question names; `held` gives the article numbers of each by its folded name. */
export function namedPublishers(question: string, held: ReadonlyMap<string, Int32Array>): NamedPublishers {
  const text = foldedInPlace(question);
  const articles = new Set<number>();
  const words: TextSpan[] = [];
  for (const [publisher, numbers] of held) {
    const spans = placesOf(publisher, text, question);
    if (spans.length === 0) continue;
    words.push(...spans);
    for (const number of numbers) articles.add(number);
  }
  const asked = askedPublishers(question);
  const notHeld = asked.filter((span) => !isHeld(question.slice(span.start, span.end), held));
  return {
    articles,
    notHeld: notHeld.map((span) => question.slice(span.start, span.end)),
    words: [...words, ...notHeld],
  };
}

/** Folded letter by letter, so that offsets stay those of the question. */
export function foldedInPlace(question: string): string {
  return [...question].map((letter) => (folded(letter).length === letter.length ? folded(letter) : letter)).join('');
}

/** Where the question holds the publisher's name as whole words; one of short common words must be written with capitals. */
export function placesOf(publisher: string, text: string, question: string): TextSpan[] {
  const bare = publisher.replace(/^the /, '');
  if (bare.length < 3) return [];
  const places: TextSpan[] = [];
  for (let start = text.indexOf(bare); start >= 0; start = text.indexOf(bare, start + bare.length)) {
    const end = start + bare.length;
    const whole = !/[\p{L}\p{N}]/u.test(text.charAt(start - 1)) && !/[\p{L}\p{N}]/u.test(text.charAt(end));
    if (whole && /^[\p{Lu}\p{N}]/u.test(question.slice(start))) places.push({ start, end });
  }
  return places;
}

const name = String.raw`(?:[Tt]he\s)?(?<name>\p{Lu}[\p{L}\p{N}.&]*(?:\s(?:of\s)?\p{Lu}[\p{L}\p{N}.&]*|\s\d+)*)`;
const paper = '(?:articles?|pieces?)';
const forms: readonly RegExp[] = [
  new RegExp(String.raw`\b${paper}\s(?:by|from|in)\s${name}`, 'gu'),
  new RegExp(String.raw`\b(?:an?|the|recent|latest)\s${name}(?<!['’]s)\s${paper}\b`, 'gu'),
];
/** Further outlets of a question that already speaks of an article. */
const further: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?:another|one|report|piece|review|feature|coverage|analysis|story)\s(?:by|from|in)\s${name}`,
    'gu',
  ),
  new RegExp(String.raw`\b(?:and|an?|the)\s${name}\s(?:report|piece|review|feature|coverage|story)\b`, 'gu'),
  new RegExp(
    String.raw`\b(?:reported|presented|discussed|highlighted|mentioned|noted|provided)\s(?:by|in)\s${name}`,
    'gu',
  ),
];

function askedPublishers(question: string): TextSpan[] {
  const spans = forms.flatMap((form) => matchesOf(form, question));
  return spans.length === 0 ? [] : [...spans, ...further.flatMap((form) => matchesOf(form, question))];
}

function matchesOf(form: RegExp, question: string): TextSpan[] {
  return [...question.matchAll(form)].flatMap((match) => {
    const found = match.groups?.['name'];
    if (found === undefined) return [];
    const start = question.indexOf(found, match.index);
    return [{ start, end: start + found.length }];
  });
}

function isHeld(asked: string, held: ReadonlyMap<string, Int32Array>): boolean {
  const wanted = bareName(asked);
  return [...held.keys()].some((publisher) => {
    const bare = bareName(publisher);
    return bare.startsWith(wanted) || wanted.startsWith(bare);
  });
}

function bareName(publisher: string): string {
  return folded(publisher)
    .replace(/^the /, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
