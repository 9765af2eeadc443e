import { lookup as systemLookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { Agent, buildConnector } from 'undici';

/** Says whether a connection to this IP address and port may be opened. */
export type AllowAddress = (ip: string, port: number) => boolean;

/** Longest address that is asked, in characters: matching one against a hostile robots.txt costs time by its length. */
const longestUrl = 4096;
/** Azure answers its machines here, beside 169.254.169.254; it lies among the public addresses. */
const metadataAddresses = new Set(['168.63.129.16']);
/** Node gives each address of a name 250 ms to connect, which a slow or distant server does not keep. In milliseconds. */
const autoSelectFamilyAttemptTimeout = 3000;
const globalUnicast = ipaddr.parseCIDR('2000::/3');
const nat64 = ipaddr.parseCIDR('64:ff9b::/96');

/** The code of the error that a connection the guard refuses fails with. */
export const addressRefused = 'ADDRESS_REFUSED';

/**
 * Whether an IP address is on the public internet: not private, loopback, link-local, multicast, reserved, a tunnel or a
 * metadata service. IPv4 inside IPv6 (mapped, NAT64) is judged as the IPv4 address it leads to; 6to4, Teredo and the
 * deprecated `::1.2.3.4` form are never public. False for what is no IP address.
 */
export function isPublicAddress(ip: string): boolean {
  if (isIP(ip) === 0) return false;
  let address = ipaddr.process(ip);
  if (address instanceof ipaddr.IPv6 && address.match(nat64))
    address = new ipaddr.IPv4(address.toByteArray().slice(-4));
  if (address.range() !== 'unicast' || metadataAddresses.has(address.toString())) return false;
  return address instanceof ipaddr.IPv4 || address.match(globalUnicast);
}

/** The rule where none is given: public addresses, ports 80 and 443. */
export const allowPublicWeb: AllowAddress = (ip, port) => (port === 80 || port === 443) && isPublicAddress(ip);

/** Why an address is not asked at all, before any connection; null where nothing speaks against it. */
export function refusalOf(url: URL): string | null {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return `${url.protocol} is neither http: nor https:`;
  if (url.username || url.password) return 'the address carries a user name or a password';
  if (url.href.length > longestUrl) return `the address is longer than ${longestUrl} characters`;
  return null;
}

/** How connections are guarded. */
export interface GuardOptions {
  /** Which IP addresses and ports may be connected to. Default: public addresses, ports 80 and 443. */
  allowAddress?: AllowAddress;
  /** Resolves names, as `dns.lookup` does. Default: the system's resolver. */
  lookup?: LookupFunction;
  /** Longest wait for a connection, in milliseconds. Default: 20 000. */
  timeout?: number;
}

/**
 * Opens an undici agent that cannot reach an address outside the rule: each connection is judged by the IP address that
 * is about to be connected to, so neither a redirect nor a name that resolves differently the second time gets through.
 */
export function openGuardedAgent(options: GuardOptions = {}): Agent {
  const { allowAddress = allowPublicWeb, lookup = systemLookup as LookupFunction, timeout = 20_000 } = options;
  return new Agent({
    pipelining: 0, // no connection is kept: a kept one that the server drops just then would look like a failure
    connect(target, callback) {
      const port = target.port ? Number(target.port) : target.protocol === 'https:' ? 443 : 80;
      const allow = (ip: string) => allowAddress(ip, port);
      // Node asks no lookup about a host that is an IP address already.
      if (isIP(target.hostname) && !allow(target.hostname)) return callback(refused(target.hostname, port), null);
      const guarded = guardLookup(lookup, allow, port);
      buildConnector({ timeout, lookup: guarded, autoSelectFamilyAttemptTimeout })(target, callback);
    },
  });
}

function guardLookup(lookup: LookupFunction, allow: (ip: string) => boolean, port: number): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, '', 0);
      const addresses = Array.isArray(found) ? found : [{ address: found, family: isIP(found) }];
      const allowed = addresses.filter(({ address }) => allow(address));
      const [first] = allowed;
      if (!first) return callback(refused(hostname, port), '', 0);
      if (options.all) callback(null, allowed);
      else callback(null, first.address, first.family);
    });
  };
}

const refused = (host: string, port: number) =>
  Object.assign(new Error(`${host} leads to port ${port} of an address that may not be asked`), {
    code: addressRefused,
  });
