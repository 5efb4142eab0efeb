import { type Clock, isoNow } from '../clock/clock.ts';
import type { CommandResult } from '../commands/define-command.ts';
import type { Reply } from '../commands/reply.ts';
import { UserError } from '../errors/errors.ts';
import { sha256 } from '../ids/ids.ts';
import type { Log } from '../log/log.ts';
import { command as typed, paragraph, text } from '../messages/spans.ts';

export interface Executed {
  readonly command: string;
  readonly about?: 'bot';
  readonly result: CommandResult;
  readonly visibility: Reply['visibility'];
}

export interface GuardNeeds {
  readonly clock: Clock;
  readonly log: Log;
}

/** Runs a command as `guarded` does. */
export function guardedReply(needs: GuardNeeds, story: string, work: () => Promise<Executed>): Promise<Reply> {
  const asOf = isoNow(needs.clock);
  return guarded(needs, story, async () => {
    const { result, ...executed } = await work();
    return { ...executed, asOf, outcome: 'answered', ...result };
  });
}

/** Turns whatever is thrown on the way to a reply into one: the person's slip politely, our fault with a reference for the log. */
export async function guarded<Answer>(
  needs: GuardNeeds,
  story: string,
  work: () => Promise<Answer>,
): Promise<Answer | Reply> {
  const asOf = isoNow(needs.clock);
  try {
    return await work();
  } catch (error) {
    if (error instanceof UserError) {
      // What people typed stands between quotation marks, and is not for the log.
      needs.log.info({ story, reason: error.message.replace(/".*"/s, '"…"') }, 'what somebody asked was refused');
      return refusal(error, asOf);
    }
    const reference = sha256(`${asOf}${String(error)}`).slice(0, 8);
    needs.log.error({ err: error, reference, story }, 'a command failed');
    return failure(reference, asOf, story);
  }
}

function refusal(error: UserError, asOf: string): Reply {
  return {
    command: 'error',
    asOf,
    outcome: 'refused',
    visibility: 'private',
    message: { title: '', blocks: [paragraph(text(`${error.message} ${error.mend}`))], citations: [] },
    data: { error: error.message, mend: error.mend },
  };
}

function failure(reference: string, asOf: string, story: string): Reply {
  const message = 'Something went wrong on my side, and I could not answer.';
  return {
    command: 'error',
    asOf,
    outcome: 'failed',
    visibility: 'private',
    message: {
      title: '',
      blocks: [
        paragraph(
          text(`${message} Try again in a minute; if it stays so, tell whoever runs me: reference ${reference}. `),
        ),
        paragraph(text('What I understand: '), typed(`/${story} help`)),
      ],
      citations: [],
    },
    data: { error: message, reference },
  };
}
