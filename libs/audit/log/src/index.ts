export * from './adopt-recorded.ts';
export * from './audit-files.ts';
export type { SealedState } from './check-sealed.ts';
export * from './audit-objection.ts';
export * from './checkpoint-source.ts';
export * from './create-log-keys.ts';
export * from './ed25519-note-key.ts';
export * from './export-log.ts';
export * from './hash-name.ts';
export * from './housekeeping.ts';
export * from './jcs.ts';
export * from './key-file.ts';
export * from './leaf-record.ts';
export * from './note-verifier-of.ts';
export * from './lost-leaves.ts';
export * from './open-audit-log.ts';
export * from './pinned-keys.ts';
export * from './pinned-proofs.ts';
export * from './proof-service.ts';
export * from './recorded-checkpoint.ts';
export * from './seal-guard.ts';
export * from './sealer.ts';
export * from './sealing/start-sealing.ts';
export * from './sm2-note-key.ts';
export * from './sqlite-tile-store.ts';
export * from './stored-tree.ts';
export * from './tile-store.port.ts';
export * from './timestamp-client.ts';
export * from './witness-client.ts';
export * from './witness-head-store.ts';
export * from './witness-request.ts';
export * from './witness.decision.ts';
export * from './witness-server.ts';
export * from './witness.ts';
export type {
  LogSource,
  SealingFault,
  SealingReport,
  SealingStart,
  TimestampSetting,
} from './sealing/sealing-protocol.ts';
