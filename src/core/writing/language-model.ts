import type { z } from 'zod';

/** What a language model is told to do, and with what. */
export interface ModelRequest {
  readonly instructions: string;
  /** Data of others, between fences that the instructions name. */
  readonly material: string;
}

/** A language model as the core sees it: it is asked once, has no tools, and answers with one object. */
export interface LanguageModel {
  /** As its server calls it. */
  readonly name: string;
  /**
   * Asks it for an object of this form. Throws ModelError when none comes: its server cannot be reached, refuses, takes too
   * long, or answers with something else.
   */
  ask<Form extends z.ZodType>(request: ModelRequest, form: Form): Promise<z.infer<Form>>;
}

/** A language model that gave no answer. The message says why in words that hold no secret and nothing of an article. */
export class ModelError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ModelError';
  }
}
