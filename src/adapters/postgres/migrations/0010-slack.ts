export const slack = {
  name: '0010-slack',
  statements: [
    `CREATE TABLE communique.installations (
       platform text NOT NULL,
       workspace text NOT NULL,
       name text NOT NULL,
       sealed text NOT NULL,
       installed_at timestamptz NOT NULL,
       PRIMARY KEY (platform, workspace)
     )`,
    `CREATE TABLE communique.heard (
       platform text NOT NULL,
       id text NOT NULL,
       body jsonb,
       tries integer NOT NULL,
       taken_at timestamptz NOT NULL,
       is_done boolean NOT NULL DEFAULT false,
       PRIMARY KEY (platform, id)
     )`,
    'CREATE INDEX heard_taken_at ON communique.heard (taken_at)',
  ],
} as const;
