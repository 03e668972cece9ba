export type * from './api/board.query.ts';
export type * from './api/case.query.ts';
export type * from './api/clock.query.ts';
export type * from './api/health.ts';
export type * from './api/read-store.ts';
export type * from './api/report.query.ts';
export type { ReferenceBodies } from './query/reference.ts';
export { openReadStore, type OpenReadStoreOptions } from './open-read-store.ts';
export { BuildingError } from './query/built.ts';
export { discardReadModels, furthestRead } from './control/furthest-read.ts';
export { rebuildReadModels, type Rebuilt, type RebuildOptions } from './runner/rebuild.ts';
export { removeOlderFiles } from './runner/remove-older-files.ts';
export type { StepResult as RebuildProgress } from './runner/generation-runner.ts';
export {
  startRunner,
  type RunnerHandle,
  type RunnerStatus,
  type StartRunnerOptions,
} from './runner/start-runner.ts';
export type { Discarded } from './control/control-file.ts';
export type { ReaderSource } from './runner/worker-protocol.ts';
