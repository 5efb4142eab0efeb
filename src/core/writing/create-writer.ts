import { type Clock, isoNow } from '../clock/clock.ts';
import { sha256 } from '../ids/ids.ts';
import type { Log } from '../log/log.ts';
import { type Answer, answerSchema } from './answer.ts';
import { checkRules } from './check/bears-out.ts';
import { checkedAnswer } from './checked.ts';
import { type LanguageModel, ModelError } from './language-model.ts';
import { type Passage, passagesOf } from './passages.ts';
import { requestFor } from './request.ts';
import type { Writer } from './writer.ts';
import type { WritingStore } from './writing-store.ts';

/** A model that gave no answer is left alone for so long: digests due at the same time do not each wait for it. Milliseconds. */
const restMs = 300_000;

export interface WriterNeeds {
  readonly model: LanguageModel;
  readonly writings: WritingStore;
  /** Calls of a day (UTC), over all processes that share the store. */
  readonly callsPerDay: number;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * A writer with a language model. The same sentences are asked for once, whoever shows them: the answer is kept in the store,
 * and checked each time it is used.
 */
export function createWriter(needs: WriterNeeds): Writer {
  const { model, log } = needs;
  const ask = asking(needs);
  return {
    write: async (lines, library) => {
      try {
        const passages = passagesOf(lines, library);
        const answer = passages.length === 0 ? undefined : await ask(passages);
        if (answer === undefined) return lines;
        const { taken, refused } = checkedAnswer(answer, passages, model.name);
        log.info({ model: model.name, lines: lines.length, written: taken.size, refused }, 'lines were worded');
        return lines.map((line, index) => {
          const written = taken.get(index);
          return written === undefined ? line : { ...line, written };
        });
      } catch (error) {
        log.error(
          { err: error, model: model.name },
          'lines could not be worded; they keep the words of their articles',
        );
        return lines;
      }
    },
  };
}

/** Asks the model, or whoever asks for the same at the same time, or the store. Undefined when no answer is to be had. */
function asking(needs: WriterNeeds): (passages: readonly Passage[]) => Promise<Answer | undefined> {
  const { model, writings, clock } = needs;
  const underWay = new Map<string, Promise<Answer | undefined>>();
  const askModel = modelAsking(needs);
  const find = async (key: string, passages: readonly Passage[]): Promise<Answer | undefined> => {
    const kept = await writings.kept(key);
    if (kept !== undefined) return kept;
    const answer = await askModel(passages);
    return answer === undefined ? undefined : writings.keep(key, answer, isoNow(clock));
  };
  return (passages) => {
    const texts = passages.map(({ sentences }) => sentences.map(({ id, text }) => [id, text]));
    const key = sha256(JSON.stringify([checkRules, model.name, texts]));
    const ready = underWay.get(key);
    if (ready !== undefined) return ready;
    const found = find(key, passages).finally(() => underWay.delete(key));
    underWay.set(key, found);
    return found;
  };
}

function modelAsking({
  model,
  writings,
  callsPerDay,
  clock,
  log,
}: WriterNeeds): (passages: readonly Passage[]) => Promise<Answer | undefined> {
  let restsUntil = 0;
  return async (passages) => {
    if (clock.now() < restsUntil) return undefined;
    const day = isoNow(clock).slice(0, 10);
    if ((await writings.spend(day, callsPerDay)) === 'none-left') {
      log.warn({ model: model.name, day, callsPerDay }, "the writer's calls of the day are used up");
      return undefined;
    }
    try {
      return await model.ask(requestFor(passages), answerSchema);
    } catch (error) {
      if (!(error instanceof ModelError)) throw error;
      restsUntil = clock.now() + restMs;
      log.warn({ model: model.name, reason: error.message, restMs }, 'the language model gave no answer');
      return undefined;
    }
  };
}
