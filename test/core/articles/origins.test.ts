import { describe, expect, test } from 'vitest';
import { agenciesOf } from '../../../src/core/articles/agencies.ts';
import { findOrigins } from '../../../src/core/articles/origins.ts';
import { articleId } from '../../../src/core/ids/ids.ts';

const shared = [
  'The council of Nordby voted nine to four on Monday for the new quay after a debate of seven hours in the old town hall.',
  'Fishing boats will return to the northern basin in May when the last of the cranes has been taken down and sold.',
];
const own = [
  'Storms closed the pier twice in the winter and the owners of three boats have asked the county for money to mend them.',
  'A survey by the county found that more than half of the people of the coast would rather have a bridge than a ferry.',
  'Schools near the harbour open their gates an hour later this week because the buses cannot cross the narrow dam at night.',
  'The lighthouse keeper remembers when forty boats came in each evening and the whole town walked down to count them.',
];

function article(publisher: string, lines: readonly string[], hour: number) {
  const text = lines.join('\n');
  return {
    id: articleId(publisher, text),
    publisher,
    text,
    added: `2025-02-18T${String(hour).padStart(2, '0')}:00:00Z`,
  };
}

/** How many independent origins the articles have. */
function origins(...articles: readonly ReturnType<typeof article>[]): number {
  const originOf = findOrigins(articles);
  return new Set(articles.map(({ id }) => originOf(id))).size;
}

describe('articles have one origin', () => {
  test('when six outlets print one agency text, each with its own headline', () => {
    const outlets = ['A', 'B', 'C', 'D', 'E', 'F'];
    expect(origins(...outlets.map((name, hour) => article(name, [`Seen by ${name}`, ...shared, ...own], hour)))).toBe(
      1,
    );
  });

  test('when both credit the agency that a third of the text is from', () => {
    const first = article('A', ['NORDBY (Reuters) -', ...shared, ...own.slice(0, 2)], 1);
    const second = article('B', ['With reporting by Reuters', shared[0] ?? '', ...own.slice(2)], 2);
    expect(origins(first, second)).toBe(1);
  });
});

test('the copy of a copy is from the first text, whichever of them is asked for first', () => {
  const first = article('A', [...shared, ...own.slice(0, 2)], 1);
  const copy = article('B', [...shared, ...own.slice(0, 3)], 2);
  const copyOfCopy = article('C', [...own.slice(0, 3), own[3] ?? ''], 3);
  const articles = [copyOfCopy, first, copy];
  for (const order of [articles, articles.toReversed()]) {
    const originOf = findOrigins(articles);
    expect(order.map(({ id }) => originOf(id))).toEqual(order.map(() => first.id));
  }
});

describe('articles have origins of their own', () => {
  test('when they share a third of their text and credit different agencies, or none', () => {
    const first = (credit: string) => article('A', [credit, ...shared, ...own.slice(0, 2)], 1);
    const second = (credit: string) => article('B', [credit, shared[0] ?? '', ...own.slice(2)], 2);
    expect(origins(first('NORDBY (Reuters) -'), second('NORDBY (AFP) -'))).toBe(2);
    expect(origins(first('NORDBY -'), second('NORDBY -'))).toBe(2);
  });

  test('when they credit one agency and share no text', () => {
    expect(origins(article('A', ['(AFP)', ...shared], 1), article('B', ['(AFP)', ...own], 2))).toBe(2);
  });
});

test.each([
  ['a dateline', 'PARIS (Reuters) - Leaders met.', ['Reuters']],
  ['a dateline with a day', 'PARIS, Feb 17 (AP) — Leaders met.', ['AP']],
  ['a long name', 'Leaders met.\nAgence France-Presse contributed to this report.', ['AFP']],
  ['a word on one fact', 'The minister told AFP that it would hold, according to Reuters.', []],
  ['a signature', 'Leaders met.\nReuters', ['Reuters']],
  ['a last line', 'Leaders met. With reporting by Reuters', ['Reuters']],
  ['a word in capitals', 'The APA rules and the AP exam are hard.', []],
])('an article with %s credits its agency', (_what, text, names) => {
  expect([...agenciesOf({ publisher: 'A Paper', text })]).toEqual(names);
});

test('an agency’s own article comes from it', () => {
  expect([...agenciesOf({ publisher: 'The Associated Press', text: 'Leaders met.' })]).toEqual(['AP']);
});
