/** Runs a task about an address when no other about the same host is running; the others wait in the order they came. */
export type HostTurns = <Result>(address: string, task: () => Promise<Result>) => Promise<Result>;

/** Publishers see one request at a time, whichever feeds ask for it. A task that fails or hangs holds up its own host alone. */
export function hostTurns(): HostTurns {
  const last = new Map<string, Promise<void>>();
  return async (address, task) => {
    const host = URL.canParse(address) ? new URL(address).host : address;
    const running = (last.get(host) ?? Promise.resolve()).then(task);
    const over = running.then(
      () => undefined,
      () => undefined,
    );
    last.set(host, over);
    try {
      return await running;
    } finally {
      if (last.get(host) === over) last.delete(host);
    }
  };
}
