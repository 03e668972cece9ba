export { openDatabase } from './open-database.ts';
export { openProcessLock, type ProcessLock } from './process-lock.ts';
export { inLongTransaction, inTransaction } from './transaction.ts';
