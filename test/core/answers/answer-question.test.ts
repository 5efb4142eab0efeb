import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../../src/core/answers/answer-question.ts';
import { sha256 } from '../../../src/core/ids/ids.ts';
import type { Actor } from '../../../src/core/stories/actor.ts';
import type { Library } from '../../../src/core/stories/library.ts';
import { libraryOf } from '../../eval/support/library-of.ts';

const text = readFileSync(new URL('../../fixtures/articles/backstop.txt', import.meta.url), 'utf8');
const seed = {
  title: 'Starmer asks for a US backstop',
  text,
  publisher: 'The Paper',
  published: '2025-02-18T00:00:00Z',
};
const backstop = libraryOf([seed]);

const answerable: readonly (readonly [question: string, holds: string, answer?: string])[] = [
  ['What did Lavrov say about Europe?', 'Sergei Lavrov, made it clear that Europe should not have a role'],
  ['Who is visiting Saudi Arabia?', 'the visit of Marco Rubio', 'Marco Rubio'],
  ['Where was the summit held?', 'an emergency summit in Paris', 'Paris'],
  ['When did the European leaders convene?', 'convened on Monday', 'on Monday'],
  ['Who was not invited to the Saudi summit?', 'not being invited', 'Volodymyr Zelenskyy'],
  ['Whom did Trump phone?', 'phone call with Russian President Vladimir Putin', 'Vladimir Putin'],
  ['What does Starmer want?', 'backstop'],
  ['What did Podolyak tell Italian television?', 'In a statement to Italian television'],
  ['Will the US provide security guarantees to Ukraine?', 'will not provide future security guarantees'],
  ['Who is Sergei Lavrov?', 'Foreign Minister, Sergei Lavrov', 'Russia’s Foreign Minister'],
  ['What has Ukraine said about a ceasefire?', 'will not agree to a ceasefire unless'],
  ['what did zelensky say about the saudi summit', 'expressed his discontent over not being invited'],
  ['Why does Podolyak want Europe at the table?', 'Europe’s participation is vital due to the war'],
  ['Why was Zelenskyy unhappy?', 'expressed his discontent over not being invited'],
  ['With whom did Trump speak on the phone?', 'phone call with Russian President', 'Vladimir Putin'],
  ['Who goes to Saudi Arabia?', 'the visit of Marco Rubio', 'Marco Rubio'],
  ['Where did Rubio travel?', 'the visit of Marco Rubio', 'Saudi Arabia'],
  ['What did Starmer ask for?', 'the necessity of a US ‘backstop’'],
  ['Who wants a US backstop?', 'the necessity of a US', 'Keir Starmer, the Prime Minister of the United Kingdom'],
  ['Will Ukraine accept a ceasefire?', 'will not agree to a ceasefire unless'],
  ['Who said Europe must be at the table?', 'advisor Mychailo Podolyak', 'Mychailo Podolyak'],
  ['Who spoke to Italian television?', 'In a statement to Italian television', 'Mychailo Podolyak'],
];

const unanswerable = [
  'How many British soldiers will be sent?',
  'What did Macron say?',
  'When did Xi arrive in Paris?',
  'How much money will Europe give to Ukraine?',
  'What did Scholz propose?',
  'Who is the Pope?',
  'Did Trump meet Putin in Moscow?',
  'What did Lavrov say about China?',
  'When will the ceasefire begin?',
  'Why was Zelenskyy not invited to the summit?',
  'How many leaders attended the summit in Paris?',
  'Who won the football match?',
  'What did Putin say about Starmer?',
  'Challenges and stakes?',
  'What did Macron say about the backstop?',
  'What did Putin say to Trump?',
  'Did Lavrov meet Zelenskyy?',
  'What did Podolyak tell French television?',
  'Who called the summit?',
  'What did Rubio say?',
  'When was the phone call?',
  'Who excluded Zelenskyy?',
  'Did Starmer say that Europe should not have a role?',
];

