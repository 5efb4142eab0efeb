/** What people see while an answer takes its time. */
export const atWork = 'I am reading the articles…';

/** Waits for work; when it is not done soon, calls `slow` once meanwhile. A failing `slow` does not fail the work. */
export async function whileQuick<Result>(
  work: Promise<Result>,
  quickMs: number,
  slow: () => Promise<void>,
): Promise<Result> {
  let shown: Promise<void> | undefined;
  const timer = setTimeout(() => {
    // Only a sign of life: an answer that comes without it is as good.
    shown = slow().catch(() => undefined);
  }, quickMs);
  try {
    return await work;
  } finally {
    clearTimeout(timer);
    await shown;
  }
}
