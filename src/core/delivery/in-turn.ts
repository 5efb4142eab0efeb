/** Runs pieces of work with the same key one after the other, in the order they came; others side by side. */
export type InTurn = <Result>(key: string, work: () => Promise<Result>) => Promise<Result>;

export function inTurn(): InTurn {
  const last = new Map<string, Promise<void>>();
  return async (key, work) => {
    const before = last.get(key);
    const running = Promise.resolve(before).then(work);
    const over = running.then(nothing, nothing);
    last.set(key, over);
    try {
      return await running;
    } finally {
      if (last.get(key) === over) last.delete(key);
    }
  };
}

function nothing(): void {}
