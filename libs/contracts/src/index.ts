export * from './events/codec.ts';
export { createEventCodec, type EventCodec } from './events/event-codec.ts';
export type * from './events/event-entry.ts';
export { eventEntries } from './events/event-registry.ts';
export type * from './events/event-types.ts';
export type * from './events/import-batch.events.ts';
export { importStream } from './events/import-batch.events.ts';
export { registryFaults, type RegistryFault, type RegistryFaultCode } from './events/registry-faults.ts';
export { EventSchemaError, type SchemaFault } from './events/schema-fault.ts';