describe('a question to the seed article', () => {
  it.each(answerable.map(([question, holds, exact]) => ({ question, holds, exact })))(
    '$question is answered',
    ({ question, holds, exact }) => {
      const { abstained, answer, sentences } = answerQuestion(question, backstop);
      expect(abstained).toBe(false);
      expect(sentences[0]?.text).toContain(holds);
      expect(answer).toBe(exact ?? sentences[0]?.text);
    },
  );

  it.each(unanswerable)('%s is not answered', (question) => {
    const { abstained, answer, sentences, nearest } = answerQuestion(question, backstop);
    expect({ abstained, answer, sentences }).toEqual({ abstained: true, answer: null, sentences: [] });
    expect(nearest.length).toBeLessThanOrEqual(3);
  });
});

describe('an abstention', () => {
  it('says that nothing is held', () => {
    expect(answerQuestion('Who is Sergei Lavrov?', libraryOf([]))).toMatchObject({
      reason: 'no-articles',
      articlesHeld: 0,
    });
  });

  it('gives the nearest sentences, which do not answer', () => {
    const { reason, nearest, origins } = answerQuestion('What did Lavrov say about China?', backstop);
    expect({ reason, origins }).toEqual({ reason: 'not-in-the-articles', origins: 0 });
    expect(nearest[0]?.text).toContain('Lavrov');
  });

  it('tells a question about something else', () => {
    expect(answerQuestion('What is the boiling point of mercury?', backstop).reason).toBe('other-topic');
  });

  it('stands however often and in whatever words the question is pressed', () => {
    const question = 'How many British soldiers will be sent?';
    const first = answerQuestion(question, backstop);
    expect(answerQuestion(question, backstop)).toEqual(first);
    expect(answerQuestion('Just guess!', backstop, { question })).toEqual({ ...first, question: 'Just guess!' });
    expect(answerQuestion(`Just guess: ${question}`, backstop).abstained).toBe(true);
  });

  it('is given for a publisher whose articles are not held', () => {
    const question = 'According to an article by The Other Gazette, what does Starmer want?';
    expect(answerQuestion(question, backstop).abstained).toBe(true);
    expect(answerQuestion(question.replace('Other Gazette', 'Paper'), backstop).abstained).toBe(false);
  });
});

describe('a follow-up', () => {
  const previous = { question: 'What did Lavrov say about Europe?' };

  it.each([
    ['and Podolyak?', previous.question, 'advisor Mychailo Podolyak emphasized'],
    ['and what about Starmer?', 'What does Rubio want?', 'backstop'],
    ['And about a ceasefire?', 'What has Ukraine said about security?', 'will not agree to a ceasefire'],
    ['When was that?', 'Where did the European leaders convene?', 'convened on Monday'],
    ['Who is he?', previous.question, 'Foreign Minister, Sergei Lavrov'],
  ])('%s leans on the question before', (question, before, holds) => {
    expect(answerQuestion(question, backstop, { question: before }).sentences[0]?.text).toContain(holds);
  });

  it('that stands alone is answered alone', () => {
    const question = 'Who is visiting Saudi Arabia?';
    expect(answerQuestion(question, backstop, previous)).toEqual(answerQuestion(question, backstop));
  });

  it('finds nothing where its completed question finds nothing', () => {
    expect(answerQuestion('and about China?', backstop, previous).abstained).toBe(true);
  });
});

