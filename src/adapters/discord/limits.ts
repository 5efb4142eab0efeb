/** What Discord takes, with the page that says so; lengths in characters. */
export const limits = {
  /** https://discord.com/developers/docs/components/reference#component-object: components in a message, nested ones counted. */
  components: 40,
  /** https://discord.com/developers/docs/components/reference#text-display: text in all of a message's text displays. */
  text: 4_000,
  /** https://discord.com/developers/docs/interactions/application-commands#application-command-object */
  description: 100,
  /** https://discord.com/developers/docs/resources/channel#start-thread-from-message */
  threadName: 100,
  /** https://discord.com/developers/docs/resources/message#create-message */
  nonce: 25,
} as const;
