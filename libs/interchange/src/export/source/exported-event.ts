import type { StoredShape } from '@duban/contracts';
import type { Basis, Position } from '@duban/kernel';

/** A stored event as exports read it; structurally the store port's `StoredEvent`. */
export type ExportedEvent = StoredShape & {
  readonly stream: string;
  readonly position: Position;
  readonly metadata: StoredShape['metadata'] & {
    readonly commandId: string;
    readonly correlationId: string;
    readonly causationId: string;
    readonly onBehalfOf: string | null;
    readonly basis: Basis;
    readonly ruleSet: string | null;
    readonly calendar: string | null;
  };
};

/** A log that can be read more than once; exports take several passes instead of holding it in memory. */
export type ExportSource = {
  /** Every event, in the order of positions. */
  readonly log: () => AsyncIterable<ExportedEvent>;
  /** One stream, from its first event. */
  readonly stream: (name: string) => AsyncIterable<ExportedEvent>;
};

export const isCaseStream = (stream: string): boolean => stream.startsWith('case-');
