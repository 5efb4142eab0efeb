export const writings = {
  name: '0007-writings',
  statements: [
    `CREATE TABLE communique.writings (
       key text PRIMARY KEY,
       answer jsonb NOT NULL,
       made_at timestamptz NOT NULL
     )`,
    `CREATE TABLE communique.writer_calls (
       day date PRIMARY KEY,
       calls integer NOT NULL
     )`,
  ],
} as const;
