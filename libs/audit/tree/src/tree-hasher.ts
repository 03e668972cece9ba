/** A cryptographic hash over whole inputs. It is a parameter of a log: SHA-256 by default, SM3 by configuration. */
export type HashFunction = (bytes: Uint8Array) => Uint8Array;

/** The Merkle tree hash of RFC 9162 section 2.1.1 over one hash function. */
export type TreeHasher = {
  /** Length of every hash in bytes. */
  readonly hashBytes: number;
  /** The root of a tree without leaves: HASH(""). */
  readonly emptyRoot: Uint8Array;
  /** HASH(0x00 || entry). */
  readonly hashLeaf: (entry: Uint8Array) => Uint8Array;
  /** HASH(0x01 || left || right). */
  readonly hashNode: (left: Uint8Array, right: Uint8Array) => Uint8Array;
};

const LEAF_PREFIX = 0x00;
const NODE_PREFIX = 0x01;

/** The prefixes keep a leaf from passing for a node (second pre-image); both are fixed by RFC 9162. */
export const treeHasher = (hash: HashFunction): TreeHasher => {
  const emptyRoot = hash(new Uint8Array(0));
  return {
    hashBytes: emptyRoot.length,
    emptyRoot,
    hashLeaf: (entry) => {
      const input = new Uint8Array(1 + entry.length);
      input[0] = LEAF_PREFIX;
      input.set(entry, 1);
      return hash(input);
    },
    hashNode: (left, right) => {
      const input = new Uint8Array(1 + left.length + right.length);
      input[0] = NODE_PREFIX;
      input.set(left, 1);
      input.set(right, 1 + left.length);
      return hash(input);
    },
  };
};

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => {
  if (a.length !== b.length) return false;
  return a.every((byte, index) => byte === b[index]);
};
