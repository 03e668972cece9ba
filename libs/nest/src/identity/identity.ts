import type { Config } from '@duban/config';
import { createDemoIssuer, type DemoPersona } from './demo-issuer.ts';
import { remoteKeys } from './remote-keys.ts';
import { tokenVerifier, type VerifyToken } from './token-verifier.ts';

/** Who may come in: the demo's built-in personas, or whoever the identity provider vouches for. */
export type Identity = {
  readonly verify: VerifyToken;
  /** Null outside the demo profile: there are no built-in people then. */
  readonly personas: (() => Promise<readonly DemoPersona[]>) | null;
};

export const openIdentity = async ({ oidc }: Pick<Config, 'oidc'>): Promise<Identity> => {
  if (oidc === null) return createDemoIssuer();
  const { issuer, audience, jwksUrl } = oidc;
  return { verify: tokenVerifier({ issuer, audience, key: remoteKeys(jwksUrl) }), personas: null };
};
