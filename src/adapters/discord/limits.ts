/** What Discord takes, with the page that says so; lengths in characters. */
export const limits = {
  /** https://discord.com/developers/docs/components/reference#component-object: components in a message, nested ones counted. */
  components: 40,
  /** Of these, what an answer's buttons and file need: a row, a button and a file. */
  extraComponents: 5,
  /** https://discord.com/developers/docs/components/reference#text-display: text in all of a message's text displays. */
  text: 4_000,
  /** https://discord.com/developers/docs/interactions/application-commands#application-command-object */
  commandName: 32,
  description: 100,
  /** Commands of a message's menu: https://discord.com/developers/docs/interactions/application-commands#registering-a-command */
  messageCommands: 15,
  /** https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-choice-structure */
  choices: 25,
  choice: 100,
  /** Discord forgets an autocompletion, and a button that opens a form, when they are not answered within three seconds. Milliseconds. */
  firstAnswerMs: 2_000,
  /** https://discord.com/developers/docs/resources/channel#start-thread-from-message */
  threadName: 100,
  /** https://discord.com/developers/docs/resources/message#create-message */
  nonce: 25,
  /** https://discord.com/developers/docs/reference#uploading-files: bytes, where a server has no higher limit. */
  fileBytes: 10 * 1024 * 1024,
  /** 10,000 refused requests (401, 403, 429) in ten minutes ban the address: https://discord.com/developers/docs/topics/rate-limits */
  refusedRequests: 5_000,
} as const;
