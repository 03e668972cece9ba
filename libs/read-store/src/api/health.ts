import type { Health } from '@duban/contracts';

export type { BuildProgress, Health, Parked } from '@duban/contracts';

/**
 * - `starting`: no generation has been built yet. `building`: catching up. `live`: within a poll of the head.
 * - `standby`: another process runs this directory. `stopped`: `code` says why, a person has to act. `restarting`: failed, the supervisor tries again.
 */
export type RunnerState = Health['state'];
