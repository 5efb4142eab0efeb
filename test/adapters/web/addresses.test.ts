import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mayReach } from '../../../src/adapters/web/addresses.ts';

describe('the addresses that a request may reach', () => {
  test.each(['93.184.215.14', '8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:2800:21f:cb07:6820:80da:af6b:8b2c'])(
    'are public: %s',
    (address) => {
      expect(mayReach(address, 'public')).toBe(true);
    },
  );

  test.each([
    ['this host', '0.0.0.0'],
    ['a private network', '10.1.2.3'],
    ['a private network', '172.16.0.1'],
    ['a private network', '172.31.255.255'],
    ['a private network', '192.168.1.1'],
    ["a provider's network", '100.64.0.1'],
    ['loopback', '127.0.0.1'],
    ['loopback', '127.255.255.254'],
    ["a cloud's metadata", '169.254.169.254'],
    ['a benchmark network', '198.18.0.1'],
    ['documentation', '203.0.113.7'],
    ['multicast', '224.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['unspecified', '::'],
    ['loopback', '::1'],
    ['mapped loopback', '::ffff:127.0.0.1'],
    ['mapped loopback in hexadecimal', '::ffff:7f00:1'],
    ['a mapped public address', '::ffff:8.8.8.8'],
    ['translated metadata', '64:ff9b::a9fe:a9fe'],
    ['a unique local address', 'fd00::1'],
    ['a link-local address', 'fe80::1'],
    ['a scoped address', 'fe80::1%eth0'],
    ['multicast', 'ff02::1'],
    ['6to4 of a private network', '2002:0a00:0001::1'],
    ['Teredo', '2001:0:4136:e378:8000:63bf:3fff:fdd2'],
    ['documentation', '2001:db8::1'],
    ['no address', 'localhost'],
  ])('are never %s: %s', (_what, address) => {
    expect(mayReach(address, 'public')).toBe(false);
  });

  test('include loopback, and only it, when a test asks for it', () => {
    expect(mayReach('127.0.0.1', 'public-and-loopback')).toBe(true);
    expect(mayReach('::1', 'public-and-loopback')).toBe(true);
    expect(mayReach('10.0.0.1', 'public-and-loopback')).toBe(false);
    expect(mayReach('::ffff:127.0.0.1', 'public-and-loopback')).toBe(false);
  });

  test('hold no IPv4 address of the private blocks, whichever it is', () => {
    const octet = fc.integer({ min: 0, max: 255 });
    const inBlocks = fc.oneof(
      fc.tuple(octet, octet, octet).map(([a, b, c]) => `10.${a}.${b}.${c}`),
      fc.tuple(octet, octet).map(([a, b]) => `192.168.${a}.${b}`),
      fc.tuple(fc.integer({ min: 16, max: 31 }), octet, octet).map(([a, b, c]) => `172.${a}.${b}.${c}`),
      fc.tuple(octet, octet, octet).map(([a, b, c]) => `127.${a}.${b}.${c}`),
    );
    fc.assert(
      fc.property(inBlocks, (address) => !mayReach(address, 'public') && !mayReach(`::ffff:${address}`, 'public')),
    );
  });
});
