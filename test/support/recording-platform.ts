import type { ChatPlatform } from '../../src/core/chat/chat-platform.ts';
import type { Place } from '../../src/core/chat/place.ts';
import type { Message } from '../../src/core/messages/message.ts';

export interface Recorded {
  readonly message: Message;
  readonly place: Place;
  readonly key: string;
}

export interface RecordingPlatform extends ChatPlatform {
  /** What a reader sees. */
  readonly posts: readonly Recorded[];
  /** The next posts throw these, in order. */
  refuse(...errors: Error[]): void;
  /** Resolves when this many posts have been tried. */
  tried(count: number): Promise<void>;
  /** Resolves when this many posts are there to read. */
  posted(count: number): Promise<readonly Recorded[]>;
}

/** A chat platform that keeps what it is given and fails on demand. */
export function recordingPlatform(name: string): RecordingPlatform {
  const posts: Recorded[] = [];
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
    post: async (message, place, key) => {
      tries += 1;
      const refusal = refusals.shift();
      if (refusal === undefined) posts.push({ message, place, key });
      changed();
      if (refusal !== undefined) throw refusal;
      return { id: `${posts.length}`, thread: `thread-${posts.length}` };
    },
  };
}
