import { resolve } from 'node:path';
import { CodedError } from '@duban/kernel';
import { attachmentsOf } from './attachment-settings.ts';
import type { Config, LogLevel, OidcSettings, Profile, TlsSettings } from './config.ts';
import { kafkaOf } from './kafka-settings.ts';
import { instanceOf } from './instance-setting.ts';
import { SETTINGS } from './settings.ts';
import { timestampsOf } from './timestamp-setting.ts';
import { witnessesOf } from './witness-setting.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

type Faults = string[];

const PROFILES: readonly Profile[] = ['demo', 'single', 'cluster'];
const LEVELS: readonly LogLevel[] = ['trace', 'debug', 'info', 'warn', 'error', 'silent'];
const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

const valueOf = (env: Environment, name: string): string | null => {
  const text = env[name]?.trim();
  return text === undefined || text === '' ? null : text;
};

const oneOf = <T extends string>(
  env: Environment,
  name: string,
  choices: readonly T[],
  faults: Faults,
): T => {
  const text = valueOf(env, name);
  const [fallback] = choices as readonly [T, ...T[]];
  if (text === null) return fallback;
  const chosen = choices.find((choice) => choice === text);
  if (chosen === undefined) faults.push(`${name} is "${text}": choose one of ${choices.join(', ')}`);
  return chosen ?? fallback;
};

const portOf = (env: Environment, faults: Faults): number => {
  const text = valueOf(env, 'PORT') ?? '3000';
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    faults.push(`PORT is "${text}": give a whole number from 0 to 65535`);
  return port;
};

const unknownVariables = (env: Environment): readonly string[] =>
  Object.keys(env)
    .filter((name) => name.startsWith('DUBAN_') && !SETTINGS.some((known) => known.name === name))
    .map((name) => `${name} is no setting of Duban: remove it or mend its spelling`);

const oidcOf = (env: Environment, profile: Profile, faults: Faults): OidcSettings | null => {
  if (profile === 'demo') return null;
  const [issuer, audience, jwksUrl] = ['DUBAN_OIDC_ISSUER', 'DUBAN_OIDC_AUDIENCE', 'DUBAN_OIDC_JWKS_URL'].map(
    (name) => {
      const value = valueOf(env, name);
      if (value === null)
        faults.push(`${name} is missing: the ${profile} profile takes tokens from your identity provider`);
      return value ?? '';
    },
  ) as [string, string, string];
  return { issuer, audience, jwksUrl };
};

const tlsOf = (env: Environment, profile: Profile, faults: Faults): TlsSettings => {
  if (valueOf(env, 'DUBAN_TLS') === 'terminated-upstream') return { mode: 'terminated-upstream' };
  const [certFile, keyFile] = [valueOf(env, 'DUBAN_TLS_CERT'), valueOf(env, 'DUBAN_TLS_KEY')];
  if (certFile !== null && keyFile !== null) return { mode: 'own', certFile, keyFile };
  if (profile !== 'demo') {
    faults.push('TLS is not set: give DUBAN_TLS_CERT and DUBAN_TLS_KEY, or DUBAN_TLS=terminated-upstream');
  }
  return { mode: 'none' };
};

const hostOf = (env: Environment, profile: Profile, faults: Faults): string => {
  const host = valueOf(env, 'DUBAN_HOST') ?? '127.0.0.1';
  if (profile === 'demo' && !LOOPBACK.has(host)) {
    faults.push(
      `DUBAN_HOST is "${host}": the demo profile hands out tokens to anyone, so it listens on loopback only`,
    );
  }
  return host;
};

const eventStoreOf = (env: Environment, profile: Profile, faults: Faults): string | null => {
  if (profile !== 'cluster') return null;
  const url = valueOf(env, 'ESDB_URL');
  if (url === null) faults.push('ESDB_URL is missing: the cluster profile keeps its log in EventStoreDB');
  return url;
};

const readLogOf = (env: Environment, profile: Profile, faults: Faults): Config['readLog'] =>
  valueOf(env, 'DUBAN_READ_LOG') === null && profile === 'demo'
    ? 'best-effort'
    : oneOf(env, 'DUBAN_READ_LOG', ['required', 'best-effort'], faults);

