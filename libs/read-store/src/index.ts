export type * from './api/board.query.ts';
export type * from './api/case.query.ts';
export type * from './api/health.ts';
export type * from './api/read-store.ts';
export type * from './api/report.query.ts';
