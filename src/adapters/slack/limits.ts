/** What Slack takes, with the page that says so; lengths in characters. */
export const limits = {
  /** https://docs.slack.dev/reference/block-kit/blocks: 50 blocks in a message; one is kept for buttons. */
  blocks: 49,
  /** https://docs.slack.dev/reference/block-kit/blocks/header-block */
  header: 150,
  /** https://docs.slack.dev/reference/block-kit/blocks/section-block: a section's text; kept for rich text too. */
  blockText: 3_000,
  /** Slack refuses very large messages at an undocumented total (slackapi/bolt-js#2867): stay well below it. */
  messageText: 9_000,
  /** The same with all that is not shown: addresses above all, which stand once for each number that leads there. */
  messageSize: 50_000,
  /** A title in the list of sources; a longer one is cut, and the cut is marked. */
  sourceTitle: 300,
  sourcePublisher: 100,
  /**
   * https://docs.slack.dev/reference/methods/chat.postMessage: `text` is cut at 40,000. The 4,000 that are advised are for text
   * that is shown; this one is heard where the blocks are not seen, so it holds as much as they do.
   */
  fallback: 12_000,
} as const;
