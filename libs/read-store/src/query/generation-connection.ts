import { openControlFile } from '../control/control-file.ts';
import { generationPath, openGenerationForReading } from '../store/generation-file.ts';
import { connection, type Connection } from './sql.ts';

/** Follows the row that names the live generation: after a switch the next question is answered from the new file. */
export type GenerationConnection = {
  /** Null while nothing was ever built here. */
  readonly current: () => { readonly generation: string; readonly connection: Connection } | null;
  readonly askRetry: (stream: string) => void;
  readonly close: () => void;
};

export const followGeneration = (dir: string, digest: string): GenerationConnection => {
  const control = openControlFile(dir);
  let open: { generation: string; connection: Connection } | null = null;
  let seen = -1;

  const reopen = (): void => {
    const generation = control.live(digest) ?? control.newest(digest);
    if (generation === null || generation === open?.generation) return;
    const db = openGenerationForReading(generationPath(dir, generation));
    if (db === null) return;
    open?.connection.db.close();
    open = { generation, connection: connection(db) };
  };
  return {
    current: () => {
      const version = control.dataVersion();
      if (version !== seen || open === null) reopen();
      seen = version;
      return open;
    },
    askRetry: control.askRetry,
    close: () => {
      open?.connection.db.close();
      control.close();
    },
  };
};
