/** Each has something that the other lacks. */
export function apart<Item>(one: ReadonlySet<Item>, other: ReadonlySet<Item>): boolean {
  return hasMore(one, other) && hasMore(other, one);
}

function hasMore<Item>(one: ReadonlySet<Item>, other: ReadonlySet<Item>): boolean {
  for (const item of one) if (!other.has(item)) return true;
  return false;
}

/** How many items two sets share. */
export function sharedBy<Item>(one: ReadonlySet<Item>, other: ReadonlySet<Item>): number {
  let shared = 0;
  for (const item of one) if (other.has(item)) shared += 1;
  return shared;
}
