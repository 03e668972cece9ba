import { hash } from 'node:crypto';
import { treeHasher, type HashFunction, type TreeHasher } from '@duban/audit-tree';

/** The hash of a log is fixed at its birth and named in its origin. SM3 logs are not C2SP-conformant. */
export type HashName = 'sha256' | 'sm3';

// A latin1 result and a copy are twice as fast as asking `hash` for a buffer (Node 26).
const oneShot =
  (name: HashName): HashFunction =>
  (bytes) =>
    Buffer.from(hash(name, bytes, 'latin1'), 'latin1');

export const sha256 = oneShot('sha256');
const functions: Readonly<Record<HashName, HashFunction>> = { sha256, sm3: oneShot('sm3') };
const hashers: Readonly<Record<HashName, TreeHasher>> = {
  sha256: treeHasher(sha256),
  sm3: treeHasher(functions.sm3),
};

export const hasherOf = (name: HashName): TreeHasher => hashers[name];

/** `<name>:<hex>` of the UTF-8 of a text. */
export const digestOf = (text: string, name: HashName): string => `${name}:${hash(name, text, 'hex')}`;

/** The unique name of a log: `duban.example/npcsc/sha256`. It is the first line of every checkpoint. */
export const originOf = (log: string, name: HashName): string => `${log}/${name}`;
