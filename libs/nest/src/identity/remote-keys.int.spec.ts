import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';
import { KEY_TIMES, remoteKeys, type KeyTimes } from './remote-keys.ts';
import { tokenVerifier, type VerifyToken } from './token-verifier.ts';

/** Asks again at every token, so that no test waits for keys to grow old. */
const TIMES: KeyTimes = { ...KEY_TIMES, freshMs: 0, restMs: 0, patienceMs: 100 };

type Answering = 'keys' | 'error' | 'junk' | 'silence';

let server: Server;
let answering: Answering;
let asked: number;
let published: JWK[];
let signingKey: CryptoKey;

const newKey = async (kid: string): Promise<CryptoKey> => {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA');
  published = [{ ...(await exportJWK(publicKey)), kid, alg: 'EdDSA', use: 'sig' }];
  return privateKey;
};

beforeEach(async () => {
  [answering, asked] = ['keys', 0];
  signingKey = await newKey('k1');
  server = createServer((_request, response) => {
    asked += 1;
    if (answering === 'error') response.writeHead(500).end();
    if (answering === 'junk') response.end('<html>');
    if (answering === 'keys') response.end(JSON.stringify({ keys: published }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
});

const goAway = (): void => {
  server.closeAllConnections();
  server.close();
};

afterEach(goAway);

const verifier = (times: KeyTimes = TIMES): VerifyToken => {
  const { port } = server.address() as AddressInfo;
  const key = remoteKeys(`http://127.0.0.1:${String(port)}/jwks`, times);
  return tokenVerifier({ issuer: 'iss', audience: 'duban', key });
};

const token = (kid = 'k1', key = signingKey): Promise<string> =>
  new SignJWT({ duban_role: 'auditor', duban_organ: 'cq-audit' })
    .setProtectedHeader({ alg: 'EdDSA', kid })
    .setSubject('42')
    .setIssuer('iss')
    .setAudience('duban')
    .setExpirationTime('1h')
    .sign(key);

const AWAY = { code: 'identity-provider.away' };

describe('an identity provider that is away', () => {
  it.each(['error', 'junk', 'silence'] as const)(
    'and answers with %s makes no token a bad one',
    async (how) => {
      answering = how;
      await expect(verifier()(await token())).rejects.toMatchObject(AWAY);
    },
  );

  it('and refuses connections makes no token a bad one', async () => {
    const verify = verifier();
    goAway();
    await expect(verify(await token())).rejects.toMatchObject(AWAY);
  });

  it('leaves those at work whose key is known, and cannot tell a new key from a forged one', async () => {
    const verify = verifier();
    expect(await verify(await token())).toMatchObject({ id: 'person:42' });
    goAway();
    expect(await verify(await token())).toMatchObject({ id: 'person:42' });
    await expect(verify(await token('k2'))).rejects.toMatchObject(AWAY);
  });

  it('lets no forged token in meanwhile', async () => {
    const verify = verifier();
    await verify(await token());
    goAway();
    const { privateKey } = await generateKeyPair('EdDSA');
    expect(await verify(await token('k1', privateKey))).toBeNull();
  });

  it('for longer than keys are kept ends their use', async () => {
    const verify = verifier({ ...TIMES, keptMs: -1 });
    goAway();
    await expect(verify(await token())).rejects.toMatchObject(AWAY);
  });

  it('is asked once while it rests, however many come', async () => {
    answering = 'error';
    const verify = verifier({ ...TIMES, restMs: 60_000 });
    const text = await token();
    for (let n = 0; n < 5; n += 1) await expect(verify(text)).rejects.toMatchObject(AWAY);
    expect(asked).toBe(1);
  });

  it('is used again as soon as it is back', async () => {
    const verify = verifier();
    answering = 'error';
    await expect(verify(await token())).rejects.toMatchObject(AWAY);
    answering = 'keys';
    expect(await verify(await token())).toMatchObject({ id: 'person:42' });
  });
});

describe('an identity provider that changed its key', () => {
  it('is asked for it with the first token that names it', async () => {
    const verify = verifier();
    await verify(await token());
    const next = await newKey('k2');
    expect(await verify(await token('k2', next))).toMatchObject({ id: 'person:42' });
  });

  it('takes no token of a key that it never had', async () => {
    const verify = verifier();
    await verify(await token());
    expect(await verify(await token('k9'))).toBeNull();
  });
});
