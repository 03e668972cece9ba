import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, describe, expect, it, jest } from '@jest/globals';
import { readConnectionString } from './connection-string.ts';

const SECRET = 'geheim7';

describe('a connection string', () => {
  const folder = mkdtempSync(join(tmpdir(), 'duban-tls-'));
  const file = join(folder, 'ca.pem');
  writeFileSync(file, 'a certificate');
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('names one server, a list of members or a cluster in the DNS', () => {
    expect(readConnectionString('esdb://esdb.local?tls=false')).toMatchObject({
      hosts: [{ address: 'esdb.local', port: 2113 }],
      discover: 'none',
      tls: { insecure: true },
    });
    expect(readConnectionString('esdb://a:1,b:2,c')).toMatchObject({
      hosts: [
        { address: 'a', port: 1 },
        { address: 'b', port: 2 },
        { address: 'c', port: 2113 },
      ],
      discover: 'gossip',
      tls: { insecure: false },
    });
    expect(readConnectionString('esdb+discover://cluster.local:2113').discover).toBe('dns');
  });

  it('holds the user, TLS files and settings, whatever the case of their names', () => {
    const text = `esdb://ops:${SECRET}%40x@h:1?TLS=true&tls_ca_file=${encodeURIComponent(file)}&keepAliveInterval=20000&NodePreference=Follower`;
    expect(readConnectionString(text)).toMatchObject({
      credentials: { username: 'ops', password: `${SECRET}@x` },
      tls: { insecure: false, rootCertificate: Buffer.from('a certificate') },
      settings: { keepAliveInterval: 20_000 },
      nodePreference: 'follower',
    });
  });

  it.each([
    `http://ops:${SECRET}@h`,
    `esdb://ops${SECRET}@h`,
    `esdb://ops:${SECRET}%@h`,
    `esdb://ops:${SECRET}@h h`,
    `esdb://ops:${SECRET}@h:1:2`,
    `esdb://ops:${SECRET}@h?unknown=${SECRET}`,
    `esdb://ops:${SECRET}@h?tlsVerifyCert=false`,
    `esdb://ops:${SECRET}@h?throwOnAppendFailure=false`,
    `esdb://ops:${SECRET}@127.0.0.1:2113`,
    `esdb://ops:${SECRET}@h,[::1]:2113?tls=true`,
    `esdb://ops:${SECRET}@h?tls=perhaps`,
    `esdb://ops:${SECRET}@h?tls`,
    `esdb://ops:${SECRET}@h?defaultDeadline=soon`,
    `esdb://ops:${SECRET}@h?nodePreference=nearest`,
    `esdb://ops:${SECRET}@h?tlsCAFile=/nowhere/ca.pem`,
    `esdb://ops:${SECRET}@h?userCertFile=/nowhere/cert.pem`,
  ])('that is wrong is refused without a word of it: case %#', (text) => {
    const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    const refused = (() => {
      try {
        return readConnectionString(text);
      } catch (error) {
        return error;
      }
    })();
    expect(refused).toMatchObject({ code: 'log.bad-connection-string' });
    expect(inspect(refused, { depth: 9 })).not.toContain(SECRET);
    expect(warn).not.toHaveBeenCalled();
    warn.mockRestore();
  });
});
