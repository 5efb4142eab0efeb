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
  /** https://docs.slack.dev/reference/methods/chat.postMessage: `text` is cut at 40,000; 4,000 is advised. */
  fallback: 4_000,
} as const;
