export { openAttachments, sweepAttachments } from './attachments/open-attachments.ts';
export { openLog, type OpenLog } from './log/open-log.ts';
export { openLogReader, openStoredLogReader } from './log/open-log-reader.ts';
export {
  openLogIfThere,
  openLogToRead,
  openStoredLog,
  openStoredLogIfThere,
} from './log/open-log-to-read.ts';
export { epochOf } from './log/epoch-of.ts';
export { stopWhenSealingObjects } from './log/lasting-stop.ts';
export { lostTail, recoverLog, type LostTail } from './log/recover-log.ts';
export type { WriteStop } from './log/write-guard.ts';
export type { LogState } from './log/log-state.ts';
export { openPeopleDesk, type PeopleDesk } from './people/open-people-desk.ts';
export { triedPseudonyms } from './people/tried-pseudonyms.ts';
export { pauseAfterRace } from './race/pause-after-race.ts';
export { placesOf } from './places.ts';
export { followErasures } from './people/follow-erasures.ts';
export { rebuildAfterErasure } from './people/rebuild-after-erasure.ts';
export { republish, type Republishing } from './outlet/republish.ts';
export { kafkaSettingsOf } from './outlet/kafka-settings-of.ts';
export { KAFKA_OUTLET } from './outlet/kafka-outlet.ts';
export { startPublicRelay, type PublicRelay } from './outlet/start-public-relay.ts';
export { eventOf, type ReadEntry } from './reads/read-entry.ts';
export { periodOf, readsOfCase, type FoundReads, type ReadPeriod } from './reads/reads-of-case.ts';
export { isRecorded } from './reads/shown-by-subject.ts';
export { whoCouldSee, type CouldSee } from './reads/who-could-see.ts';
export { examineVault, type VaultFinding } from './vault/examine-vault.ts';
export { renewVault } from './vault/renew-vault.ts';
