/** A message as the platform took it. */
export interface PostedMessage {
  readonly id: string;
  /** What `place.thread` will be when people answer in this message's thread. */
  readonly thread: string;
}
