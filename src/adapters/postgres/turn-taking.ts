export interface TurnTaking {
  /** Runs the work when everybody before has finished. */
  take<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Waits for a turn and keeps it until the returned function is called. */
  hold(): Promise<() => void>;
}

/** Lets one at a time use what cannot be shared, in the order they came. */
export function turnTaking(): TurnTaking {
  let last: Promise<void> = Promise.resolve();
  const hold = async (): Promise<() => void> => {
    const before = last;
    let done = (): void => undefined;
    last = new Promise((resolve) => {
      done = resolve;
    });
    await before;
    return done;
  };
  return {
    hold,
    take: async (work) => {
      const done = await hold();
      try {
        return await work();
      } finally {
        done();
      }
    },
  };
}
