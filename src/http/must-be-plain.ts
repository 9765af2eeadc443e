import type { IncomingMessage } from 'node:http';
import { hasKeyInIt } from '../keys/key.ts';
import { Problem } from './responses.ts';

/** Longest address taken, in characters. */
const longestAddress = 8_192;

/** Refuses what no honest client sends: servers before us may read it otherwise than we do. */
export function mustBePlain({ url, headers, rawHeaders }: IncomingMessage): void {
  if (url!.length > longestAddress)
    throw new Problem(
      414,
      `The address is longer than ${longestAddress} characters; send a long query by POST.`,
      {},
      'ADDRESS_TOO_LONG',
    );
  if (hasKeyInIt(url!))
    throw new Problem(
      400,
      'A key stands in this address, where whoever is between us can read it. Have it revoked, and send the next one as ' +
        'the header Authorization: Bearer ct_….',
    );
  const names = rawHeaders.filter((_, place) => place % 2 === 0).map((name) => name.toLowerCase());
  const twice = ['Host', 'Authorization'].find(
    (once) => names.filter((name) => name === once.toLowerCase()).length > 1,
  );
  if (twice) throw new Problem(400, `The header ${twice} was sent more than once.`, { connection: 'close' });
  const coding = headers['transfer-encoding'] ?? 'chunked';
  if (!/^chunked$/i.test(coding))
    throw new Problem(400, `The body is sent as ${coding.slice(0, 40)}; send it as it is, or chunked.`, {
      connection: 'close',
    });
}
