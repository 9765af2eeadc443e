import ipaddr from 'ipaddr.js';

/** Which proxies before us are believed to say truly who asked them: the next so many, or those in these networks. */
export type Trust = number | Network[];
type Address = ipaddr.IPv4 | ipaddr.IPv6;
type Network = [address: Address, bits: number];

/** A proxy on this machine. */
const loopback = '127.0.0.0/8,::1/128';

/** Trust as it is written in a setting: a number, or `loopback`, addresses and networks, with commas; null where it is none. */
export function readTrust(text: string): Trust | null {
  if (/^\d{1,2}$/.test(text)) return Number(text);
  const networks = text
    .replaceAll('loopback', loopback)
    .split(',')
    .map((part) => readNetwork(part.trim()));
  return networks.every((network) => network !== null) ? networks : null;
}

function readNetwork(text: string): Network | null {
  if (ipaddr.isValidCIDR(text)) return ipaddr.parseCIDR(text);
  const address = read(text);
  return address && [address, address.kind() === 'ipv4' ? 32 : 128];
}

/**
 * The address a request comes from: that of its socket, or what trusted proxies say in `X-Forwarded-For`, read from its
 * end, where the nearest has written. What stands before the first that is not trusted, its sender may have made up.
 */
export function addressOf(peer: string | undefined, forwardedFor: string | undefined, trust: Trust): Address | null {
  let address = read(peer ?? '');
  const said = (forwardedFor ?? '').split(',').map((part) => part.trim());
  for (let hops = 0; address && isTrusted(address, hops, trust); hops++) {
    const next = read(said.pop() ?? '');
    if (!next) break;
    address = next;
  }
  return address;
}

function isTrusted(address: Address, hops: number, trust: Trust): boolean {
  if (typeof trust === 'number') return hops < trust;
  return trust.some(([network, bits]) => network.kind() === address.kind() && address.match(network as never, bits));
}

/** An address however it is written, one of IPv4 inside IPv6 as what it is. */
function read(text: string): Address | null {
  const bare = text.replace(/^\[(.*)\](:\d+)?$/, '$1').replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1');
  if (!ipaddr.IPv4.isValidFourPartDecimal(bare) && !ipaddr.IPv6.isValid(bare)) return null;
  return ipaddr.process(bare);
}

/** Whether an address is of the machine this runs on. */
export const isOwnMachine = (address: Address): boolean => address.range() === 'loopback';

/** Whom an address stands for: itself, or with IPv6 the 64 bits of its network, of which one client has all the rest. */
export function clientAt(address: Address): string {
  if (address.kind() === 'ipv4') return address.toString();
  return (address as ipaddr.IPv6).parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(':');
}
