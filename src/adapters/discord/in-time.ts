/** What some work gives, or undefined when it takes longer than `limitMs` milliseconds. Rejects as the work does. */
export async function inTime<Result>(work: Promise<Result>, limitMs: number): Promise<Result | undefined> {
  let late: NodeJS.Timeout | undefined;
  const nothing = new Promise<undefined>((resolve) => {
    late = setTimeout(() => resolve(undefined), limitMs);
  });
  try {
    return await Promise.race([work, nothing]);
  } finally {
    clearTimeout(late);
  }
}
