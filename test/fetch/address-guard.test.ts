import { describe, expect, it } from 'vitest';
import { allowPublicWeb, isPublicAddress, refusalOf } from '../../src/fetch/address-guard.ts';
import { checkLink } from '../../src/fetch/check-link.ts';
import { answer, lookupIn, serveWeb } from './web.ts';

const contact = 'https://common-thread.test/about';

describe('the address guard', () => {
  it.each(['93.184.215.14', '8.8.8.8', '2606:2800:21f:cb07:6820:80da:af6b:8b2c', '64:ff9b::808:808', '::ffff:8.8.8.8'])(
    'takes %s for public',
    (ip) => expect(isPublicAddress(ip)).toBe(true),
  );

  it.each([
    ...'127.0.0.1 10.1.2.3 172.16.0.1 192.168.1.1 169.254.169.254 100.100.100.200 0.0.0.0 224.0.0.1'.split(' '),
    ...'240.0.0.1 255.255.255.255 192.0.2.1 198.18.0.1 168.63.129.16 192.0.0.192 :: ::1 fe80::1'.split(' '),
    ...'fe80::1%eth0 fc00::1 fd00:ec2::254 ff02::1 fec0::1 2001:db8::1 ::ffff:127.0.0.1 ::ffff:a9fe:a9fe'.split(' '),
    ...'::127.0.0.1 ::7f00:1 64:ff9b::7f00:1 64:ff9b::10.0.0.1 64:ff9b:1::808:808 2002:7f00:1::'.split(' '),
    ...'2002:808:808:: 2001:0:808:808:: 100::1 4000::1 localhost 127.1 2130706433'.split(' '),
  ])('takes %s for not public', (ip) => expect(isPublicAddress(ip)).toBe(false));

  it('allows ports 80 and 443 alone', () => {
    expect([0, 22, 80, 443, 8080].filter((port) => allowPublicWeb('8.8.8.8', port))).toEqual([80, 443]);
  });

  it.each([
    'ftp://a.test/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'http://user@a.test/',
    'http://:word@a.test/',
  ])('does not ask %s at all', (url) => expect(refusalOf(new URL(url))).not.toBeNull());

  it.each([
    ...'http://127.0.0.1 http://2130706433 http://0x7f.1 http://0177.0.0.1 http://127.1 http://[::1]'.split(' '),
    ...'http://[::ffff:127.0.0.1] http://localhost https://127.0.0.1 http://0'.split(' '),
  ])('never connects to a server on this machine as %s, whatever is on it', async (origin) => {
    const web = await serveWeb({ '/page': answer(200) });
    const found = await checkLink(`${origin}:${web.port}/page`, { contact, pause: 0 });
    expect(found.status).toBe('refused');
    expect(found.reason).toContain(`port ${web.port}`);
    expect(web.asked).toEqual([]);
  });

  it('refuses a name whose address is private', async () => {
    const lookup = lookupIn(() => '10.0.0.7');
    const found = await checkLink('http://inside.test/page', { contact, lookup });
    expect(found).toMatchObject({ status: 'refused', reason: expect.stringContaining('inside.test') });
  });

  it('refuses a redirect to a private address', async () => {
    const web = await serveWeb({ '/page': answer(301, { location: 'http://127.0.0.2/admin' }) });
    const found = await checkLink(web.url('/page'), web.options);
    expect(found).toMatchObject({ status: 'refused', reason: expect.stringContaining('127.0.0.2') });
  });

  it('refuses a name that resolves to a private address the second time', async () => {
    const web = await serveWeb({ '/page': answer(200) });
    const addresses = ['127.0.0.1', '127.0.0.2'];
    const lookup = lookupIn(() => addresses.shift() ?? '127.0.0.2');
    const found = await checkLink(web.url('/page', 'rebinding.test'), { ...web.options, lookup });
    expect(found.status).toBe('refused');
    expect(web.asked).toEqual([]);
    expect(addresses).toEqual([]);
  });

  it('connects to the allowed addresses of a name that has others too', async () => {
    const web = await serveWeb({ '/page': answer(200) });
    const found = await checkLink(web.url('/page', 'mixed.test'), {
      ...web.options,
      lookup: (_host, _options, callback) =>
        callback(null, [
          { address: '127.0.0.2', family: 4 },
          { address: '127.0.0.1', family: 4 },
        ]),
    });
    expect(found.status).toBe('alive');
  });
});
