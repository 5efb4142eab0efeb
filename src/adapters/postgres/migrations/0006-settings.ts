export const settings = {
  name: '0006-settings',
  statements: [
    `CREATE TABLE communique.channel_settings (
       platform text NOT NULL,
       workspace text NOT NULL,
       channel text NOT NULL,
       settings jsonb NOT NULL,
       PRIMARY KEY (platform, workspace, channel)
     )`,
    `CREATE TABLE communique.left_threads (
       platform text NOT NULL,
       workspace text NOT NULL,
       channel text NOT NULL,
       thread text NOT NULL,
       PRIMARY KEY (platform, workspace, channel, thread)
     )`,
  ],
} as const;
