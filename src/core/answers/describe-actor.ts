import type { Sentence } from '../articles/article.ts';
import { heldOtherwise, isSucceeded } from '../language/en/office.ts';
import type { ArticleId } from '../ids/ids.ts';
import type { Actor } from '../stories/actor.ts';
import type { HeldArticle, Library } from '../stories/library.ts';
import type { Query } from './query.ts';
import type { Weighed } from './weigh-sentence.ts';
import { wordsOf } from '../words/words.ts';

/** A place that says who somebody is, with the words that say it, and the places in other articles that say the same. */
export interface Description {
  readonly held: HeldArticle;
  readonly sentence: Sentence;
  readonly words: string;
  readonly others: readonly Place[];
}

interface Place {
  readonly held: HeldArticle;
  readonly sentence: Sentence;
}

/** Who the one named in a "who is …" question is: the role most articles give, else what stands beside the name. */
export function describe(query: Query, weighed: readonly Weighed[], library: Library): Description | undefined {
  if (query.terms.some((term) => !term.known)) return undefined;
  const actor = query.actors.find((named) => isAll(named, query));
  for (const role of actor?.roles ?? []) {
    const [first, ...others] = role.places.flatMap((place) => placeIn(library, place.article, place.sentence));
    if (first?.sentence.text.includes(role.text) !== true) continue;
    const elsewhere = others.filter(({ held }) => held !== first.held);
    return { ...first, words: role.text, others: [...new Map(elsewhere.map((place) => [place.held, place])).values()] };
  }
  return (
    holderOf(query, library) ?? weighed.map((entry) => besideName(entry, query)).find((found) => found !== undefined)
  );
}

/** Who has the role that "who is the NATO secretary general" names: the most mentioned actor to whom an article gives it. */
function holderOf(query: Query, library: Library): Description | undefined {
  if (!/^who\b/i.test(query.reading.text)) return undefined;
  for (const actor of library.actors) {
    for (const role of actor.roles) {
      const held = new Set(wordsOf(role.text).map((word) => word.term));
      if (!query.reading.words.every((word) => held.has(word.term))) continue;
      if (heldOtherwise(role.text, query.reading.text)) continue;
      for (const place of role.places.flatMap((at) => placeIn(library, at.article, at.sentence))) {
        if (!holdsIn(place.sentence.text, role.text, query.reading.text)) continue;
        const words = [actor.name, ...actor.aliases].find((name) => place.sentence.text.includes(name));
        if (words !== undefined) return { ...place, words, others: [] };
      }
    }
  }
  return undefined;
}

/** Whether the words right before the office, or before its holder, leave it to them: not "Deputy harbour master", nor "replaced Jens Tork as judge". */
function holdsIn(sentence: string, role: string, asked: string): boolean {
  const before = sentence.slice(0, Math.max(0, sentence.indexOf(role)));
  const near = /(?:[\p{L}-]+\s+){0,2}$/u.exec(before)?.[0] ?? '';
  return !heldOtherwise(near, asked) && !isSucceeded(before.replace(/(?:,|\bas)\s+(?:the\s+)?$/u, ''));
}

/** Whether the question names this actor and asks for nothing else: not for "Curie's daughter". */
function isAll(actor: Actor, query: Query): boolean {
  const names = new Set([actor.name, ...actor.aliases].flatMap((name) => wordsOf(name).map((word) => word.term)));
  return query.terms.every((term) => term.terms.some((spelling) => names.has(spelling)));
}

function placeIn(library: Library, article: ArticleId, sentence: number): Place[] {
  const held = library.article(article);
  const found = held?.sentences[sentence];
  return held === undefined || found === undefined ? [] : [{ held, sentence: found }];
}

/** "Marie Curie, the chemist, …", "Norway's Foreign Minister, Anna Berg", "President Diaz", "X is a …". */
function besideName({ found, words, hits }: Weighed, query: Query): Description | undefined {
  const { held, sentence } = found.at;
  if (hits.some((hit) => hit === undefined)) return undefined;
  const places = hits.filter((hit) => hit !== undefined);
  const first = words[Math.min(...places)];
  const last = words[Math.max(...places)];
  if (first === undefined || last === undefined || query.terms.length === 0) return undefined;
  const after = afterName.exec(sentence.text.slice(last.end))?.groups;
  const beside = after?.['beside'] ?? after?.['is'];
  if (beside !== undefined) return { held, sentence, words: beside, others: [] };
  const before = beforeName.exec(sentence.text.slice(0, first.start));
  const role = before?.groups?.['role'];
  return role === undefined ? undefined : { held, sentence, words: role, others: [] };
}

const roleNouns =
  'minister president chancellor secretary leader chief adviser advisor spokesman spokeswoman spokesperson ambassador general chairman ' +
  'chairwoman chair director head governor king queen pope envoy official mayor senator commissioner founder owner coach captain ' +
  'professor author analyst lawyer judge boss executive';
const roleNoun = `(?:${roleNouns.replaceAll(/(\w)(\w*) ?/g, (_, first: string, rest: string) => `[${first.toUpperCase()}${first}]${rest}|`).slice(0, -1)})`;
const afterName = new RegExp(
  String.raw`^(?:,\s(?:who\sis\s)?(?<beside>(?:(?:an?|the|his|her|their)\s|\p{Lu}[\p{L}.]*(?:['’]s)?\s|(?:\p{Ll}+\s){0,3}(?=${roleNoun}))[^,.;]{3,80})(?=[,.;])|\s(?:is|was)\s(?<is>(?:an?|the)\s[^,.;]{3,80}))`,
  'u',
);
const beforeName = new RegExp(
  String.raw`(?<role>(?!of\s|for\s|and\s)(?:\p{Lu}[\p{L}.]*(?:['’]s)?\s|(?:of|for|and|foreign|prime|former|vice|deputy|defen[cs]e|finance|interior|national|special)\s){0,5}${roleNoun}),?\s(?:\p{Lu}[\p{L}.-]*\s)*$`,
  'u',
);
