/** The bot in one workspace of a platform where many may install it. */
export interface Installation {
  readonly platform: string;
  /** As in `Place.workspace`: a workspace, or an organisation whose workspaces share one installation. */
  readonly workspace: string;
  /** What people call the workspace. */
  readonly name: string;
  /** The platform's credentials, sealed by its adapter: the store cannot read them. */
  readonly sealed: string;
  /** ISO 8601 UTC. */
  readonly installedAt: string;
}

export interface InstallationStore {
  /** Adds one, or replaces that of the same workspace. */
  save(installation: Installation): Promise<void>;
  get(platform: string, workspace: string): Promise<Installation | undefined>;
  /**
   * Takes the renewal of an installation's credentials for one process, from the moment `at` (ISO 8601 UTC); false while
   * another has it and has not saved them, at most for `holdMs` milliseconds.
   */
  takeForRenewal(
    platform: string,
    workspace: string,
    hold: { readonly at: string; readonly holdMs: number },
  ): Promise<boolean>;
  /** By workspace. */
  list(platform: string): Promise<Installation[]>;
  remove(platform: string, workspace: string): Promise<void>;
}
