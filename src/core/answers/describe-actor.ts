import type { Sentence } from '../articles/article.ts';
import type { HeldArticle, Library } from '../stories/library.ts';
import type { Query } from './query.ts';
import type { Weighed } from './weigh-sentence.ts';

/** A place that says who somebody is, with the words that say it. */
export interface Description {
  readonly held: HeldArticle;
  readonly sentence: Sentence;
  readonly words: string;
}

/** Who the one named in a "who is …" question is: the role most articles give, else what stands beside the name. */
export function describe(query: Query, weighed: readonly Weighed[], library: Library): Description | undefined {
  if (query.terms.some((term) => !term.known)) return undefined;
  for (const actor of query.actors) {
    for (const role of actor.roles) {
      for (const place of role.places) {
        const held = library.article(place.article);
        const sentence = held?.sentences[place.sentence];
        if (held !== undefined && sentence?.text.includes(role.text) === true) return { held, sentence, words: role.text };
      }
    }
  }
  return weighed.map((entry) => besideName(entry, query)).find((found) => found !== undefined);
}

/** "Sergei Lavrov, the foreign minister, …", "Russia's Foreign Minister, Sergei Lavrov", "President Trump", "X is a …". */
function besideName({ found, words, hits }: Weighed, query: Query): Description | undefined {
  const { held, sentence } = found.at;
  if (hits.some((hit) => hit === undefined)) return undefined;
  const places = hits.filter((hit) => hit !== undefined);
  const first = words[Math.min(...places)];
  const last = words[Math.max(...places)];
  if (first === undefined || last === undefined || query.terms.length === 0) return undefined;
  const after = afterName.exec(sentence.text.slice(last.end))?.groups;
  const beside = after?.['beside'] ?? after?.['is'];
  if (beside !== undefined) return { held, sentence, words: beside };
  const before = beforeName.exec(sentence.text.slice(0, first.start));
  const role = before?.groups?.['role'];
  return role === undefined ? undefined : { held, sentence, words: role };
}

const roleNoun =
  '(?:minister|president|chancellor|secretary|leader|chief|advis[eo]r|spokes\\w+|ambassador|general|chair\\w*|director|head|governor|king|queen|pope|envoy|official|mayor|senator|commissioner|founder|owner|coach|captain|professor|author|analyst|lawyer|judge|founder|boss|executive)s?';
const afterName = new RegExp(
  String.raw`^(?:,\s(?:who\sis\s)?(?<beside>(?:(?:an?|the|his|her|their)\s|\p{Lu}[\p{L}.]*(?:['’]s)?\s|(?:\p{Ll}+\s){0,3}(?=${roleNoun}))[^,.;]{3,80})(?=[,.;])|\s(?:is|was)\s(?<is>(?:an?|the)\s[^,.;]{3,80}))`,
  'u',
);
const beforeName = new RegExp(
  String.raw`(?<role>(?:\p{Lu}[\p{L}.]*(?:['’]s)?\s|(?:of|for|and)\s){0,5}${roleNoun}),?\s(?:\p{Lu}[\p{L}.-]*\s)*$`,
  'iu',
);
