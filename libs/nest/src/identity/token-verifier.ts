import { errors, jwtVerify, type CryptoKey, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { forbiddenCharacter } from '@duban/contracts';
import { claimedPosts } from './claimed-posts.ts';
import type { Bearer } from './principal.ts';

/** Answers who the bearer is, or null for a token that proves nothing: expired or forged. */
export type VerifyToken = (token: string) => Promise<Bearer | null>;

export type TokenRules = {
  readonly issuer: string;
  readonly audience: string;
  readonly key: CryptoKey | JWTVerifyGetKey;
};

/** No symmetric algorithm and no `none`: a public key must not become a shared secret. */
const ALGORITHMS = ['EdDSA', 'Ed25519', 'ES256', 'ES384', 'PS256', 'RS256'];

/** An id of a provider may be written in many ways, but in signs that are seen, and none of them a blank. */
const SUBJECT = /^[\x21-\x7E\p{L}\p{N}]{1,255}$/u;

const isSubject = (text: string): boolean => SUBJECT.test(text) && text.normalize('NFKC') === text;

/** For pages only; one that shows as something else than it is gives way to the id. */
const isShown = (name: unknown): name is string =>
  typeof name === 'string' && name !== '' && forbiddenCharacter(name, 'line') === null;

const bearerOf = (claims: JWTPayload): Bearer | null => {
  const { sub, exp, name } = claims;
  if (typeof sub !== 'string' || !isSubject(sub) || exp === undefined) return null;
  const id = sub.startsWith('person:') ? sub : `person:${sub}`;
  const posts = claimedPosts(claims).filter(({ organ }) => isSubject(organ));
  return { id, name: isShown(name) ? name : id, posts, expiresAt: exp * 1_000 };
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
      return bearerOf(payload);
    } catch (error) {
      // An identity provider that cannot be reached is not a bad token: that failure must be seen.
      if (error instanceof errors.JOSEError) return null;
      throw error;
    }
  };
