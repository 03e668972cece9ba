import { parseNote, type NoteSignature, type SignedNote } from './signed-note.ts';
import { TreeError } from './tree-error.ts';

/** A known key with the power to check; `verify` answers `false` for anything that is not its signature. */
export type NoteVerifier = {
  readonly name: string;
  readonly keyId: string;
  readonly verify: (text: string, signature: Uint8Array) => boolean;
};

export type NoteSigner = {
  readonly name: string;
  readonly keyId: string;
  readonly sign: (text: string) => Promise<Uint8Array> | Uint8Array;
};

export type OpenedNote = SignedNote & {
  /** The signatures that known keys made; the others were ignored, as signed-note asks. */
  readonly verified: readonly NoteSignature[];
};

/**
 * Opens a note with known keys.
 * @throws TreeError `note.malformed`; `note.bad-signature` when a known key's signature is wrong; `note.unverified`
 * when no known key signed it.
 */
export const openNote = (note: string, verifiers: readonly NoteVerifier[]): OpenedNote => {
  const parsed = parseNote(note);
  const verified = parsed.signatures.filter(({ name, keyId, signature }) => {
    const known = verifiers.find((verifier) => verifier.name === name && verifier.keyId === keyId);
    if (known === undefined) return false;
    if (!known.verify(parsed.text, signature))
      throw new TreeError('note.bad-signature', `${name} (${keyId})`);
    return true;
  });
  if (verified.length === 0) throw new TreeError('note.unverified', 'no signature by a known key');
  return { ...parsed, verified };
};
