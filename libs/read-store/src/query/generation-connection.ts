import { comparePositions, LOG_START, type Position } from '@duban/kernel';
import {
  controlPath,
  notOurs,
  openControlFile,
  type ControlFile,
  type Discarded,
} from '../control/control-file.ts';
import { fileIdentity } from '../store/file-identity.ts';
import { generationPath, openGenerationForReading } from '../store/generation-file.ts';
import { connection, type Connection } from './sql.ts';
import { positionIn } from './status.ts';

export type Followed = {
  readonly generation: string;
  readonly connection: Connection;
  /** Built to its end once and compared; until then it is only looked at, never answered from. */
  readonly live: boolean;
};

/** Follows the row that names the live generation: after a switch the next question is answered from the new file. */
export type GenerationConnection = {
  /** Null while nothing was ever built here. */
  readonly current: () => Followed | null;
  /** Up to where this process has answered from generations that it has left: no later one may know less. */
  readonly answeredUpTo: () => Position;
  readonly askRetry: (stream: string) => void;
  readonly close: () => void;
};

export type FollowOptions = {
  readonly dir: string;
  readonly digest: string;
  readonly onDiscarded: (discarded: Discarded) => void;
};

type Open = Followed & { readonly file: string | null };

const later = (a: Position, b: Position): Position => (comparePositions(a, b) >= 0 ? a : b);

class Follower implements GenerationConnection {
  readonly #dir: string;
  readonly #digest: string;
  readonly #onDiscarded: (discarded: Discarded) => void;
  #control: ControlFile;
  #controlFile: string | null;
  #seen = -1;
  #open: Open | null = null;
  #answered: Position = LOG_START;

  constructor({ dir, digest, onDiscarded }: FollowOptions) {
    this.#dir = dir;
    this.#digest = digest;
    this.#onDiscarded = onDiscarded;
    this.#control = this.#openControl();
    this.#controlFile = fileIdentity(controlPath(dir));
  }

  readonly current = (): Followed | null => {
    this.#followControl();
    const version = this.#control.dataVersion();
    if (version !== this.#seen || this.#open === null) this.#reopen();
    this.#seen = version;
    return this.#open;
  };

  readonly answeredUpTo = (): Position => this.#answered;

  readonly askRetry = (stream: string): void => {
    this.#control.askRetry(stream);
  };

  readonly close = (): void => {
    this.#leave();
    this.#control.close();
  };

  /** Files that were taken away live on for whoever has them open, but nobody moves them on. */
  #followControl(): void {
    if (fileIdentity(controlPath(this.#dir)) === this.#controlFile) return;
    this.#control.close();
    this.#control = this.#openControl();
    this.#controlFile = fileIdentity(controlPath(this.#dir));
    this.#seen = -1;
  }

  #openControl(): ControlFile {
    const control = openControlFile(this.#dir);
    if (control.beganAnew) this.#onDiscarded(notOurs(this.#dir));
    return control;
  }

  #reopen(): void {
    const live = this.#control.live(this.#digest);
    const generation = live ?? this.#control.newest(this.#digest);
    if (generation === null) {
      this.#leave();
      return;
    }
    const path = generationPath(this.#dir, generation);
    const file = fileIdentity(path);
    if (generation === this.#open?.generation && file === this.#open.file) {
      this.#open = { ...this.#open, live: live !== null };
      return;
    }
    const db = openGenerationForReading(path);
    this.#leave();
    if (db === null) return;
    this.#open = { generation, connection: connection(db), live: live !== null, file };
  }

  #leave(): void {
    if (this.#open === null) return;
    if (this.#open.live) this.#answered = later(this.#answered, positionIn(this.#open.connection));
    this.#open.connection.db.close();
    this.#open = null;
  }
}

export const followGeneration = (options: FollowOptions): GenerationConnection => new Follower(options);
