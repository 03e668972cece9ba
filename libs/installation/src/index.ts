export { openLog, type OpenLog, type OpenLogSeams } from './log/open-log.ts';
export { openLogReader, openStoredLogReader, type LogReaderOptions } from './log/open-log-reader.ts';
export { openLogIfThere, openLogToRead, openStoredLog } from './log/open-log-to-read.ts';
export type { LogState } from './log/log-state.ts';
export { openPeopleDesk, type PeopleDesk } from './people/open-people-desk.ts';
export { placesOf, type Places } from './places.ts';
export {
  followErasures,
  type ErasureFollower,
  type FollowErasuresOptions,
} from './people/follow-erasures.ts';
export { rebuildAfterErasure } from './people/rebuild-after-erasure.ts';
export { refuseCluster } from './log/refuse-cluster.ts';
