export { type AuditSubject, auditFiles, newestEpoch, auditOrigin } from './audit-files.ts';
export type { SealedState } from './check-sealed.ts';
export * from './audit-objection.ts';
export { checkpointSource } from './checkpoint-source.ts';
export * from './create-log-keys.ts';
export {
  ed25519NoteKey,
  ed25519Signer,
  ed25519Verifier,
  cosignatureNoteKey,
  cosigner,
} from './ed25519-note-key.ts';
export { type LineWriter, type ExportedLog, exportLog } from './export-log.ts';
export { type HashName, hasherOf, digestOf, originOf } from './hash-name.ts';

export * from './jcs.ts';
export { loadKeyFile } from './key-file.ts';
export { canonicalEvent, leafEntry } from './leaf-record.ts';
export * from './note-verifier-of.ts';
export { lostLeaves } from './lost-leaves.ts';
export {
  type SealingPart,
  type AuditOptions,
  auditOptionsOf,
  type AuditLog,
  openAuditLog,
} from './open-audit-log.ts';

export { pinnedProofs } from './pinned-proofs.ts';
export { type ProofService, createProofService } from './proof-service.ts';
export type { RecordedCheckpoint } from './recorded-checkpoint.ts';
export * from './seal-guard.ts';
export { type Sealer, createSealer } from './sealer.ts';
export * from './sealing/start-sealing.ts';
export * from './sm2-note-key.ts';
export * from './sqlite-tile-store.ts';
export { edgeOf, rootAt } from './stored-tree.ts';
export type { SealedLeaf, SealedHead, TileStore } from './tile-store.port.ts';
export { askTimestamp } from './timestamp-client.ts';
export * from './witness-client.ts';
export { fileWitnessHeads } from './witness-head-store.ts';
export { formatWitnessRequest, parseWitnessRequest } from './witness-request.ts';
export { readSubmission, decideWitness } from './witness.decision.ts';
export * from './witness-server.ts';
export { type WitnessAnswer, createWitness } from './witness.ts';
export type { LogSource, SealingFault, SealingReport, SealingStart } from './sealing/sealing-protocol.ts';
