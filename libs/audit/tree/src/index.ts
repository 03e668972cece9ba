export { type Checkpoint, formatCheckpoint, parseCheckpoint } from './checkpoint.ts';
export { compactRange } from './compact-range.ts';
export { consistencyFault } from './consistency-check.ts';
export { cosignatureMessage, encodeTimestampedSignature, decodeTimestampedSignature } from './cosignature.ts';
export { inclusionFault } from './inclusion-check.ts';
export * from './note-base64.ts';
export * from './note-key.ts';
export { type NoteVerifier, type NoteSigner, openNote } from './note-verifier.ts';

export * from './proof-plan.ts';
export { formatProofText, parseProofText } from './proof-text.ts';
export {
  type NoteSignature,
  formatSignature,
  formatNote,
  parseSignatures,
  parseNote,
} from './signed-note.ts';
export { TILE_WIDTH, TILE_HEIGHT, parseTilePath } from './tile-path.ts';
export * from './tree-error.ts';
export * from './tree-hasher.ts';
export { type NodeId, perfectNodes, foldNodes } from './tree-node.ts';
