import { z } from 'zod';
import { UserError } from '../../core/errors/errors.ts';
import { ModelError } from '../../core/writing/language-model.ts';
import { type ModelPlace, openLanguageModel } from './open-language-model.ts';

/** Whether the model answers as the writer needs it, for `doctor`. It costs one short call. Throws UserError with the mend. */
export async function checkModel(place: ModelPlace): Promise<string> {
  const request = {
    instructions: 'Answer with JSON: {"ready": true}',
    material: 'Are you ready?',
  };
  try {
    await openLanguageModel(place).ask(request, z.object({ ready: z.boolean() }));
    return `${place.model} answers`;
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    throw new UserError(
      `The language model gave no answer: ${error.message}.`,
      'Look at WRITER_URL, WRITER_KEY and WRITER_MODEL; docs/writer.md says what its server must be able to do.',
      { cause: error },
    );
  }
}
