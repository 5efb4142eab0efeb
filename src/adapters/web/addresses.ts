import { BlockList, isIP } from 'node:net';

/** How far a request may reach: the public internet, or this machine's loopback interface besides (for tests). */
export type Reach = 'public' | 'public-and-loopback';

/** Ranges that are not globally reachable. Source: IANA IPv4 special-purpose address registry; multicast; reserved. */
const closedV4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const;

/** Of IPv6 only global unicast (2000::/3) is open, so mapped, translated, local and multicast ones fall away by themselves. */
const openV6 = ['2000::', 3] as const;

/** Parts of 2000::/3 that lead elsewhere: protocol assignments with Teredo, documentation, 6to4. Source: IANA IPv6 registry. */
const closedV6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const;

const closed = new BlockList();
for (const [address, prefix] of closedV4) closed.addSubnet(address, prefix, 'ipv4');
for (const [address, prefix] of closedV6) closed.addSubnet(address, prefix, 'ipv6');

const open = new BlockList();
open.addSubnet(...openV6, 'ipv6');

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** True for the names that mean this machine, with or without the dot at the end. Source: RFC 6761, section 6.3. */
export function isLocalName(host: string): boolean {
  return /(?:^|\.)localhost\.?$/i.test(host);
}

/** True when a request may connect to this address. Anything that is no plain IP address may not be connected to. */
export function mayReach(address: string, reach: Reach): boolean {
  const version = isIP(address);
  if (version === 0) return false;
  const family = version === 4 ? 'ipv4' : 'ipv6';
  // Node holds mapped IPv6 addresses against IPv4 rules: only the address itself counts here.
  if (family === 'ipv6' && /^::ffff:/i.test(address)) return false;
  if (reach === 'public-and-loopback' && loopback.check(address, family)) return true;
  if (closed.check(address, family)) return false;
  return family === 'ipv4' || open.check(address, family);
}
