export type { Actor, Basis } from './actor.ts';
export {
  DECISION_FORMS,
  ENVELOPE_VERSION,
  statedBy,
  type DecisionOfBody,
  type Grounds,
  type LaterMembers,
  type MandateUsed,
  type Paper,
} from './envelope.ts';
export type { Clock } from './clock.port.ts';
export type { IdSource } from './id-source.port.ts';
export type { Decider, Recorded } from './decider.ts';
export type { JsonObject, JsonValue } from './json.ts';
export type { Message } from './message.ts';
export { CodedError, hasCode } from './coded-error.ts';
export { comparePositions, LOG_START, parsePosition, type Position } from './position.ts';
export { parsePost, POST_SOURCES, postText, samePost, type Post, type PostSource } from './post.ts';
export { isRole, ORGAN_ROLES, ROLES, SYSTEM_ROLE, type ActorRole, type Role } from './role.ts';
export { isRejected, rejected, type Rejected, type RejectionDetails } from './rejection.ts';
export { TIME_AXES, type TimeAxis } from './time-axis.ts';
