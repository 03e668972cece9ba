import {
  createRemoteJWKSet,
  errors,
  jwtVerify,
  type CryptoKey,
  type JWTPayload,
  type JWTVerifyGetKey,
} from 'jose';
import { isRole } from '@duban/application';
import type { Principal } from './principal.ts';

/** Answers who the bearer is, or null for a token that proves nothing: expired, forged, or without a role. */
export type VerifyToken = (token: string) => Promise<Principal | null>;

export type TokenRules = {
  readonly issuer: string;
  readonly audience: string;
  readonly key: CryptoKey | JWTVerifyGetKey;
};

/** No symmetric algorithm and no `none`: a public key must not become a shared secret. */
const ALGORITHMS = ['EdDSA', 'Ed25519', 'ES256', 'ES384', 'PS256', 'RS256'];

const principalOf = (claims: JWTPayload): Principal | null => {
  const { sub, duban_role: role, duban_organ: organ, name } = claims;
  if (typeof sub !== 'string' || sub === '' || typeof role !== 'string' || !isRole(role)) return null;
  if (typeof organ !== 'string' || organ === '') return null;
  const id = sub.startsWith('person:') ? sub : `person:${sub}`;
  return { id, role, organ, name: typeof name === 'string' ? name : id };
};

export const tokenVerifier =
  ({ issuer, audience, key }: TokenRules): VerifyToken =>
  async (token) => {
    const options = { issuer, audience, algorithms: ALGORITHMS, requiredClaims: ['sub', 'exp'] };
    try {
      const { payload } =
        typeof key === 'function'
          ? await jwtVerify(token, key, options)
          : await jwtVerify(token, key, options);
      return principalOf(payload);
    } catch (error) {
      // An identity provider that cannot be reached is not a bad token: that failure must be seen.
      if (error instanceof errors.JWKSTimeout || !(error instanceof errors.JOSEError)) throw error;
      return null;
    }
  };

/** Keys of an OpenID Connect issuer, fetched and cached by jose. */
export const remoteKeys = (jwksUrl: string): JWTVerifyGetKey => createRemoteJWKSet(new URL(jwksUrl));
