import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { splitSentences } from '../../src/core/articles/sentences.ts';
import { articleIdSchema } from '../../src/core/ids/ids.ts';
import { isPlace } from '../../src/core/reading/english/places.ts';
import { isRoleNoun } from '../../src/core/reading/find-roles.ts';
import { readArticle } from '../../src/core/reading/read-article.ts';
import type { Reading } from '../../src/core/reading/reading.ts';
import { type MarkedFile, markedFiles } from './support/conll.ts';
import { writePredictions } from './support/predictions.ts';
import { rowsOf, setFolder, shown } from './support/rows.ts';

/** re3d and sets of its form: every person and organisation of a document as spans, pronouns and common nouns too. */
const row = z.object({
  id: z.string(),
  text: z.string(),
  entities: z.array(z.object({ start: z.int(), end: z.int(), type: z.string(), text: z.string() })),
});

interface NamedSpan {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

interface Predicted {
  readonly id: string;
  readonly people: readonly NamedSpan[];
  readonly organisations: readonly NamedSpan[];
}

const article = articleIdSchema.parse('0'.repeat(12));

/** The names that reading finds, as re3d marks them. */
function predict({ id, text }: z.infer<typeof row>): Predicted {
  const reading = readArticle({ id: article, language: 'en' }, splitSentences(article, text));
  const spans = (kind: 'person' | 'organisation'): NamedSpan[] =>
    reading.actors
      .flatMap((actor) =>
        actor.kind === kind
          ? [
              ...actor.mentions.flatMap((mention) => asMarked(mention, actor.roles, text)),
              ...actor.references,
              ...actor.roles.filter((role) => isBehindName(role, actor.mentions, text)),
            ]
          : [],
      )
      .map(({ start, end }) => ({ start, end, text: text.slice(start, end) }));
  const { people, organisations } = speakersIn(reading, text);
  return { id, people: [...spans('person'), ...people], organisations: [...spans('organisation'), ...organisations] };
}

/**
 * Whoever speaks without a name, as reading knows it: a pronoun whose speaker is a person, a single person in a role
 * ("a Foreign Office spokesman"), and several at once ("officials", "they") or a country, which
 * re3d marks as organisations.
 */
function speakersIn(reading: Reading, text: string): Pick<Predicted, 'people' | 'organisations'> {
  const kinds = new Map(reading.actors.map(({ name, kind }) => [name, kind]));
  const sources = reading.statements.flatMap(({ source, speaker }) =>
    source === undefined ? [] : [{ ...source, speaker, text: text.slice(source.start, source.end) }],
  );
  const said = reading.statements.flatMap(({ quoted, speaker, content }) =>
    quoted && speaker !== undefined ? firstPersons(content, speaker, text) : [],
  );
  return {
    people: [...said, ...sources].filter((source) =>
      /^(?:he|she|i|my|me)$/i.test(source.text)
        ? kinds.get(source.speaker ?? '') === 'person'
        : isOneInRole(source.text),
    ),
    organisations: sources.filter((source) => isSeveral(source.text) || isPlace(source.text.replace(/^the /i, ''))),
  };
}

/** "I" in what a person is quoted with is that person. */
function firstPersons(said: Span, speaker: string, text: string): (NamedSpan & { readonly speaker: string })[] {
  return [...text.slice(said.start, said.end).matchAll(/\b(?:I|my|me)\b/g)].map(({ 0: word, index }) => ({
    start: said.start + index,
    end: said.start + index + word.length,
    text: word,
    speaker,
  }));
}

function isOneInRole(source: string): boolean {
  const last = source.split(' ').at(-1) ?? '';
  return (
    /^(?:an?|one|another) /i.test(source) &&
    (isRoleNoun(last) || /^(?:man|woman|official|resident|soldier|witness)$/.test(last)) &&
    !/\p{Lu}\S*$/u.test(source)
  );
}

function isSeveral(source: string): boolean {
  return /^(?:they|we)$/i.test(source) || (/^[^,]{3,40}\p{Ll}{3}s$/u.test(source) && !/^(?:an?|one) /i.test(source));
}

/** re3d marks a role behind a name ("Dorrian, the spokesperson") as a person of its own. */
function isBehindName(role: Span, names: readonly Span[], text: string): boolean {
  return names.some(({ end }) => /^, (?:the |a )?$/.test(text.slice(end, role.start)));
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * re3d marks a name that has a title twice, with the title and without; title and name apart where the title is of an
 * office ("Minister for Trade Anna Berg") or a comma stands between; and "Mr Ellwood" only as a whole.
 */
function asMarked({ start, end }: Span, roles: readonly Span[], text: string): Span[] {
  const honorific = /(?:Mr|Mrs|Ms|Dr|Sir)\.? $/.exec(text.slice(0, start));
  if (honorific !== null) return [{ start: start - honorific[0].length, end }];
  const title = roles.find((role) => role.end < start && /^,? $/.test(text.slice(role.end, start)));
  if (title === undefined) return [{ start, end }];
  const isApart = text[title.end] === ',' || / (?:for|to) /.test(text.slice(title.start, title.end));
  return [{ start, end }, isApart ? title : { start: title.start, end }];
}

/** "the" before a name counts neither for nor against. */
function keyOf({ start, text }: NamedSpan): string {
  const bare = text.replace(/^the /i, '');
  return `${start + text.length - bare.length} ${bare}`;
}

function report(title: string, gold: readonly Set<string>[], given: readonly Set<string>[]): void {
  const count = (sets: readonly Set<string>[]): number => sets.reduce((sum, set) => sum + set.size, 0);
  const right = gold.reduce((sum, set, index) => sum + [...set].filter((key) => given[index]?.has(key)).length, 0);
  const precision = right / count(given);
  const recall = right / count(gold);
  const f1 = (2 * right) / (count(given) + count(gold));
  console.log(`${title.padEnd(44)} P ${shown(precision)}  R ${shown(recall)}  F1 ${shown(f1)}  of ${count(gold)}`);
}

function reportRe3d(): void {
  const rows = rowsOf('re3d-ner', row);
  const predictions = rows.map(predict);
  for (const [type, kind] of [
    ['Person', 'people'],
    ['Organisation', 'organisations'],
  ] as const) {
    const marked = rows.map(({ entities, text }) =>
      entities.flatMap((entity) =>
        entity.type === type ? [{ ...entity, text: text.slice(entity.start, entity.end) }] : [],
      ),
    );
    const named = marked.map((entities) => entities.filter(({ text }) => /\p{Lu}\S*$/u.test(text) && text.length > 2));
    const given = predictions.map((prediction) => new Set(prediction[kind].map(keyOf)));
    report(
      `${kind}, all that re3d marks`,
      marked.map((spans) => new Set(spans.map(keyOf))),
      given,
    );
    report(
      `${kind}, those that end in a capitalised word`,
      named.map((spans) => new Set(spans.map(keyOf))),
      given,
    );
  }
  writePredictions('names', predictions);
}

/** Names only, each as a span: the form of CoNLL 2003 and of its corrected files. */
function reportMarked({ name, documents }: MarkedFile): void {
  const given = documents.map(({ text }) => namesIn(text));
  for (const [type, kind] of [
    ['PER', 'people'],
    ['ORG', 'organisations'],
  ] as const) {
    const gold = documents.map(({ names }) => names.filter((marked) => marked.type === type));
    const found = given.map((names) => names.filter((found) => found.kind === kind));
    const inProse = (spans: readonly Span[], index: number): Span[] =>
      spans.filter(
        ({ start, end }) => !(documents[index]?.lines ?? []).some((line) => start >= line.start && end <= line.end),
      );
    report(`${kind}, ${name}`, gold.map(keys), found.map(keys));
    report(
      `${kind}, ${name}, sentences only`,
      gold.map((spans, index) => keys(inProse(spans, index))),
      found.map((spans, index) => keys(inProse(spans, index))),
    );
  }
}

function namesIn(text: string): (Span & { readonly kind: 'people' | 'organisations' })[] {
  const reading = readArticle({ id: article, language: 'en' }, splitSentences(article, text));
  return reading.actors.flatMap(({ kind, mentions }) =>
    mentions.map(({ start, end }) => ({ start, end, kind: kind === 'person' ? 'people' : 'organisations' }) as const),
  );
}

function keys(spans: readonly Span[]): Set<string> {
  return new Set(spans.map(({ start, end }) => `${start} ${end}`));
}

if (existsSync(join(setFolder(), 're3d-ner'))) reportRe3d();
const files = markedFiles(setFolder());
for (const file of files) reportMarked(file);
