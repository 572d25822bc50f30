import { describe, expect, it } from 'vitest';
import { HostRefusedError, ProviderUnreachableError } from '../../src/errors.ts';
import { lookupPublic } from '../../src/http/address-guard.ts';
import { createGuardedHttp } from '../../src/http/guarded-http.ts';
import { isForbiddenHost, isPublicAddress } from '../../src/model/public-address.ts';
import { startServer } from './start-server.ts';

/** Literals as people and attackers write them; each leads, or could be made to lead, inside. */
const LITERALS = [
  // IPv4, plain
  ['0.0.0.0', '0.1.2.3', '10.0.0.1', '10.255.255.255', '100.64.0.1', '100.100.100.200', '100.127.255.254'],
  ['127.0.0.1', '127.0.0.2', '127.1.1.1', '127.255.255.255', '169.254.0.1', '169.254.169.254', '169.254.170.2'],
  ['172.16.0.1', '172.31.255.255', '192.0.0.1', '192.0.0.192', '192.0.2.1', '192.88.99.1', '192.168.0.1'],
  ['192.168.255.255', '198.18.0.1', '198.19.255.255', '198.51.100.1', '203.0.113.1', '224.0.0.1', '239.255.255.255'],
  ['240.0.0.1', '255.255.255.255', '168.63.129.16'],
  // IPv4, written otherwise: decimal, octal, hexadecimal, short, full width, trailing dot
  ['2130706433', '017700000001', '0x7f000001', '0x7f.1', '127.1', '127.0.1', '0177.0.0.1', '0x7f.0.0.0x1', '0'],
  ['2852039166', '0xa9fea9fe', '0251.0376.0251.0376', '①②⑦.⓪.⓪.①', '１２７.０.０.１', '127。0。0。1', '127.0.0.1.'],
  ['3232235521', '0x0a000001', '167772161', '012.0.0.1'],
  // IPv6
  ['[::]', '[::1]', '[0:0:0:0:0:0:0:1]', '[fc00::1]', '[fd00:ec2::254]', '[fd12:3456:789a::1]', '[fe80::1]'],
  ['[febf::1]', '[fec0::1]', '[ff02::1]', '[ff0e::1]', '[100::1]', '[2001:db8::1]', '[3fff::1]', '[5f00::1]'],
  ['[2001:10::1]', '[2001:20::1]', '[2001:2::1]', '[4000::1]', '[8000::1]', '[e000::1]'],
  // IPv4 inside IPv6: mapped, compatible, translated, NAT64, local NAT64, 6to4, Teredo
  ['[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[::ffff:169.254.169.254]', '[::ffff:10.0.0.1]', '[0:0:0:0:0:ffff:c0a8:1]'],
  ['[::127.0.0.1]', '[::7f00:1]', '[::ffff:0:127.0.0.1]', '[64:ff9b::127.0.0.1]', '[64:ff9b::a9fe:a9fe]'],
  ['[64:ff9b::10.0.0.1]', '[64:ff9b::168.63.129.16]', '[64:ff9b:1::7f00:1]', '[64:ff9b:1:2::a]', '[2002:7f00:1::]'],
  ['[2002:a9fe:a9fe::1]', '[2002:c0a8:1::1]', '[2001:0:7f00:1::]', '[2001:0:53aa:64c:0:fbff:f5ff:fffe]'],
].flat();

const NAMES = [
  'localhost',
  'LOCALHOST',
  'localhost.',
  'foo.localhost',
  'metadata',
  'metadata.google.internal',
  'metadata.google.internal.',
  'metadata.goog',
  'metadata.azure.com',
  'METADATA.GOOGLE.INTERNAL',
  'instance-data',
  'instance-data.ec2.internal',
  'kubernetes.default.svc.cluster.local',
  'printer.local',
  'router.lan',
  'intranet',
  'db.corp',
  'wiki.home.arpa',
  'nas.home',
  'x.onion',
  '1.0.0.127.in-addr.arpa',
];

/** What a resolver could say to a name that looks harmless. */
const RESOLVED = [
  ['127.0.0.1'],
  ['10.0.0.1'],
  ['169.254.169.254'],
  ['168.63.129.16'],
  ['100.64.0.1'],
  ['192.168.1.1'],
  ['0.0.0.0'],
  ['::1'],
  ['::'],
  ['fe80::1'],
  ['fd00::1'],
  ['::ffff:127.0.0.1'],
  ['64:ff9b::7f00:1'],
  ['2002:7f00:1::'],
  ['2001:0:7f00:1::'],
  ['93.184.215.14', '127.0.0.1'],
  ['2606:2800:21f:cb07:6820:80da:af6b:8b2c', '::1'],
  ['not an address'],
];

