import { join } from 'node:path';
import { sha256 } from './hash-name.ts';
import type { SealedHead } from './tile-store.port.ts';
import { fileSealGuard } from './seal-guard.ts';

/** The last cosigned head of each log. */
export type WitnessHeadStore = {
  readonly read: (origin: string) => SealedHead | null;
  /** Durable when it returns. */
  readonly save: (origin: string, head: SealedHead) => void;
};

/** One small file for each origin in the witness's own folder, which is not the log's. */
export const fileWitnessHeads = (folder: string): WitnessHeadStore => {
  const fileOf = (origin: string) => {
    const name = Buffer.from(sha256(Buffer.from(origin, 'utf8'))).toString('hex');
    return fileSealGuard(join(folder, `${name}.head`));
  };
  return {
    read: (origin) => fileOf(origin).read(),
    save: (origin, head) => {
      fileOf(origin).advance(head);
    },
  };
};
