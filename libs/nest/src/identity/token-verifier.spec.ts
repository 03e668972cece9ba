import { beforeAll, describe, expect, it } from '@jest/globals';
import { generateKeyPair, SignJWT, type CryptoKey } from 'jose';
import { createDemoIssuer, type DemoIssuer } from './demo-issuer.ts';
import { tokenVerifier } from './token-verifier.ts';

const CLAIMS = { duban_role: 'auditor', duban_organ: 'cq-audit' };
let keys: { privateKey: CryptoKey; publicKey: CryptoKey };
let demo: DemoIssuer;

beforeAll(async () => {
  keys = await generateKeyPair('EdDSA');
  demo = await createDemoIssuer();
});

const verify = (token: string) =>
  tokenVerifier({ issuer: 'iss', audience: 'duban', key: keys.publicKey })(token);

const signed = (claims: Record<string, unknown>, expires = '1h', issuer = 'iss') =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: 'EdDSA' })
    .setSubject('42')
    .setIssuer(issuer)
    .setAudience('duban')
    .setExpirationTime(expires)
    .sign(keys.privateKey);

describe('tokenVerifier', () => {
  it('reads who asks', async () => {
    expect(await verify(await signed({ ...CLAIMS, name: 'Ho' }))).toEqual({
      id: 'person:42',
      name: 'Ho',
      posts: [{ role: 'auditor', organ: 'cq-audit' }],
      expiresAt: expect.any(Number),
    });
  });

  it('reads until when the token speaks for them', async () => {
    const inAnHour = Date.now() + 3_600_000;
    const { expiresAt = 0 } = (await verify(await signed(CLAIMS))) ?? {};
    expect(Math.abs(expiresAt - inAnHour)).toBeLessThan(5_000);
  });

  it('takes no token that is expired, from another issuer, signed by another key, or no token at all', async () => {
    expect(await verify(await signed(CLAIMS, '-1s'))).toBeNull();
    expect(await verify(await signed(CLAIMS, '1h', 'other'))).toBeNull();
    const [persona] = await demo.personas();
    expect(await verify(persona?.token ?? '')).toBeNull();
    expect(await verify('no.token.here')).toBeNull();
  });

  it('knows of no post where a token has no known role, or no organ', async () => {
    for (const claims of [{ duban_role: 'system', duban_organ: 'x' }, { duban_role: 'auditor' }, {}])
      expect(await verify(await signed(claims))).toMatchObject({ id: 'person:42', posts: [] });
  });

  it.each([['cq\u200B-audit'], ['cq audit'], ['\uFF43q-audit']])(
    'knows of no post at an organ that looks like another: %j',
    async (organ) => {
      const duban_posts = [`auditor@${organ}`];
      expect(
        await verify(await signed({ duban_posts, duban_role: 'auditor', duban_organ: organ })),
      ).toMatchObject({
        posts: [],
      });
    },
  );

  it.each([[{ sub: '4\u20602' }], [{ sub: '4 2' }], [{ sub: '４２' }]])(
    'takes no id that looks like another: %j',
    async (claims) => {
      const token = new SignJWT({ ...CLAIMS, ...claims })
        .setProtectedHeader({ alg: 'EdDSA' })
        .setIssuer('iss')
        .setAudience('duban')
        .setExpirationTime('1h');
      if (!('sub' in claims)) token.setSubject('42');
      expect(await verify(await token.sign(keys.privateKey))).toBeNull();
    },
  );

  it('shows the id in place of a name that reads as something else', async () => {
    expect(await verify(await signed({ ...CLAIMS, name: 'Ho\u202Eoh' }))).toMatchObject({
      id: 'person:42',
      name: 'person:42',
    });
  });

  it('takes no unsigned token', async () => {
    const head = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url');
    const body = Buffer.from(
      JSON.stringify({ ...CLAIMS, sub: '1', iss: 'iss', aud: 'duban', exp: 4_000_000_000 }),
    ).toString('base64url');
    expect(await verify(`${head}.${body}.`)).toBeNull();
  });
});

describe('createDemoIssuer', () => {
  it('gives every persona a token that says who it is', async () => {
    const personas = await demo.personas();
    expect(new Set(personas.map(({ id }) => id)).size).toBe(personas.length);
    for (const { token, id, name, role, organ } of personas)
      expect(await demo.verify(token)).toMatchObject({ id, name, posts: [{ role, organ }] });
  });
});
