export const oldDeliveries = {
  name: '0011-old-deliveries',
  statements: [
    // Before an old delivery is forgotten, it is looked whether its subscription has a newer one.
    "CREATE INDEX deliveries_subscription ON communique.deliveries ((delivery->>'subscription'), created_at)",
  ],
} as const;
