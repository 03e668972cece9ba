import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  type JSONWebKeySet,
  type JWTVerifyGetKey,
} from 'jose';
import { ProblemError } from '../problems/problem-error.ts';

export type KeyTimes = {
  /** How long fetched keys are used without asking again. */
  readonly freshMs: number;
  /** How long they are used while the provider does not answer: an office goes on working meanwhile. */
  readonly keptMs: number;
  /** After a failure nobody asks again for so long, so that requests do not queue up for a provider that is away. */
  readonly restMs: number;
  readonly patienceMs: number;
};

export const KEY_TIMES: KeyTimes = {
  freshMs: 600_000,
  keptMs: 3_600_000,
  restMs: 5_000,
  patienceMs: 3_000,
};

const away = (cause: unknown): ProblemError => new ProblemError('identity-provider.away', {}, { cause });

type Fetched = { readonly set: JSONWebKeySet; readonly find: JWTVerifyGetKey; readonly at: number };

/** The keys as last fetched; whatever goes wrong in fetching is the provider's affair, never the token's. */
class KeptKeys {
  readonly #remote: ReturnType<typeof createRemoteJWKSet>;
  readonly #times: KeyTimes;
  #fetched: Fetched | null = null;
  #failure: { readonly at: number; readonly cause: unknown } | null = null;

  constructor(jwksUrl: string, times: KeyTimes) {
    const { freshMs, patienceMs } = times;
    this.#times = times;
    this.#remote = createRemoteJWKSet(new URL(jwksUrl), {
      cacheMaxAge: freshMs,
      timeoutDuration: patienceMs,
    });
  }

  /** @throws ProblemError `identity-provider.away` when there are no keys, or none that may still be used */
  async current(): Promise<JWTVerifyGetKey> {
    if (!this.#remote.fresh) await this.#renew();
    if (this.#fetched !== null && Date.now() - this.#fetched.at <= this.#times.keptMs)
      return this.#fetched.find;
    throw away(this.#failure?.cause);
  }

  /** For a token whose key is not among those that are kept: there may be a new one. */
  async latest(): Promise<JWTVerifyGetKey> {
    if (!this.#remote.coolingDown) await this.#renew();
    if (this.#failure !== null || this.#fetched === null) throw away(this.#failure?.cause);
    return this.#fetched.find;
  }

  async #renew(): Promise<void> {
    if (this.#failure !== null && Date.now() - this.#failure.at < this.#times.restMs) return;
    try {
      await this.#remote.reload();
      const set = this.#remote.jwks();
      if (set !== undefined) this.#fetched = { set, find: createLocalJWKSet(set), at: Date.now() };
      this.#failure = null;
    } catch (cause) {
      this.#failure = { at: Date.now(), cause };
    }
  }
}

/**
 * Keys of an OpenID Connect issuer. While it does not answer, the keys that it gave last go on for an hour; a token that needs
 * others, or comes later, is neither good nor bad.
 * @throws ProblemError `identity-provider.away`, when called
 */
export const remoteKeys = (jwksUrl: string, times: KeyTimes = KEY_TIMES): JWTVerifyGetKey => {
  const keys = new KeptKeys(jwksUrl, times);
  return async (header, token) => {
    const find = await keys.current();
    try {
      return await find(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      return (await keys.latest())(header, token);
    }
  };
};
