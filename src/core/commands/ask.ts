import { z } from 'zod';
import { answerQuestion } from '../answers/answer-question.ts';
import type { AbstainReason, Answer } from '../answers/answer.ts';
import { completed } from '../answers/follow-up.ts';
import { factsOf, sentenceCount } from '../articles/text-facts.ts';
import { UserError } from '../errors/errors.ts';
import type { Block, Span } from '../messages/message.ts';
import { counted, heading, list, note, paragraph, strong, text, time } from '../messages/spans.ts';
import { type Citer, citerFor } from '../stories/citer.ts';
import type { Library } from '../stories/library.ts';
import { defineCommand } from './define-command.ts';
import { disputeBlocks } from './dispute-blocks.ts';
import { libraryWithin, spanArgs } from './shared-args.ts';

const reasons: Record<AbstainReason, string> = {
  'no-articles': 'No article is held yet.',
  'not-in-the-articles': 'No sentence I hold answers this.',
  'other-topic': 'The question seems to be about something else than this story.',
  'one-anonymous-source': 'Only one source without a name says so.',
  'outside-the-window': 'Articles published at another time do: ask again without since: and as-of:.',
};

export const ask = defineCommand({
  name: 'ask',
  summary: 'A question, answered from the articles or not at all',
  examples: ['ask Who was not invited?', 'ask When do the talks begin?'],
  args: {
    question: z
      .string('type a question after it')
      .trim()
      .min(1, 'type a question after it')
      .max(1000, 'must have at most 1,000 characters')
      .describe('Your question'),
    ...spanArgs,
  },
  positional: ['question'],
  run: async (args, context) => {
    const { question } = args;
    if (!/[\p{L}\p{N}]/u.test(question)) {
      throw new UserError('The question has no words.', `Type /${context.story.key} ask and your question.`);
    }
    const whole = await context.library();
    const library = await libraryWithin(args, context);
    const started = context.clock.now();
    const previous = context.origin.place.thread === undefined ? undefined : (await context.recall()).question;
    const leaning = previous === undefined ? undefined : { question: previous };
    const answer = withinWindow(answerQuestion(question, library, leaning), () =>
      answerQuestion(question, whole, leaning),
    );
    const understood = completed(question, leaning);
    await context.remember({ question: understood });
    const citer = citerFor(library);
    const meant = understood === question ? [] : [note(text(`I take this to mean: ${understood}`))];
    const blocks = answer.abstained ? abstention(answer, library, citer) : answered(answer, citer);
    return {
      message: {
        title: question,
        blocks: [...meant, ...blocks, { kind: 'sources' }],
        citations: citer.citations(),
      },
      data: { ...answer, understood, tookMs: context.clock.now() - started },
    };
  },
});

/** An abstention is told apart from an answer that stands in articles outside the asked span. */
function withinWindow(answer: Answer, ofAll: (() => Answer) | undefined): Answer {
  const silent = answer.reason === 'not-in-the-articles' || answer.reason === 'other-topic';
  return silent && ofAll !== undefined && !ofAll().abstained ? { ...answer, reason: 'outside-the-window' } : answer;
}

function answered(answer: Answer, citer: Citer): Block[] {
  const [first] = answer.sentences;
  const blocks: Block[] = [];
  if (first !== undefined && answer.answer !== null && answer.answer !== first.text) {
    blocks.push(paragraph(citer.excerpt({ ...first, text: answer.answer })));
  }
  blocks.push(list(answer.sentences.map((line) => citer.dated(line))));
  blocks.push(
    note(
      text(`From ${counted(answer.origins, 'independent origin')}; ${counted(answer.articlesHeld, 'article')} held.`),
    ),
  );
  if (answer.earlier.length > 0) blocks.push(note(...earlierSpans(answer.earlier, citer)));
  if (answer.disputes.length > 0) {
    blocks.push(
      paragraph(strong('Articles disagree here')),
      ...answer.disputes.flatMap((dispute) => disputeBlocks(dispute, citer)),
    );
  }
  return blocks;
}

/** "Earlier articles gave other numbers: Four [2] (4 Mar, 08:00), five [3] (…)." */
function earlierSpans(earlier: Answer['earlier'], citer: Citer): Span[] {
  const given = earlier.flatMap(({ value, line, since }, index): Span[] => [
    text(index === 0 ? '' : ', '),
    citer.excerpt({ ...line, text: value }),
    text(' ('),
    time(since, 'datetime'),
    text(')'),
  ]);
  return [text('Earlier articles gave other numbers: '), ...given, text('.')];
}

function abstention(answer: Answer, library: Library, citer: Citer): Block[] {
  const held =
    answer.articlesHeld === 1
      ? 'The 1 article I hold does not say.'
      : `The ${answer.articlesHeld} articles I hold do not say.`;
  const why = answer.reason === null ? '' : ` ${reasons[answer.reason]}`;
  const blocks: Block[] = [paragraph(text(`${held}${why}`))];
  blocks.push(...answer.disputes.flatMap((dispute) => disputeBlocks(dispute, citer)));
  if (answer.nearest.length > 0) {
    blocks.push(heading(answer.reason === 'one-anonymous-source' ? 'What it says' : 'Nearest, but not an answer'));
    blocks.push(list(answer.nearest.map((line) => citer.dated(line))));
  }
  const sentences = library.articles.reduce((sum, held) => sum + sentenceCount(factsOf(held.article)), 0);
  blocks.push(note(text(`Searched ${counted(sentences, 'sentence')} of ${library.story.title}.`)));
  return blocks;
}
