export const watches = {
  name: '0003-watches',
  statements: [
    `CREATE TABLE communique.watches (
       id uuid PRIMARY KEY,
       story text NOT NULL,
       platform text NOT NULL,
       workspace text NOT NULL,
       channel text NOT NULL,
       watch jsonb NOT NULL
     )`,
    'CREATE INDEX watches_channel ON communique.watches (story, platform, workspace, channel)',
    `CREATE TABLE communique.runs (
       subscription uuid NOT NULL,
       slot text NOT NULL,
       due_at timestamptz NOT NULL,
       run jsonb NOT NULL,
       PRIMARY KEY (subscription, slot)
     )`,
  ],
} as const;
