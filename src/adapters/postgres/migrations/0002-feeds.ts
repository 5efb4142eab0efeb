export const feeds = {
  name: '0002-feeds',
  statements: ['CREATE TABLE communique.feeds (feed text PRIMARY KEY, state jsonb NOT NULL)'],
} as const;
