import type { HomeChannel } from '../../core/chat/home.ts';
import { plainPost } from './answer-message.ts';
import type { Hearing } from './hearing.ts';
import { whisper } from './send.ts';
import { workspaceOf } from './workspace-of.ts';

/** Whoever brings the bot to a channel is told how to begin, or how what was sent there before goes on. */
export function hearArrivals({ app, bot, pacing, work }: Hearing): void {
  app.event('member_joined_channel', async ({ event, client, context }) => {
    const { botUserId } = context;
    const workspace = workspaceOf(context);
    const { user, channel, inviter } = event;
    if (user !== botUserId || inviter === undefined || workspace === undefined) return;
    await work.run(async () => {
      const { channels } = await bot.home({ platform: 'slack', workspace });
      const here = channels.filter(({ place }) => place.channel === channel);
      const words = welcome(here, bot.stories[0]?.key ?? '');
      await whisper({ client, pacing }, { channel, user: inviter }, plainPost(words));
    });
  });
}

function welcome(here: readonly HomeChannel[], story: string): string {
  const resting = here.filter(({ state }) => state === 'paused').map((one) => `/${one.story} schedule resume`);
  if (resting.length > 0) return `Here again. The digests of this channel rest; they go on with ${resting.join(', ')}.`;
  if (here.length > 0) return `Here again. The digests of this channel go on: /${here[0]?.story ?? story} schedule.`;
  return `Here I am. Type /${story} help, or /${story} schedule set at:07:30 for a digest each morning.`;
}
