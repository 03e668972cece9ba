import type { Actor, Basis, Grounds, Message } from '@duban/kernel';

/** A command with what the edge knows about it. `data` was checked for shape there; the rules judge its meaning. */
export type CommandEnvelope<Command extends Message = Message> = Command &
  Grounds & {
    /** The `Idempotency-Key`, or a fresh id: the same id never writes twice (architecture.md section 4). */
    readonly commandId: string;
    readonly actor: Actor;
    readonly onBehalfOf?: string;
    readonly basis?: Basis;
    /** Legal time, ISO 8601 with offset. Omitted: now, in +08:00. */
    readonly occurredAt?: string;
    readonly correlationId?: string;
    readonly causationId?: string;
    readonly traceparent?: string;
    /** `If-Match`: decide on this revision or not at all. */
    readonly ifRevision?: number;
  };
