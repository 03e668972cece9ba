export { textOfFile } from './bundle-file.ts';
export type { TextPieces } from './bundle-lines.ts';
export { canonicalJson } from './canonical-json.ts';
export { nodePrimitives } from './node-primitives.ts';
export type { HashName, Primitives } from './primitives.port.ts';
export { reasonOf, reasons, type Reason, type ReasonCode } from './reasons.ts';
export type { Trust } from './trust.ts';
export { exitCodeOf, type Checked, type Finding, type Verdict } from './verdict.ts';
export { verifyBundle } from './verify-bundle.ts';
