import { putBack } from '../core/delivery/put-back.ts';
import { UserError } from '../core/errors/errors.ts';
import { deliveryIdSchema } from '../core/ids/ids.ts';
import type { Delivery } from '../core/outbox/delivery.ts';
import type { CommandLine } from './arguments.ts';
import type { Io } from './io.ts';
import type { Services } from './services.ts';

/** What was given up before that is history. Milliseconds. */
const rememberedMs = 7 * 86_400_000;

/** `deliveries` lists the messages that have not arrived, oldest first; `deliveries retry ID` lets one be tried at once. */
export async function deliveries(line: CommandLine, services: Services, io: Io): Promise<number> {
  const [verb, id, ...rest] = line.words;
  if (verb === undefined) return list(line, services, io);
  if (verb !== 'retry' || id === undefined || rest.length > 0)
    throw new UserError(
      'deliveries takes nothing, or retry and an id.',
      'For example: communique deliveries retry ID.',
    );
  const checked = deliveryIdSchema.safeParse(id);
  if (!checked.success)
    throw new UserError(`"${id}" is no delivery's id.`, 'Type communique deliveries to list them with their ids.');
  const back = await putBack(checked.data, services);
  io.output(`${back.id} waits for a worker now: ${placeOf(back)}\n`);
  return 0;
}

async function list(line: CommandLine, { outbox, clock }: Services, io: Io): Promise<number> {
  const now = clock.now();
  const unsent = await outbox.unsent(new Date(now - rememberedMs).toISOString());
  if (line.options.json)
    io.output(
      `${JSON.stringify(
        unsent.map((each) => summaryOf(each, now)),
        null,
        2,
      )}\n`,
    );
  else if (unsent.length === 0) io.output('Nothing is stuck: every message was delivered.\n');
  else for (const each of unsent) io.output(deliveryLine(each, now));
  return 0;
}

function summaryOf(delivery: Delivery, now: number): object {
  const { id, key, subscription, story, place, state, reason, failures, nextTryAt, createdAt, putBackAt } = delivery;
  const ageSeconds = Math.floor((now - Date.parse(createdAt)) / 1_000);
  const { title } = delivery.message;
  return {
    id,
    key,
    subscription,
    story,
    place,
    title,
    state,
    reason,
    failures,
    nextTryAt,
    createdAt,
    putBackAt,
    ageSeconds,
  };
}

function deliveryLine(delivery: Delivery, now: number): string {
  const { id, state, createdAt, failures, nextTryAt, reason, message } = delivery;
  const remarks = [
    ...(failures === undefined ? [] : [`tried ${failures === 1 ? 'once' : `${failures} times`}`]),
    ...(nextTryAt === undefined ? [] : [`next try ${nextTryAt}`]),
    ...(reason === undefined ? [] : [reason]),
  ];
  const title = `${age(now - Date.parse(createdAt)).padStart(7)}  ${placeOf(delivery)}  ${message.title}`;
  return `${id}  ${state.padEnd(8)}  ${title}${remarks.length === 0 ? '' : ` — ${remarks.join('; ')}`}\n`;
}

function placeOf({ place, story }: Delivery): string {
  return `${place.platform} ${place.workspace}/${place.channel} (/${story})`;
}

/** "45 s", "12 min", "3 h", "2 days". */
function age(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3_600) return `${Math.floor(seconds / 60)} min`;
  if (seconds < 48 * 3_600) return `${Math.floor(seconds / 3_600)} h`;
  return `${Math.floor(seconds / 86_400)} days`;
}
