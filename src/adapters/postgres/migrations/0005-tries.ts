export const tries = {
  name: '0005-tries',
  statements: [
    `ALTER TABLE communique.deliveries
       ADD COLUMN failures integer NOT NULL DEFAULT 0,
       ADD COLUMN next_try_at timestamptz,
       ADD COLUMN taken_at timestamptz,
       ADD COLUMN put_back_at timestamptz`,
    'CREATE INDEX deliveries_state ON communique.deliveries (state, created_at)',
    // The newest delivery of a subscription is looked up by the beginning of its key, whatever the database's collation.
    'CREATE INDEX deliveries_key_prefix ON communique.deliveries (key COLLATE "C")',
  ],
} as const;
