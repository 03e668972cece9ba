import type { CaseEvent, RegisterEvents } from '@duban/domain';
import type { CaseNumberEvent } from './case-number.events.ts';
import type { CheckpointEvent } from './checkpoint.events.ts';
import type { ImportBatchEvent } from './import-batch.events.ts';
import type { LeaseEvent } from './lease.events.ts';
import type { PrivacyEvent } from './privacy.events.ts';
import type { OutletEvent, RelayEvent } from './relay.events.ts';

/** Which kind of stream an event lives in, and the type of the events there (architecture.md section 4). */
export type EventsByCategory = RegisterEvents & {
  readonly case: CaseEvent;
  readonly import: ImportBatchEvent;
  readonly privacy: PrivacyEvent;
  readonly lease: LeaseEvent;
  readonly relay: RelayEvent;
  readonly outlet: OutletEvent;
  readonly checkpoint: CheckpointEvent;
  readonly number: CaseNumberEvent;
};

export type StreamCategory = keyof EventsByCategory;
export type DubanEvent = EventsByCategory[StreamCategory];
export type DubanEventType = DubanEvent['type'];
export type EventOf<Type extends DubanEventType> = Extract<DubanEvent, { readonly type: Type }>;
export type DataOf<Type extends DubanEventType> = EventOf<Type>['data'];
