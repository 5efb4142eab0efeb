export const renewals = {
  name: '0012-renewals',
  statements: ['ALTER TABLE communique.installations ADD COLUMN renewing_until timestamptz'],
} as const;
