import { describe, expect, it } from 'vitest';
import { addressOf, clientAt, isOwnMachine, readTrust } from '../../src/clients/address.ts';

const client = (peer: string, said?: string, trust = 'loopback') => {
  const address = addressOf(peer, said, readTrust(trust)!);
  return address && clientAt(address);
};

describe('a client', () => {
  it.each<[what: string, seen: string | null, peer: string, said?: string, trust?: string]>([
    ['who asks directly', '203.0.113.7', '203.0.113.7'],
    ['who asks directly and says otherwise', '203.0.113.7', '203.0.113.7', '198.51.100.1'],
    ['behind a proxy on this machine', '198.51.100.1', '127.0.0.1', '198.51.100.1'],
    ['who says more than the proxy', '198.51.100.1', '::1', '1.2.3.4, 198.51.100.1'],
    ['behind two proxies, both trusted', '198.51.100.1', '10.0.0.2', '198.51.100.1, 10.0.0.1', '10.0.0.0/8'],
    ['behind two proxies by number', '198.51.100.1', '192.0.2.2', '1.2.3.4, 198.51.100.1, 192.0.2.1', '2'],
    ['whose proxy says too little', '192.0.2.1', '192.0.2.2', '192.0.2.1', '3'],
    ['whose proxy says nonsense', '127.0.0.1', '127.0.0.1', 'unknown'],
    ['named with a port', '198.51.100.1', '127.0.0.1', '198.51.100.1:4711'],
    ['of IPv4 inside IPv6', '198.51.100.1', '::ffff:198.51.100.1'],
    ['of IPv6, with its whole network', '2001:db8:1:2', '127.0.0.1', '[2001:db8:1:2:3:4:5:6]:80'],
    ['who has gone', null, ''],
    ['where nobody is trusted', '127.0.0.1', '127.0.0.1', '198.51.100.1', '0'],
  ])('%s is %s', (_, seen, peer, said, trust) => {
    expect(client(peer, said, trust)).toBe(seen);
  });

  it('of IPv6 is the same with another address of its network', () => {
    expect(client('2001:db8::1')).toBe(client('2001:db8::ffff:0:0:2'));
    expect(client('2001:db8::1')).not.toBe(client('2001:db8:0:1::1'));
  });

  it.each(['127.0.0.1', '127.8.0.1', '::1', '::ffff:127.0.0.1'])('at %s is this machine', (peer) => {
    expect(isOwnMachine(addressOf(peer, undefined, 0)!)).toBe(true);
  });
});

it.each(['', 'yes', '10.0.0.0/33', '1.2.3', '-1', 'loopback,'])('%j says nothing of proxies', (text) => {
  expect(readTrust(text)).toBeNull();
});
