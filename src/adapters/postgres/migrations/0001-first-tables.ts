export const firstTables = {
  name: '0001-first-tables',
  statements: [
    `CREATE TABLE communique.articles (
       id text PRIMARY KEY,
       revision bigint GENERATED ALWAYS AS IDENTITY,
       article jsonb NOT NULL,
       text text NOT NULL,
       url text,
       sorted_at timestamptz NOT NULL,
       supersedes text REFERENCES communique.articles (id)
     )`,
    'CREATE INDEX articles_url ON communique.articles (url)',
    'CREATE INDEX articles_supersedes ON communique.articles (supersedes)',
    `CREATE TABLE communique.readings (
       article text PRIMARY KEY REFERENCES communique.articles (id),
       rules integer NOT NULL,
       reading jsonb NOT NULL
     )`,
    `CREATE TABLE communique.story_articles (
       story text NOT NULL,
       article text NOT NULL REFERENCES communique.articles (id),
       PRIMARY KEY (story, article)
     )`,
    'CREATE TABLE communique.revision (only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row), number bigint NOT NULL)',
    'INSERT INTO communique.revision (number) VALUES (0)',
    `CREATE TABLE communique.subscriptions (
       id uuid PRIMARY KEY,
       story text NOT NULL,
       platform text NOT NULL,
       workspace text NOT NULL,
       channel text NOT NULL,
       subscription jsonb NOT NULL,
       told_until timestamptz,
       UNIQUE (story, platform, workspace, channel)
     )`,
    `CREATE TABLE communique.deliveries (
       id uuid PRIMARY KEY,
       key text NOT NULL UNIQUE,
       platform text NOT NULL,
       workspace text NOT NULL,
       channel text NOT NULL,
       state text NOT NULL,
       reason text,
       posted_id text,
       posted_thread text,
       created_at timestamptz NOT NULL,
       delivery jsonb NOT NULL
     )`,
    'CREATE INDEX deliveries_thread ON communique.deliveries (platform, channel, posted_thread)',
  ],
} as const;
