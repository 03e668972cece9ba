import {
  COSIGNATURE_TYPE,
  parseVerifierKey,
  sameBytes,
  SM2_TYPE,
  type NoteVerifier,
} from '@duban/audit-tree';
import { cosignatureVerifier, ed25519Verifier } from './ed25519-note-key.ts';
import { sha256 } from './hash-name.ts';
import { sm2Verifier } from './sm2-note-key.ts';

/**
 * A verifier from its pinned text `<name>+<id>+<base64>`, of whatever signature type.
 * @throws TreeError `note.bad-verifier-key`
 */
export const verifierOf = (verifierKey: string): NoteVerifier => {
  const key = parseVerifierKey(verifierKey, sha256);
  if (sameBytes(key.type, SM2_TYPE)) return sm2Verifier(key);
  return sameBytes(key.type, COSIGNATURE_TYPE) ? cosignatureVerifier(key) : ed25519Verifier(key);
};
