import { decodeBase64, encodeBase64, toHex } from './note-base64.ts';
import { TreeError } from './tree-error.ts';

/** One line `— <name> base64(key id || signature)` of a C2SP signed-note. */
export type NoteSignature = {
  readonly name: string;
  /** Eight hex digits. */
  readonly keyId: string;
  readonly signature: Uint8Array;
};

export type SignedNote = {
  /** Ends in a newline. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
};

export const MAX_NOTE_SIGNATURES = 64;
const KEY_ID_BYTES = 4;
const EM_DASH = '—';
// Everything below U+0020 but the newline is forbidden in a note (signed-note, "Format").
const FORBIDDEN = /[^\P{Cc}\n\u007f-\u009f]/u;

export const isKeyName = (name: string): boolean => name !== '' && !/[\s+\u0085]/u.test(name);

export const formatSignature = ({ name, keyId, signature }: NoteSignature): string =>
  `${EM_DASH} ${name} ${encodeBase64(Buffer.concat([Buffer.from(keyId, 'hex'), signature]))}\n`;

export const formatNote = ({ text, signatures }: SignedNote): string =>
  `${text}\n${signatures.map(formatSignature).join('')}`;

const malformed = (what: string): TreeError => new TreeError('note.malformed', what);

const parseSignature = (line: string): NoteSignature => {
  const [dash, name = '', encoded = '', ...rest] = line.split(' ');
  const bytes = decodeBase64(encoded);
  if (
    dash !== EM_DASH ||
    rest.length > 0 ||
    !isKeyName(name) ||
    bytes === null ||
    bytes.length <= KEY_ID_BYTES
  ) {
    throw malformed(`signature line ${JSON.stringify(line)}`);
  }
  return { name, keyId: toHex(bytes.subarray(0, KEY_ID_BYTES)), signature: bytes.subarray(KEY_ID_BYTES) };
};

/** @throws TreeError `note.malformed` where the lines are no signature lines. */
export const parseSignatures = (block: string): NoteSignature[] => {
  const lines = block.split('\n');
  if (lines.pop() !== '' || lines.length === 0) throw malformed('signature lines must end in a newline');
  if (lines.length > MAX_NOTE_SIGNATURES)
    throw malformed(`more than ${String(MAX_NOTE_SIGNATURES)} signatures`);
  return lines.map(parseSignature);
};

/**
 * Splits a note at its last empty line. Nothing is verified: the text is not to be trusted yet.
 * @throws TreeError `note.malformed`
 */
export const parseNote = (note: string): SignedNote => {
  if (!note.isWellFormed() || FORBIDDEN.test(note)) throw malformed('control character or broken UTF-16');
  const split = note.lastIndexOf('\n\n');
  if (split < 0) throw malformed('no empty line between text and signatures');
  return { text: note.slice(0, split + 1), signatures: parseSignatures(note.slice(split + 2)) };
};
