/** What is taken from a model's server, at most. */
export const limits = {
  /** An answer of eight sentences is a tenth of that; a server that sends more is not listened to any longer. */
  answerBytes: 64_000,
  /** What the model may write, in tokens: the server is asked to keep to it. */
  outputTokens: 2_000,
} as const;
