export const hosts = {
  name: '0015-hosts',
  statements: [
    'CREATE TABLE communique.hosts (host text PRIMARY KEY, holder text NOT NULL, held_until timestamptz NOT NULL)',
  ],
} as const;
