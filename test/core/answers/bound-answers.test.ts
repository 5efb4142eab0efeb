import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../../src/core/answers/answer-question.ts';
import { heldLibrary } from '../../support/held-library.ts';

const texts = [
  `Talks about the ferry opened in Nordby on Monday. Denmark hosted the meeting in the old town hall.
The Nordic Council will pay half of the costs of the talks and the Baltic Union a third.
Mayor Anna Holm and Captain Peter Berg signed the list of boats.
Damage to the quay is put at 40 million crowns, and the harbour stays closed.`,
  `Union leader Ida Lund is to meet Shipping Chairman Erik Moe on Friday for the first time.
Envoy Jon Dahl arrived in Tarnby on Tuesday for talks with a Danish delegation led by Minister Eva Krog.
Minister Eva Krog met Bishop Ole Vind in Tarnby on Monday.
Lund sat down with Governor Mona Friis in Tarnby.
The loss of the fishermen was great, their association said.
The old crane fell shortly after 4 a.m. on Thursday, the port said.
The ferry line on Saturday denied that it had been warned before the mast broke.
The captain of Aurora Lines, Peter Berg, resigned on Sunday, a day after the storm.
A report shows that a diver at Aurora Lines found the wreck.
Minister Eva Krog signed on Wednesday a truce that begins at noon on Friday.
Talks to close the strait will begin next week.
The opposition demanded a fund of nine million crowns.
Three boats of Aurora Lines had been searched, the police said.
The Baltic Union welcomed that commanders of both fleets kept the peace.
Lund called for a pause before the herring season begins in May.`,
  `President Karl Aas of Norland said the strait would stay open. "Nobody closes the sea," Aas said.
President Lisa Bro of Sundland spoke by video.
The two presidents of the neighbouring states will act as guarantors.
Tor Eng, an adviser to the president, said the boats were old.
Governor Mona Friis told reporters that the bridge was safe.`,
];
const held = heldLibrary(texts.map((text, at) => ({ publisher: `Paper ${at}`, text })));
const ask = (question: string) => answerQuestion(question, held);

describe('a question that the form of a sentence answers', () => {
  it.each([
    ['How much is the damage?', '40 million crowns'],
    ['Who pays a third of the costs?', 'Baltic Union'],
    ['Who will pay half of the costs?', 'Nordic Council'],
    ['Who hosted the Nordby talks?', 'Denmark'],
    ['Who did Krog meet?', 'Bishop Ole Vind'],
    ['Who did Lund sit down with?', 'Mona Friis'],
    ['When did the crane fall?', 'on Thursday'],
    ['Who resigned?', 'Peter Berg'],
    ['When does the truce begin?', 'at noon on Friday'],
    ['Who is the president of Norland?', 'Karl Aas'],
    ['Who found the wreck?', 'A report shows that a diver at Aurora Lines found the wreck.'],
    ['Whom will Lund meet?', 'Shipping Chairman Erik Moe'],
  ])('%s', (question, answer) => {
    expect(ask(question)).toMatchObject({ abstained: false, answer });
  });

  it.each([
    ['a place of which nothing is told', 'Who hosted the Tarnby talks?'],
    ['a share that nobody is said to pay', 'Who pays a quarter of the costs?'],
    ['another thing than the one measured', 'How much is the damage to the bridge?'],
    ['a number where none is given', 'How much is the loss of the fishermen?'],
    ['what is only asked for', 'How much is the fund?'],
    ['what was done by nobody who is named', 'Who searched the boats?'],
    ['those who do so, not what they do', 'Who commands the fleets?'],
    ['a day on which something else begins', 'When does the pause begin?'],
    ['a day that only dates what is said', 'When did the mast break?'],
    ['what talks are only meant to bring', 'When did the strait close?'],
    ['a meeting that is only planned', 'Who did Moe meet?'],
    ['a meeting that was only the purpose of a journey', 'Who did Dahl meet?'],
    ['a meeting where two only stand in one sentence', 'Who did Holm meet?'],
  ])('is left open for %s: %s', (_what, question) => {
    expect(ask(question)).toMatchObject({ abstained: true, answer: null });
  });
});

describe('what the holder of an office said', () => {
  it('is said by one of those who hold it, and by nobody who is only named beside it', () => {
    const { abstained, sentences } = ask('What did the president say?');
    expect(abstained).toBe(false);
    for (const { text } of sentences) expect(text).toMatch(/\bAas\b/);
  });

  it('is found where only one holds it', () => {
    expect(ask('What did the governor say?').sentences.map(({ text }) => text)).toEqual([
      'Governor Mona Friis told reporters that the bridge was safe.',
    ]);
  });

  it('is left open where nobody who holds it says anything', () => {
    expect(ask('What did the bishop say?')).toMatchObject({ abstained: true });
  });
});
