export type { BoardFilter, BoardSort, CountBy, Moment, BoardScope, Page, LitRow } from './api/board.query.ts';
export type { CaseView, EventView } from './api/case.query.ts';

export type { Health } from './api/health.ts';
export type * from './api/read-store.ts';
export type {
  CaseHeader,
  CasePage,
  Deadline,
  DeadlineKind,
  EvaluationKind,
  ImportBatch,
  OrganPerformance,
  WaitingProposal,
} from './api/report.query.ts';
export type { ReferenceBodies } from './query/reference.ts';
export { openReadStore } from './open-read-store.ts';
export { BuildingError } from './query/built.ts';
export { discardReadModels, furthestRead } from './control/furthest-read.ts';
export { rebuildReadModels, type Rebuilt } from './runner/rebuild.ts';
export { removeOlderFiles } from './runner/remove-older-files.ts';
export { startRunner, type RunnerHandle } from './runner/start-runner.ts';
export type { Discarded } from './control/control-file.ts';
export type { ReaderSource } from './runner/worker-protocol.ts';
