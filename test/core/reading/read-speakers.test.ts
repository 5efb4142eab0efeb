import { expect, it } from 'vitest';
import { splitSentences } from '../../../src/core/articles/sentences.ts';
import { articleIdSchema } from '../../../src/core/ids/ids.ts';
import { readArticle } from '../../../src/core/reading/read-article.ts';

const id = articleIdSchema.parse('0123456789ab');

/** The source and the speaker of the statement that holds some words, as "source: speaker". */
function whoSays(words: string, text: string): string {
  const found = readArticle({ id, language: 'en' }, splitSentences(id, text)).statements.filter(
    ({ kind, content }) => kind === 'saying' && text.slice(content.start, content.end).includes(words),
  );
  const last = found.at(-1);
  const source = last?.source;
  return `${source === undefined ? 'none' : text.slice(source.start, source.end)}: ${last?.speaker ?? 'nobody'}`;
}

it.each([
  ['a role', '“We wait until Friday,” Jens Tork, the former governor, told NBV.'],
  ['an age', '“We wait until Friday,” Jens Tork, 54, told the Daily Herald.'],
  ['a clause', '“We wait until Friday,” Jens Tork, who runs the port, told NBV.'],
  ['a role, before the words', 'Jens Tork, the former governor, told NBV: “We wait until Friday.”'],
  ['a day', '“We wait until Friday,” Jens Tork, the pilot, said Monday.'],
  ['a role behind the verb', '“We wait until Friday,” grumbled Jens Tork, the former governor of Sunde.'],
])('whoever told an outlet says it, not the outlet: with %s', (_case, text) => {
  expect(whoSays('We wait', text)).toBe('Jens Tork: Jens Tork');
});

it.each([
  ['an office that is not known', 'Elmville Gate Warden Dalton Price spoke of the tide.', 'nobody'],
  ['an article', 'A resident of the street disagreed.', 'nobody'],
  ['a surname', 'Miller denied that the gate was shut.', 'Miller'],
])('"he" is no earlier speaker where a new one comes between, named by %s', (_case, newcomer, speaker) => {
  expect(whoSays('The gate', `Piet Kroon said the bridge was safe.\n\n${newcomer} “The gate is open,” he said.`)).toBe(
    `he: ${speaker}`,
  );
});

it('"he" at the end of a sentence is whoever spoke at its beginning', () => {
  const text = 'Piet Kroon said 450 jobs would go.\n\nMiller denied that: "Every weaver keeps his place," he said.';
  expect(whoSays('Every weaver', text)).toBe('he: Miller');
});

it.each([
  ['the holder of what a sentence is about', 'But President Olaf Ness’s latest speeches point both ways.', 'Olaf Ness'],
  ['not the holder where he is governed', 'The hall was full of President Olaf Ness’s posters.', 'Paul Brandt'],
])('"he" is %s', (_case, between, speaker) => {
  expect(whoSays('tinsel', `Paul Brandt said it would snow. ${between} “No tinsel this year,” he joked.`)).toBe(
    `he: ${speaker}`,
  );
});

it.each([
  ['According to two officials briefed on the talks, the deal is dead.', 'two officials briefed on the talks'],
  ['The deal is dead, according to a person who sat in the room.', 'a person who sat in the room'],
  ['The deal is dead, according to the harbour office.', 'the harbour office'],
])('a source is told whole: %s', (text, source) => {
  expect(whoSays('deal is dead', text)).toBe(`${source}: nobody`);
});

it('the ministry is the one that the article has named, and none before', () => {
  const said = '“They broke the calm,” the ministry said.';
  expect(whoSays('calm', `The Forestry Ministry called it “absurd” on Monday. ${said}`)).toBe(
    'the ministry: Forestry Ministry',
  );
  expect(whoSays('calm', `${said} The Forestry Ministry called it “absurd” on Monday.`)).toBe('the ministry: nobody');
});

it.each([
  ['“They start one quarrel after another,” said the ministry in a statement.', 'the ministry'],
  ['“No quarrel concerns us,” the court ruled.', 'the court'],
  ['Polling shows that “the quarrel bores most people,” said Jens Tork, the editor.', 'Jens Tork'],
  ['“The quarrel never ends,” sighed the mayor.', 'the mayor'],
])('whoever stands behind a quotation says it: %s', (text, source) => {
  expect(whoSays('quarrel', text).split(':')[0]).toBe(source);
});
