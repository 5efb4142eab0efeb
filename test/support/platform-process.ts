// A platform server in a process of its own, so that it takes no time from what is measured: fork it; it tells its address,
// and how many messages it has taken, every ten of them.
import { platformServer } from './platform-server.ts';

const every = 10;
const server = await platformServer();
let told = 0;
server.onPost(() => {
  const count = server.seen.length;
  if (count % every !== 0 || count === told) return;
  told = count;
  process.send?.({ seen: count });
});
process.send?.({ url: server.url });
process.once('disconnect', () => process.exit(0));
