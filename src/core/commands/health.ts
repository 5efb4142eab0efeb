import type { Block, Span } from '../messages/message.ts';
import { counted, list, note, paragraph, strong, text, time } from '../messages/spans.ts';
import type { FeedCondition, FeedState } from '../polling/feed-state.ts';
import { defineCommand, type StuckMessage } from './define-command.ts';

const words: Readonly<Record<FeedCondition, string>> = {
  new: 'not looked at yet',
  ok: 'brought new articles',
  unchanged: 'nothing new',
  empty: 'holds no articles',
  undated: 'gives its articles no dates',
  blocked: 'refuses to be read',
  broken: 'cannot be read',
  timeout: 'does not answer in time',
};

export const health = defineCommand({
  name: 'health',
  summary: 'How the feeds stand, what has not arrived here, and to managers: what I lack in this channel',
  examples: ['health'],
  args: {},
  positional: [],
  run: async (_args, { story, origin, feeds, stuck }) => {
    const states = await feeds.health(story);
    const lacks = origin.user.mayManage ? ((await origin.lacks?.()) ?? []) : [];
    const unsent = await stuck();
    const blocks: Block[] =
      states.length === 0
        ? [paragraph(text('This story reads no feeds: its articles are added by hand.'))]
        : [list(states.map(line)), note(text(`${counted(states.length, 'feed')}. A feed is never dropped by itself.`))];
    if (unsent.length > 0) blocks.push(paragraph(text('Not arrived in this channel:')), list(unsent.map(stuckLine)));
    if (lacks.length > 0) blocks.push(paragraph(text('What I lack here:')), list(lacks.map((lack) => [text(lack)])));
    return {
      message: { title: `Feeds: ${story.title}`, blocks, citations: [] },
      data: {
        feeds: states.map(({ known, ...state }) => ({ ...state, itemsKnown: known.length })),
        stuck: unsent,
        lacks,
      },
    };
  },
});

function stuckLine({ title, since, state, reason, nextTryAt }: StuckMessage): Span[] {
  const how = { waiting: 'waits', failed: 'was not taken', 'given-up': 'was given up' } as const;
  return [
    strong(title),
    text(' of '),
    time(since, 'datetime'),
    text(` ${how[state]}${reason === undefined ? '' : `: ${reason}`}`),
    ...(nextTryAt === undefined ? [] : [text('; next try '), time(nextTryAt, 'datetime')]),
    text('.'),
  ];
}

function line(state: FeedState): Span[] {
  const { publisher, condition, reason, succeededAt, troubleSince, nextAt, lost, gapAt } = state;
  const at = (before: string, moment: string | undefined): Span[] =>
    moment === undefined ? [] : [text(before), time(moment, 'datetime')];
  return [
    strong(publisher),
    text(` — ${words[condition]}`),
    ...(reason === undefined ? [] : [text(`: ${reason.replace(/\.$/, '')}`)]),
    ...at('; in trouble since ', troubleSince),
    ...at('; last read ', succeededAt),
    ...(condition === 'new' ? [] : at('; next look ', nextAt)),
    ...at('; articles may be missing before ', gapAt),
    text(
      lost.length === 0
        ? '.'
        : `; ${counted(lost.length, 'item')} could not be read, the last: ${lost.at(-1)?.reason ?? ''}`,
    ),
  ];
}
