/**
 * A message's words: the bot's own mention taken out, Slack's escapes undone, links and mentions as their words; the user group
 * that `role:` names is its id.
 */
export function plainWords(text: string, self: string | undefined): string {
  const spoken = self === undefined ? text : text.replaceAll(new RegExp(`<@${self}(?:\\|[^>]*)?>`, 'g'), ' ');
  return spoken
    .replaceAll(/(\brole:"?)<!subteam\^([^|>]+)[^>]*>/g, '$1$2')
    .replaceAll(/<[^>|]*\|([^>]*)>/g, '$1')
    .replaceAll(/<(https?:[^>]*)>/g, '$1')
    .replaceAll(/<[@#!][^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim();
}

/** Whether a message calls people, groups or the channel. */
export function addressesOthers(text: string): boolean {
  return /<@[UW]|<!(?:subteam|here|channel|everyone)/.test(text);
}
