import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { CodedError } from '@duban/kernel';

type Endpoint = { readonly address: string; readonly port: number };
type NodePreference = 'leader' | 'follower' | 'read_only_replica' | 'random';

/** A connection string, read once and checked. It holds secrets: nothing of it may be printed but {@link hosts}. */
export type ServerAddress = {
  readonly hosts: readonly Endpoint[];
  /** The hosts are names of a cluster, or several members: ask them who leads. */
  readonly discover: 'none' | 'dns' | 'gossip';
  readonly credentials?: { readonly username: string; readonly password: string };
  readonly tls: {
    readonly insecure: boolean;
    readonly rootCertificate?: Buffer;
    readonly userCertFile?: Buffer;
    readonly userKeyFile?: Buffer;
  };
  readonly settings: Readonly<Record<string, number>>;
  readonly nodePreference: NodePreference;
  readonly connectionName?: string;
};

const SHAPE = /^(esdb(?:\+discover)?):\/\/(?:([^@/?]*)@)?([^@/?]+)\/?(?:\?(.*))?$/s;
const NUMBERS = [
  'maxDiscoverAttempts',
  'discoveryInterval',
  'gossipTimeout',
  'keepAliveInterval',
  'keepAliveTimeout',
  'defaultDeadline',
] as const;
const TEXTS = [
  'tls',
  'tlsCAFile',
  'userCertFile',
  'userKeyFile',
  'nodePreference',
  'connectionName',
] as const;
const PREFERENCES: readonly NodePreference[] = ['leader', 'follower', 'read_only_replica', 'random'];
const DEFAULT_PORT = 2113;

const flat = (key: string): string => key.toLowerCase().replaceAll(/[_-]/g, '');
const canonical = new Map([...NUMBERS, ...TEXTS].map((key) => [flat(key), key]));

/** Says what is wrong without a word of the connection string itself: it may hold a password. */
const refuse = (problem: string, cause?: unknown): CodedError =>
  new CodedError('log.bad-connection-string', `the connection string of EventStoreDB ${problem}`, { cause });

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    throw refuse('has a % that escapes nothing');
  }
};

const hostOf = (text: string): Endpoint => {
  const [, address, port] = /^([\w.-]+|\[[\da-f:]+\])(?::(\d{1,5}))?$/i.exec(text.trim()) ?? [];
  if (address === undefined) throw refuse('names a host that is none');
  return { address, port: port === undefined ? DEFAULT_PORT : Number(port) };
};

/** The client prints unknown settings with the whole connection string, password and all: refused before it sees them. */
const settingsOf = (query: string): ReadonlyMap<string, string> => {
  const settings = new Map<string, string>();
  for (const pair of query.split('&').filter((one) => one !== '')) {
    const [key = '', value = ''] = pair.split('=', 2);
    const known = canonical.get(flat(key));
    if (known === undefined || value === '') {
      throw refuse(
        `has a setting that is unknown, unsupported or empty; known are ${[...canonical.values()].join(', ')}`,
      );
    }
    settings.set(known, decoded(value));
  }
  return settings;
};

const numbersOf = (settings: ReadonlyMap<string, string>): Record<string, number> =>
  Object.fromEntries(
    NUMBERS.flatMap((key) => {
      const value = settings.get(key);
      if (value === undefined) return [];
      if (!/^\d{1,9}$/.test(value)) throw refuse(`needs a whole number for ${key}`);
      return [[key, Number(value)]];
    }),
  );

const fileOf = (settings: ReadonlyMap<string, string>, key: 'tlsCAFile' | 'userCertFile' | 'userKeyFile') => {
  const file = settings.get(key);
  try {
    return file === undefined ? undefined : readFileSync(file);
  } catch (cause) {
    throw refuse(`names a file for ${key} that cannot be read`, cause);
  }
};

const tlsOf = (settings: ReadonlyMap<string, string>): ServerAddress['tls'] => {
  const tls = settings.get('tls') ?? 'true';
  if (tls !== 'true' && tls !== 'false') throw refuse('needs true or false for tls');
  const rootCertificate = fileOf(settings, 'tlsCAFile');
  const userCertFile = fileOf(settings, 'userCertFile');
  const userKeyFile = fileOf(settings, 'userKeyFile');
  if ((userCertFile === undefined) !== (userKeyFile === undefined)) {
    throw refuse('needs userCertFile and userKeyFile together');
  }
  return {
    insecure: tls === 'false',
    ...(rootCertificate && { rootCertificate }),
    ...(userCertFile && { userCertFile }),
    ...(userKeyFile && { userKeyFile }),
  };
};

const credentialsOf = (text: string | undefined): ServerAddress['credentials'] => {
  if (text === undefined) return undefined;
  const colon = text.indexOf(':');
  if (colon <= 0) throw refuse('has credentials that are not user:password');
  return { username: decoded(text.slice(0, colon)), password: decoded(text.slice(colon + 1)) };
};

/** @throws CodedError `log.bad-connection-string` */
export const readConnectionString = (text: string): ServerAddress => {
  const [, protocol, secret, hostList, query = ''] = SHAPE.exec(text.trim()) ?? [];
  if (hostList === undefined) throw refuse('is not esdb://[user:password@]host[:port][,host…][?key=value&…]');
  const hosts = hostList.split(',').map(hostOf);
  const settings = settingsOf(query);
  const nodePreference = PREFERENCES.find(
    (one) => flat(one) === flat(settings.get('nodePreference') ?? 'leader'),
  );
  if (nodePreference === undefined) throw refuse('has an unknown nodePreference');
  const credentials = credentialsOf(secret);
  const tls = tlsOf(settings);
  if (!tls.insecure && hosts.some(({ address }) => isIP(address.replaceAll(/[[\]]/g, '')) !== 0)) {
    throw refuse('names hosts by their IP address; TLS needs names, as in the certificates');
  }
  const connectionName = settings.get('connectionName');
  return {
    hosts,
    discover: protocol === 'esdb+discover' ? 'dns' : hosts.length > 1 ? 'gossip' : 'none',
    ...(credentials && { credentials }),
    tls,
    settings: numbersOf(settings),
    nodePreference,
    ...(connectionName !== undefined && { connectionName }),
  };
};
