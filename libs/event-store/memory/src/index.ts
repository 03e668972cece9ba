export { createMemoryLog, type MemoryLog } from './memory-log.ts';
export { readMemoryLog, readMemoryStream } from './memory-reader.ts';
export { openMemoryStore } from './open-memory-store.ts';
