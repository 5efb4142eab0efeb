import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { APICallError, generateText, NoObjectGeneratedError, NoOutputGeneratedError, Output, RetryError } from 'ai';
import { type LanguageModel, ModelError } from '../../core/writing/language-model.ts';
import { boundedFetch } from './bounded-fetch.ts';
import { limits } from './limits.ts';

export interface ModelPlace {
  /** Base address of an API like OpenAI's, such as https://models.example/v1. */
  readonly url: string;
  readonly key?: string;
  readonly model: string;
  /** How long one answer may take, in milliseconds. */
  readonly timeoutMs: number;
}

/** A language model behind the chat completions API of OpenAI or of a server that speaks it. Nothing is asked of it yet. */
export function openLanguageModel({ url, key, model, timeoutMs }: ModelPlace): LanguageModel {
  const provider = createOpenAICompatible({
    name: 'writer',
    baseURL: url,
    supportsStructuredOutputs: true,
    fetch: boundedFetch(limits.answerBytes),
    ...(key !== undefined && { apiKey: key }),
  });
  return {
    name: model,
    ask: async ({ instructions, material }, form) => {
      const signal = AbortSignal.timeout(timeoutMs);
      try {
        const { output } = await generateText({
          model: provider(model),
          system: instructions,
          prompt: material,
          output: Output.object({ schema: form }),
          temperature: 0,
          maxOutputTokens: limits.outputTokens,
          // A second try would cost what the next digest may need; the writer rests instead.
          maxRetries: 0,
          abortSignal: signal,
        });
        return form.parse(output);
      } catch (error) {
        throw new ModelError(signal.aborted ? `no answer within ${timeoutMs} ms` : reasonOf(error));
      }
    },
  };
}

/** Why no answer came. Errors of the SDK hold the request and the answer, which may hold articles and the key: none goes on. */
function reasonOf(error: unknown): string {
  if (RetryError.isInstance(error)) return reasonOf(error.lastError);
  if (APICallError.isInstance(error) && error.statusCode !== undefined && error.statusCode !== 200)
    return `its server refused with status ${error.statusCode}`;
  if (NoObjectGeneratedError.isInstance(error) || NoOutputGeneratedError.isInstance(error))
    return 'it answered with something else than the form that was asked for';
  if (APICallError.isInstance(error) && error.statusCode === undefined)
    return 'its server could not be reached, or broke off';
  return 'its answer could not be read';
}
