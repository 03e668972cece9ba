import { generateKeyPairSync, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { DEMO_PERSONAS } from '@duban/nest';

const AUDIENCE = 'duban-cluster';

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** An OpenID Connect issuer as far as Duban sees one: its keys, and tokens for the people of the demo. */
export const startIdentityProvider = async () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const jwks = { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k1', alg: 'EdDSA', use: 'sig' }] };
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify(jwks));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const token = (persona: string): string => {
    const known = DEMO_PERSONAS.find(({ id }) => id === `person:demo-${persona}`);
    if (known === undefined) throw new Error(`there is no ${persona}`);
    const claims = {
      iss: issuer,
      aud: AUDIENCE,
      sub: known.id,
      duban_role: known.role,
      duban_organ: known.organ,
    };
    // The members' clocks are told, those of their token checks are not.
    const text = `${encoded({ alg: 'EdDSA', kid: 'k1' })}.${encoded({ ...claims, exp: Math.floor(Date.now() / 1_000) + 3_600 })}`;
    return `${text}.${sign(null, Buffer.from(text), privateKey).toString('base64url')}`;
  };
  return {
    token,
    settings: {
      DUBAN_OIDC_ISSUER: issuer,
      DUBAN_OIDC_AUDIENCE: AUDIENCE,
      DUBAN_OIDC_JWKS_URL: `${issuer}/jwks`,
    },
    stop: (): void => {
      server.closeAllConnections();
      server.close();
    },
  };
};

export type IdentityProvider = Awaited<ReturnType<typeof startIdentityProvider>>;
