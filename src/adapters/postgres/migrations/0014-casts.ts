export const casts = {
  name: '0014-casts',
  statements: ['ALTER TABLE communique.readings ADD COLUMN actors json'],
} as const;
