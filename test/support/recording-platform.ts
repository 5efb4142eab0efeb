import type { ChatPlatform, Posting } from '../../src/core/chat/chat-platform.ts';

export interface RecordingPlatform extends ChatPlatform {
  /** What a reader sees. */
  readonly posts: readonly Posting[];
  /** The next posts throw these, in order. */
  refuse(...errors: Error[]): void;
  /** Resolves when this many posts have been tried. */
  tried(count: number): Promise<void>;
  /** Resolves when this many posts are there to read. */
  posted(count: number): Promise<readonly Posting[]>;
}

/** A chat platform that keeps what it is given and fails on demand. */
export function recordingPlatform(name: string): RecordingPlatform {
  const posts: Posting[] = [];
  const refusals: Error[] = [];
  let tries = 0;
  const waiting = new Set<() => void>();
  const until = (holds: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (!holds()) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
    });
  const changed = (): void => {
    for (const look of [...waiting]) look();
  };
  return {
    name,
    posts,
    start: async () => undefined,
    stop: async () => undefined,
    refuse: (...errors) => {
      refusals.push(...errors);
    },
    tried: (count) => until(() => tries >= count),
    posted: async (count) => {
      await until(() => posts.length >= count);
      return posts;
    },
    post: async (posting) => {
      tries += 1;
      const refusal = refusals.shift();
      if (refusal === undefined) posts.push(posting);
      changed();
      if (refusal !== undefined) throw refusal;
      return { id: `${posts.length}`, thread: `thread-${posts.length}` };
    },
  };
}
