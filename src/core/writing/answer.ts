import { z } from 'zod';

/** What a language model answers: sentences, each with the ids of the sentences it rests on. */
export const answerSchema = z.object({
  sentences: z.array(
    z.object({
      text: z.string().describe('One sentence'),
      restsOn: z.array(z.string()).describe('Ids of the sentences that say it'),
    }),
  ),
});

export type Answer = z.infer<typeof answerSchema>;
