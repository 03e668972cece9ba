import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Config } from '@duban/config';
import type { EventReader } from '@duban/event-store';
import { comparePositions, LOG_START, parsePosition, type Position } from '@duban/kernel';
import { placesOf } from '../places.ts';

type Raw = Pick<EventReader, 'readLog' | 'head' | 'onAppended'>;

export type FollowErasuresOptions = {
  readonly raw: Raw;
  readonly rebuild: () => Promise<void>;
  readonly onFault: (error: unknown) => void;
};

export type ErasureFollower = {
  /** Everything that was erased up to now is out of the read models of this process. */
  readonly caughtUp: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

const PAGE = 1_000;
const TYPES = ['PersonalDataErased'];

/** Up to where erasures are known to be out of the read models beside which this is kept. */
const bookmark = (file: string) => ({
  read: (): Position =>
    existsSync(file) ? (parsePosition(readFileSync(file, 'utf8')) ?? LOG_START) : LOG_START,
  write: (position: Position): void => {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, position);
  },
});

/** Whether anybody was erased after a position, and up to where was looked. */
const erasedSince = async (raw: Raw, from: Position) => {
  const head = await raw.head();
  let after = from;
  let found = false;
  while (comparePositions(after, head) < 0) {
    const page = await raw.readLog({ after, limit: PAGE, types: TYPES });
    found ||= page.events.length > 0;
    after = page.next;
  }
  return { found, after };
};

/**
 * For processes with read models of their own: what another process has erased is built out of them as well. The place
 * is kept after the rebuild, so that one that was cut off is done again.
 */
export const followErasures = (config: Config, options: FollowErasuresOptions): ErasureFollower => {
  const { raw, rebuild, onFault } = options;
  const place = bookmark(join(placesOf(config).readModels, 'erased-up-to'));
  let from = place.read();
  const look = async (): Promise<void> => {
    const { found, after } = await erasedSince(raw, from);
    if (found) {
      await rebuild();
      place.write(after);
    }
    from = after;
  };
  let turn: Promise<void> = Promise.resolve();
  let waiting = false;
  const caughtUp = (): Promise<void> => (turn = turn.catch(() => undefined).then(look));
  const end = raw.onAppended(() => {
    if (waiting) return;
    waiting = true;
    void turn
      .catch(() => undefined)
      .then(() => {
        waiting = false;
        return caughtUp();
      })
      .catch(onFault);
  });
  return {
    caughtUp,
    stop: async () => {
      end();
      await turn.catch(() => undefined);
    },
  };
};
