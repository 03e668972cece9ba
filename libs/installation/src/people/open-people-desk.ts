import type { Config } from '@duban/config';
import {
  erasePerson,
  openPeopleStore,
  resumeErasures,
  type ErasureParts,
  type ErasureReport,
  type ErasureRequest,
  type PeopleStore,
} from '@duban/privacy';
import type { OpenLog } from '../log/open-log.ts';
import { placesOf } from '../places.ts';
import { rebuildAfterErasure } from './rebuild-after-erasure.ts';

/** Names for the ids that the log knows, and their erasure with everything that was written about them. */
export type PeopleDesk = Pick<PeopleStore, 'put' | 'get'> & {
  /** One at a time. @throws CodedError `privacy.bad-person`, `vault.not-emptied`, and what stops log or rebuild */
  readonly erase: (request: ErasureRequest) => Promise<ErasureReport>;
  /** What an interruption, or a restored copy of the vault, left to do: before anything is served. */
  readonly resume: () => Promise<readonly ErasureReport[]>;
  readonly close: () => void;
};

/** @param forget empties what else keeps texts in memory, such as the states of cases */
export const openPeopleDesk = (
  config: Config,
  log: OpenLog,
  forget: () => void = () => undefined,
): PeopleDesk => {
  const { raw, store, vault } = log;
  const people = openPeopleStore(placesOf(config).people, vault);
  const rebuild = rebuildAfterErasure(config, log, forget);
  const parts: ErasureParts = { vault, people, raw, store, rebuild };
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  };
  return {
    put: people.put,
    get: people.get,
    erase: (request) => inTurn(() => erasePerson(parts, request)),
    resume: () => inTurn(() => resumeErasures(parts)),
    close: people.close,
  };
};
