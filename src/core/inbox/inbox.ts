/** Something that people said or did, as the platform told it: plain JSON. */
export interface HeardEvent {
  /** The platform's own id: the same event delivered twice has it twice. */
  readonly id: string;
  readonly body: object;
}

/** An event that is tried so often and never answered is left. */
export const mostTries = 3;
/** An id is remembered for so long: platforms deliver again for minutes. Milliseconds. */
export const rememberedMs = 86_400_000;

/**
 * What was heard, kept until it is answered: an event delivered twice, to whichever replica, is answered once, and one whose
 * process died is answered by another. All moments are ISO 8601 UTC.
 */
export interface Inbox {
  /**
   * Takes an event in hand at the moment `at`. Gives which try this is, from 1; undefined when it was answered, tried too
   * often, or taken less than `holdMs` milliseconds ago.
   */
  take(
    platform: string,
    event: HeardEvent,
    when: { readonly at: string; readonly holdMs: number },
  ): Promise<number | undefined>;
  /** It is answered: its id stays known for a day, its words are forgotten. */
  done(platform: string, id: string): Promise<void>;
  /** What was taken before that moment and never answered, oldest first, at most 100. */
  left(platform: string, before: string): Promise<HeardEvent[]>;
}
