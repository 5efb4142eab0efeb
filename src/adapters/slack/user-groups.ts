/** A user group's id as Slack gives it, "S0614TZR7": https://docs.slack.dev/reference/objects/usergroup-object */
export function isGroupId(text: string): boolean {
  return /^S[A-Z0-9]{2,}$/.test(text);
}

/** The id of the user group that somebody typed: "S0614TZR7", "<!subteam^S0614TZR7>" or "<!subteam^S0614TZR7|@desk>". */
export function groupIdOf(typed: string): string | undefined {
  const id = /^<!subteam\^([^|>]+)(?:\|[^>]*)?>$/.exec(typed)?.[1] ?? typed;
  return isGroupId(id) ? id : undefined;
}
