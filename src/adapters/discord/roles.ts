/** A role's id, a snowflake: https://discord.com/developers/docs/reference#snowflakes */
export function isRoleId(text: string): boolean {
  return /^\d{1,20}$/.test(text);
}

/** The id of the role that somebody typed, "<@&123>" or "123". The role that has a server's own id is everyone: none. */
export function roleIdOf(typed: string, guild: string | null): string | undefined {
  const id = /^<@&([^>]+)>$/.exec(typed)?.[1] ?? typed;
  return isRoleId(id) && id !== guild ? id : undefined;
}
