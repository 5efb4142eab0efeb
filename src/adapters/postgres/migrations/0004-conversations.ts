export const conversations = {
  name: '0004-conversations',
  statements: [
    'CREATE TABLE communique.conversations (key text PRIMARY KEY, conversation jsonb NOT NULL)',
    'CREATE TABLE communique.buttons (id uuid PRIMARY KEY, press jsonb NOT NULL, kept_at timestamptz NOT NULL)',
    'CREATE INDEX buttons_kept_at ON communique.buttons (kept_at)',
  ],
} as const;