describe('the address guard', () => {
  it('opens no connection to an address that is not public, however it is written (F4)', async () => {
    const inside = await startServer((_request, response) => void response.end('secret'));
    const { port } = new URL(inside.origin);
    let tried = 0;
    let refused = 0;
    // by its name alone, whatever it resolves to
    for (const name of NAMES) {
      const host = URL.parse(`https://${name}/`)?.hostname ?? name;
      expect.soft(isForbiddenHost(host), name).toBe(true);
    }
    for (const host of [...LITERALS, ...NAMES]) {
      const url = URL.parse(`https://${host}:${port}/`);
      const origin = url?.origin ?? '';
      // even where somebody configured this very origin
      const send = createGuardedHttp({
        timeoutMs: 2_000,
        lookup: async () => [{ address: '127.0.0.1', family: 4 }],
      }).sender({ origins: [origin], allowInsecureLoopback: false });
      tried += 1;
      const outcome = await send({ method: 'GET', url: url?.href ?? host }).catch((error) => error);
      if (outcome instanceof HostRefusedError) refused += 1;
      else expect.soft(`${host}: ${outcome}`).toBe('refused');
    }
    for (const addresses of RESOLVED) {
      const send = createGuardedHttp({
        timeoutMs: 2_000,
        lookup: async () => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      }).sender({ origins: [`https://rebound.example.com:${port}`], allowInsecureLoopback: false });
      tried += 1;
      const outcome = await send({ method: 'GET', url: `https://rebound.example.com:${port}/` }).catch(
        (error) => error,
      );
      if (outcome instanceof HostRefusedError) refused += 1;
      else expect.soft(`${addresses}: ${outcome}`).toBe('refused');
    }
    console.log(`F4 address forms tried: ${tried}, refused ${refused}, connections ${inside.connections()}`);
    expect(tried).toBeGreaterThanOrEqual(80);
    expect(refused).toBe(tried);
    expect(inside.connections()).toBe(0);
    await inside.close();
  });

  it('asks the resolver at connect time, each time, so that a second answer counts too', async () => {
    const inside = await startServer((_request, response) => void response.end('secret'));
    const { port } = new URL(inside.origin);
    const answers = ['127.0.0.1', '10.0.0.1', '::1'];
    const asked: string[] = [];
    const http = createGuardedHttp({
      timeoutMs: 2_000,
      lookup: async (hostname) => {
        asked.push(hostname);
        return [{ address: answers.shift() ?? '', family: 4 }];
      },
    });
    const origin = `https://rebound.example.com:${port}`;
    for (let round = 0; round < 3; round += 1) {
      const sent = http.sender({ origins: [origin], allowInsecureLoopback: false })({ method: 'GET', url: origin });
      await expect(sent).rejects.toThrow(HostRefusedError);
    }
    expect(asked).toHaveLength(3);
    expect(inside.connections()).toBe(0);
    await inside.close();
  });

  it('calls a name on this machine only where insecure loopback is allowed', async () => {
    const inside = await startServer((_request, response) => void response.end('hello'));
    const origin = inside.origin.replace('127.0.0.1', 'localhost');
    const lookup = async () => [{ address: '127.0.0.1', family: 4 }];
    const http = createGuardedHttp({ lookup });
    const loose = http.sender({ origins: [origin], allowInsecureLoopback: true });
    await expect(loose({ method: 'GET', url: origin })).resolves.toMatchObject({ status: 200, body: 'hello' });
    const strict = http.sender({ origins: [origin], allowInsecureLoopback: false });
    await expect(strict({ method: 'GET', url: origin })).rejects.toThrow(HostRefusedError);
    expect(inside.received).toHaveLength(1);
    await inside.close();
  });

  it('does not let the loopback allowance reach other private addresses or plain http elsewhere', async () => {
    const http = createGuardedHttp({ timeoutMs: 1_000, lookup: async () => [{ address: '10.0.0.1', family: 4 }] });
    for (const origin of [
      'http://10.0.0.1',
      'https://169.254.169.254',
      'http://app.example.com',
      'https://app.example.com',
    ]) {
      const send = http.sender({ origins: [origin], allowInsecureLoopback: true });
      await expect(send({ method: 'GET', url: origin }), origin).rejects.toThrow(HostRefusedError);
    }
  });

  it.each(['8.8.8.8', '93.184.215.14', '172.15.0.1', '172.32.0.1', '100.63.255.255', '100.128.0.1', '11.0.0.1'])(
    'takes %s for public',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
      expect(isForbiddenHost(address)).toBe(false);
    },
  );

  it.each(['2606:4700:4700::1111', '2a00:1450:4001:82f::200e', '64:ff9b::8.8.8.8'])(
    'takes %s for public',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
      expect(isForbiddenHost(`[${address}]`)).toBe(false);
    },
  );

  it.each(['metadata.google.internal.', 'localhost.', 'foo.localhost.', 'db.corp.'])(
    'knows %s with its final dot',
    (host) => {
      expect(isForbiddenHost(host)).toBe(true);
    },
  );

  it('takes what is no address for not public', () => {
    expect(['', 'x', '1.2.3', '1.2.3.4.5', '::g', '1.2.3.4%eth0'].filter(isPublicAddress)).toEqual([]);
  });
});

