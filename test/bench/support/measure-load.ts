import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** Prints what so many channels take of memory and of a command's time, measured in a process that has done nothing before. */
export async function measureLoad(channels: number): Promise<void> {
  const program = fileURLToPath(new URL('delivery-load.js', import.meta.url));
  const [code] = await once(fork(program, [`${channels}`], { stdio: 'inherit', execArgv: ['--expose-gc'] }), 'exit');
  if (code !== 0) throw new Error('the process that is measured under load failed');
}
