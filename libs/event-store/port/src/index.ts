import type { EventReader } from './event-reader.port.ts';
import type { EventLifecycle, EventWriter } from './event-writer.port.ts';

export type * from './event-reader.port.ts';
export type * from './event-writer.port.ts';
export type { NewEvent, StoredEvent } from './stored-event.ts';
export { encodeAppend, type EncodedAppend, type EncodedEvent } from './encode-append.ts';
export { inItsTurn } from './in-its-turn.ts';
export { numberedPosition, numberOf } from './numbered-position.ts';
export { pageLimit } from './page-limit.ts';
export { promised } from './promised.ts';
export { readWholeStream } from './read-whole-stream.ts';
export { createWakeBell, type WakeBell } from './wake-bell.ts';
export type EventStore = EventReader & EventWriter & EventLifecycle;