describe('hosts of the deployment’s own network', () => {
  const at =
    (...addresses: readonly string[]) =>
    async () =>
      addresses.map((address) => ({ address, family: 4 }));
  const guard = { origins: ['https://git.corp'], allowInsecureLoopback: false, privateHosts: ['git.corp'] };

  it.each(['10.0.0.1', '172.16.0.1', '192.168.1.1', '100.64.0.1', 'fd12:3456:789a::1', '93.184.215.14'])(
    'may be at %s where they are named',
    async (address) => {
      await expect(lookupPublic(at(address), 'git.corp', 'private')).resolves.toHaveLength(1);
    },
  );

  it('are connected to there', async () => {
    const send = createGuardedHttp({ lookup: at('10.255.255.1'), timeoutMs: 200 }).sender(guard);
    await expect(send({ method: 'GET', url: 'https://git.corp/' })).rejects.toThrow(ProviderUnreachableError);
  });

  it.each([
    ...['127.0.0.1', '127.9.9.9', '0.0.0.0', '169.254.169.254', '168.63.129.16', '100.100.100.200', '192.0.0.192'],
    ...['224.0.0.1', '255.255.255.255', '::1', '::', 'fe80::1', 'fd00:ec2::254', 'fd20:ce::254', '::ffff:127.0.0.1'],
    ...['::ffff:10.0.0.1', '64:ff9b::a00:1', 'not an address'],
  ])('are never at %s, this machine’s or a cloud’s metadata', async (address) => {
    await expect(lookupPublic(at(address), 'git.corp', 'private')).rejects.toThrow(HostRefusedError);
    // one bad address among good ones refuses them all
    await expect(lookupPublic(at('10.0.0.1', address), 'git.corp', 'private')).rejects.toThrow(HostRefusedError);
    const send = createGuardedHttp({ lookup: at(address) }).sender(guard);
    await expect(send({ method: 'GET', url: 'https://git.corp/' })).rejects.toThrow(HostRefusedError);
  });

  it.each(['git.corp.', 'wiki.corp', 'x.git.corp', 'corp', 'localhost', '10.0.0.1'])('are not %s', async (host) => {
    const others = { ...guard, origins: [`https://${host}`] };
    const send = createGuardedHttp({ lookup: at('10.0.0.1') }).sender(others);
    await expect(send({ method: 'GET', url: `https://${host}/` })).rejects.toThrow(HostRefusedError);
    expect(isForbiddenHost(host, ['git.corp'])).toBe(true);
  });

  it.each([
    'localhost',
    'db.localhost',
    'metadata.google.internal',
    'instance-data.ec2.internal',
    '127.0.0.1',
    '0x7f.1',
    '2130706433',
  ])('are never %s, also if it is named', (host) => {
    expect(isForbiddenHost(host, [host])).toBe(true);
  });

  it('are not reached by an integration that does not name them', async () => {
    const send = createGuardedHttp({ lookup: at('10.0.0.1') }).sender({
      origins: ['https://git.acme.example'],
      allowInsecureLoopback: false,
    });
    await expect(send({ method: 'GET', url: 'https://git.acme.example/' })).rejects.toThrow(HostRefusedError);
  });
});
