export type { Actor, Basis } from './actor.ts';
export type { Clock } from './clock.port.ts';
export type { IdSource } from './id-source.port.ts';
export type { Decider, Recorded } from './decider.ts';
export type { JsonObject, JsonValue } from './json.ts';
export type { Message } from './message.ts';
export { CodedError, hasCode } from './coded-error.ts';
export { comparePositions, LOG_START, parsePosition, type Position } from './position.ts';
export { isRejected, rejected, type Rejected, type RejectionDetails } from './rejection.ts';