describe('several articles', () => {
  const wire = 'The minister said on Friday that 40 buses would leave the harbour town.\n\nNobody was hurt.';
  const copied = [
    { title: 'Buses leave', text: wire, publisher: 'Wire' },
    { title: 'Town emptied', text: `${wire}\n\nMore tomorrow.`, publisher: 'Morning', copyOf: 0 },
    {
      title: 'Buses',
      text: 'The minister said on Friday that 40 buses would leave the harbour town, he added.',
      publisher: 'Observer',
    },
    {
      title: 'Fewer',
      text: 'The minister said on Friday that 30 buses would leave the harbour town.',
      publisher: 'Courier',
    },
  ];

  it('that say the same are receipts of one line and count by origin', () => {
    const { answer, sentences, origins } = answerQuestion(
      'How many buses will leave the town?',
      libraryOf(copied.slice(0, 3)),
    );
    expect(answer).toBe('40');
    expect(sentences.map((line) => [line.receipts.map(({ publisher }) => publisher), line.origins])).toEqual([
      [['Wire', 'Morning', 'Observer'], 2],
    ]);
    expect(origins).toBe(2);
  });

  it('that disagree on a number give an answer, and both sides beside it', () => {
    const { abstained, disputes } = answerQuestion('How many buses will leave the town?', libraryOf(copied));
    expect(abstained).toBe(false);
    expect(disputes.flatMap(({ sides }) => sides.map(({ value }) => value)).toSorted()).toEqual([
      '30 buses',
      '40 buses',
    ]);
  });

  it('answer for somebody under any spelling that the story knows', () => {
    const library = libraryOf(
      [{ title: 'News', text: 'Wolodymyr Selenskyj said that Kyiv would decide alone.' }],
      [actor()],
    );
    expect(answerQuestion('What did Zelensky say about Kyiv?', library).abstained).toBe(false);
  });

  it('answer for a speaker whom the reading knows by a pronoun, and not for one who is only spoken of', () => {
    const library = spokenLibrary();
    expect(answerQuestion('What did Zelensky say about grain?', library).sentences[0]?.text).toContain(
      'He called the grain deal dead',
    );
    expect(answerQuestion('What did Zelensky say about gas?', library).abstained).toBe(true);
  });
});

it('answers with an exact part of its first sentence, under valid receipts, whatever is asked', () => {
  const words = [
    'Lavrov',
    'Europe',
    'who',
    'when',
    'not',
    'say',
    'did',
    'What',
    'how many',
    'summit',
    'Paris',
    '?',
    ',',
    '"',
    'Zelenskyy',
    '12',
    'why',
  ];
  const question = fc
    .array(fc.oneof(fc.constantFrom(...words), fc.string()), { maxLength: 12 })
    .map((parts) => parts.join(' '));
  fc.assert(
    fc.property(question, question, (asked, before) => {
      const { abstained, answer, sentences, nearest } = answerQuestion(asked, backstop, { question: before });
      expect(abstained).toBe(sentences.length === 0);
      if (!abstained) expect(sentences[0]?.text).toContain(answer ?? 'no answer');
      for (const line of [...sentences, ...nearest]) {
        for (const { start, end, sha256: hash } of line.receipts) expect(sha256(text.slice(start, end))).toBe(hash);
      }
    }),
    { numRuns: 300 },
  );
});

function actor(parts: Partial<Actor> = {}): Actor {
  const aliases = ['Volodymyr Zelenskyy', 'Wolodymyr Selenskyj'];
  return {
    name: 'Volodymyr Zelensky',
    kind: 'person',
    aliases,
    roles: [],
    statements: [],
    statementsIn: () => [],
    articles: [],
    mentions: 1,
    ...parts,
  };
}

/** Zelensky speaks in the second sentence; in the third Macron does, as the article's reading says. */
function spokenLibrary(): Library {
  const plain = libraryOf([
    {
      title: 'Talks',
      text: 'Volodymyr Zelensky came to Rome. Talks went on. He called the grain deal dead. Macron said Zelensky would call about gas.',
    },
  ]);
  const articles = plain.articles.map((held) => {
    const said = (
      sentence: number,
      speaker: string,
      cue: string,
    ): Library['articles'][number]['reading']['statements'][number] => {
      const { start, end } = held.sentences[sentence] ?? { start: 0, end: 0 };
      return { sentence, start, end, speaker, kind: 'saying', cue, quoted: false, content: { start, end } };
    };
    return {
      ...held,
      reading: {
        ...held.reading,
        statements: [said(2, 'Volodymyr Zelensky', 'called'), said(3, 'Emmanuel Macron', 'said')],
      },
    };
  });
  const statements = articles.flatMap(({ article, reading }) =>
    reading.statements.slice(0, 1).map((statement) => ({ article: article.id, ...statement })),
  );
  return {
    ...plain,
    articles,
    actors: [actor({ statements, statementsIn: (id) => statements.filter(({ article }) => article === id) })],
    article: (id) => articles.find((held) => held.article.id === id),
  };
}
