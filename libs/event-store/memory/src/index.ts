export { createMemoryLog, type MemoryLog } from './memory-log.ts';
export { readMemoryLog, readMemoryStream } from './memory-reader.ts';
export { type MemoryStoreOptions, openMemoryStore } from './open-memory-store.ts';
