import type { PostSource } from '@duban/application';
import type { Config } from '@duban/config';
import { createDemoIssuer, type DemoPersona } from './demo-issuer.ts';
import type { HeldPost } from './held-post.ts';
import type { Bearer } from './principal.ts';
import { remoteKeys } from './remote-keys.ts';
import { tokenVerifier, type VerifyToken } from './token-verifier.ts';

/** Who may come in: the demo's built-in personas, or whoever the identity provider vouches for. */
export type Identity = {
  readonly verify: VerifyToken;
  /** The posts that this person holds today. */
  readonly postsOf: (bearer: Bearer) => Promise<readonly HeldPost[]>;
  /** Null outside the demo profile: there are no built-in people then. */
  readonly personas: (() => Promise<readonly DemoPersona[]>) | null;
};

const asClaimed: Identity['postsOf'] = ({ posts }) =>
  Promise.resolve(posts.map((post) => ({ ...post, until: null })));

/** With the register the posts of a token say nothing; a person is who the token proves, under any of their ids. */
const postsBy = ({ posts }: Pick<Config, 'posts'>, register: PostSource): Identity['postsOf'] =>
  posts === 'register' ? ({ id }) => register.heldToday(id) : asClaimed;

export const openIdentity = async (
  config: Pick<Config, 'oidc' | 'posts'>,
  register: PostSource,
): Promise<Identity> => {
  const postsOf = postsBy(config, register);
  if (config.oidc === null) return { ...(await createDemoIssuer()), postsOf };
  const { issuer, audience, jwksUrl } = config.oidc;
  return {
    verify: tokenVerifier({ issuer, audience, key: remoteKeys(jwksUrl) }),
    postsOf,
    personas: null,
  };
};
