/**
 * What many channels are told alike is stored once. Deliveries of versions before, and those that such a version still adds
 * while it is being replaced, hold theirs themselves.
 */
export const bodies = {
  name: '0016-bodies',
  statements: [
    'CREATE TABLE communique.bodies (hash text PRIMARY KEY, body jsonb NOT NULL)',
    'ALTER TABLE communique.deliveries ADD COLUMN body text REFERENCES communique.bodies (hash)',
    'CREATE INDEX deliveries_body ON communique.deliveries (body)',
  ],
} as const;
