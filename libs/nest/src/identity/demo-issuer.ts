import { generateKeyPair, SignJWT, type CryptoKey } from 'jose';
import { DEMO_PERSONAS, type Persona } from './demo-personas.ts';
import { tokenVerifier, type VerifyToken } from './token-verifier.ts';

export type DemoPersona = Persona & { readonly token: string };

export type DemoIssuer = {
  readonly personas: () => Promise<readonly DemoPersona[]>;
  readonly verify: VerifyToken;
};

const ISSUER = 'duban-demo';
const AUDIENCE = 'duban';
const LIFETIME = '12h';

const tokenFor = (key: CryptoKey, { id, role, organ, name }: Persona): Promise<string> =>
  new SignJWT({ duban_role: role, duban_organ: organ, name })
    .setProtectedHeader({ alg: 'EdDSA' })
    .setSubject(id)
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setIssuedAt()
    .setExpirationTime(LIFETIME)
    .sign(key);

/** Signs with a key made at this start and kept nowhere: after a restart old tokens prove nothing. */
export const createDemoIssuer = async (): Promise<DemoIssuer> => {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA');
  return {
    personas: () =>
      Promise.all(
        DEMO_PERSONAS.map(async (persona) => ({ ...persona, token: await tokenFor(privateKey, persona) })),
      ),
    verify: tokenVerifier({ issuer: ISSUER, audience: AUDIENCE, key: publicKey }),
  };
};
