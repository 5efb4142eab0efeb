import type { Settings } from '../config/settings.ts';
import type { ChatPlatform } from '../core/chat/chat-platform.ts';
import type { Log } from '../core/log/log.ts';
import type { Services } from './services.ts';

/** The chat platforms whose tokens are set. Their libraries are loaded only then: a start without them is quick. */
export async function platformsFor(
  { slack, slackApiUrl, discord }: Settings,
  { inbox, installations, clock }: Pick<Services, 'inbox' | 'installations' | 'clock'>,
  log: Log,
): Promise<ChatPlatform[]> {
  const platforms: ChatPlatform[] = [];
  if (slack !== undefined) {
    const { slackPlatform } = await import('../adapters/slack/slack-platform.ts');
    const needs = { connection: slack, inbox, installations, clock, log };
    platforms.push(slackPlatform({ ...needs, ...(slackApiUrl !== undefined && { slackApiUrl }) }));
  }
  if (discord !== undefined) {
    const { discordPlatform } = await import('../adapters/discord/discord-platform.ts');
    platforms.push(discordPlatform({ ...discord, log }));
  }
  return platforms;
}
