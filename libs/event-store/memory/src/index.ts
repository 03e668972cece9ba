export { createMemoryLog, type MemoryLog } from './memory-log.ts';
export { type MemoryStoreOptions, openMemoryStore } from './open-memory-store.ts';
