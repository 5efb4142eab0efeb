/** What Bolt tells of where something was heard. */
export interface HeardWhere {
  readonly isEnterpriseInstall: boolean;
  readonly enterpriseId?: string | undefined;
  readonly teamId?: string | undefined;
}

/**
 * The `Place.workspace` of what was heard: the workspace that installed the app, or the organisation that installed it for all
 * of its workspaces. Channels, people and the token are the organisation's then, whichever workspace an event names.
 */
export function workspaceOf({ isEnterpriseInstall, enterpriseId, teamId }: HeardWhere): string | undefined {
  return isEnterpriseInstall ? enterpriseId : teamId;
}