const vaultKeyOf = (env: Environment, profile: Profile, faults: Faults): string | null => {
  const file = valueOf(env, 'DUBAN_VAULT_KEY_FILE');
  if (file === null && profile !== 'demo') {
    faults.push(
      'DUBAN_VAULT_KEY_FILE is missing: personal text is encrypted. Name a file of mode 0600 with 32 random bytes in ' +
        'base64 (umask 077; head -c 32 /dev/urandom | base64 > vault.key), and keep a copy of it elsewhere',
    );
  }
  return file === null ? null : resolve(file);
};

const tokenOf = (env: Environment, faults: Faults): Config['token'] => {
  const [value, file] = [valueOf(env, 'DUBAN_TOKEN'), valueOf(env, 'DUBAN_TOKEN_FILE')];
  if (value !== null && file !== null) faults.push('DUBAN_TOKEN and DUBAN_TOKEN_FILE are both set: keep one');
  if (file !== null) return { file: resolve(file) };
  return value === null ? null : { value };
};

/** Processes of a cluster have data folders of their own, and must not have keys of their own. */
const vaultDirOf = (env: Environment, profile: Profile, faults: Faults): string => {
  const dir = valueOf(env, 'DUBAN_VAULT_DIR');
  if (dir === null && profile === 'cluster') {
    faults.push(
      'DUBAN_VAULT_DIR is missing: name the folder in which all processes of the cluster keep the vault',
    );
  }
  return resolve(dir ?? valueOf(env, 'DUBAN_DATA') ?? 'data');
};

/**
 * Reads the environment once.
 * @throws CodedError `config.invalid` with every fault in its message, one a line; values of secrets are not repeated.
 */
export const readConfig = (env: Environment): Config => {
  const faults: Faults = [];
  const profile = oneOf(env, 'DUBAN_PROFILE', PROFILES, faults);
  if (profile !== 'demo') faults.push(...unknownVariables(env));
  const config: Config = {
    profile,
    host: hostOf(env, profile, faults),
    port: portOf(env, faults),
    dataDir: resolve(valueOf(env, 'DUBAN_DATA') ?? 'data'),
    vaultDir: vaultDirOf(env, profile, faults),
    vaultKeyFile: vaultKeyOf(env, profile, faults),
    attachments: attachmentsOf((name) => valueOf(env, name), profile, faults),
    tenant: valueOf(env, 'DUBAN_TENANT') ?? 'cq',
    instance: instanceOf(valueOf(env, 'DUBAN_INSTANCE'), profile, faults),
    ruleSetId: valueOf(env, 'DUBAN_RULE_SET') ?? 'cq-default',
    region: valueOf(env, 'DUBAN_REGION') ?? 'CN',
    logLevel:
      valueOf(env, 'DUBAN_LOG_LEVEL') === null ? 'info' : oneOf(env, 'DUBAN_LOG_LEVEL', LEVELS, faults),
    oidc: oidcOf(env, profile, faults),
    tls: tlsOf(env, profile, faults),
    ...kafkaOf((name) => valueOf(env, name), faults),
    eventStoreUrl: eventStoreOf(env, profile, faults),
    token: tokenOf(env, faults),
    logHash: oneOf(env, 'DUBAN_LOG_HASH', ['sha256', 'sm3'], faults),
    witnesses: witnessesOf('DUBAN_WITNESSES', valueOf(env, 'DUBAN_WITNESSES'), faults),
    readsWitnesses: witnessesOf('DUBAN_READS_WITNESSES', valueOf(env, 'DUBAN_READS_WITNESSES'), faults),
    timestamps: timestampsOf(valueOf(env, 'DUBAN_TSA_URL'), valueOf(env, 'DUBAN_TSA_EVERY_MINUTES'), faults),
    // Nobody is locked out by an upgrade: whoever had claims before goes on with them until told otherwise.
    posts: oneOf(env, 'DUBAN_POSTS', ['token', 'register'], faults),
    readLog: readLogOf(env, profile, faults),
  };
  if (faults.length > 0) {
    throw new CodedError(
      'config.invalid',
      `the settings cannot be used:\n${faults.map((fault) => `- ${fault}`).join('\n')}`,
    );
  }
  return Object.freeze(config);
};
