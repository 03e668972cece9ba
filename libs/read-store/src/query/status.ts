import { comparePositions, LOG_START, type Position } from '@duban/kernel';
import { numberOf as positionNumber } from '@duban/event-store';
import type { BuildProgress, Health, Parked, RunnerState } from '../api/health.ts';
import type { RunnerStatus } from '../runner/start-runner.ts';
import { numberOf, sql, textOf, type Connection, type ResultRow } from './sql.ts';

export const positionIn = (connection: Connection): Position => {
  const [row = {}] = connection.rows(sql('SELECT position FROM progress'));
  return textOf(row, 'position') as Position;
};

/** Differs whenever rows may differ: a page moves the position, a retry changes what is parked. */
export const placeIn = (connection: Connection): string => {
  const [row = {}] = connection.rows(
    sql(
      `SELECT position || ' ' || (SELECT count(*) || ' ' || coalesce(sum(attempts), 0) FROM parked) AS place FROM progress`,
    ),
  );
  return textOf(row, 'place');
};

export const parkedIn = (connection: Connection): readonly Parked[] =>
  connection
    .rows(
      sql(`SELECT projection, stream, revision, position, error, attempts,
        (SELECT count(*) FROM parked_event WHERE parked_event.stream = parked.stream AND parked_event.revision >= parked.revision) AS waiting
        FROM parked ORDER BY ordinal, projection`),
    )
    .map((row) => ({
      projection: textOf(row, 'projection'),
      stream: textOf(row, 'stream'),
      revision: numberOf(row, 'revision'),
      position: textOf(row, 'position') as Position,
      error: textOf(row, 'error'),
      attempts: numberOf(row, 'attempts'),
      waiting: numberOf(row, 'waiting'),
    }));

/** Events between two positions; null where the log's positions do not count events. */
const lagOf = (position: Position, head: Position): number | null => {
  try {
    return Math.max(0, positionNumber(head) - positionNumber(position));
  } catch {
    return position === head ? 0 : null;
  }
};

const lightOf = (state: RunnerState, parked: number, lag: number | null): Health['light'] => {
  if (state === 'stopped') return 'red';
  return parked > 0 || lag === null || lag > 10_000 || state !== 'live' ? 'yellow' : 'green';
};

/** Of a runner elsewhere only its lease is seen. */
const stateOf = (row: ResultRow, lag: number | null, runner: RunnerStatus | null): RunnerState => {
  const leased = numberOf(row, 'lease_until') > Date.now();
  const state: RunnerState = runner?.state ?? (leased ? (lag === 0 ? 'live' : 'building') : 'stopped');
  return state === 'standby' && leased ? 'live' : state;
};

const later = (a: Position, b: Position): Position => {
  try {
    return comparePositions(a, b) >= 0 ? a : b;
  } catch {
    return a;
  }
};

export type StatusParts = {
  readonly current: { readonly generation: string; readonly connection: Connection } | null;
  readonly runner: RunnerStatus | null;
  readonly building: BuildProgress | null;
  /** Where the log was at least when it was last looked at. */
  readonly demanded: Position;
};

/** What the file says, and why it does not move if this process' runner knows. */
export const healthOf = ({ current, runner, building, demanded }: StatusParts): Health => {
  const [row = {}] = current?.connection.rows(sql('SELECT position, head, lease_until FROM progress')) ?? [];
  const position = (current === null ? LOG_START : textOf(row, 'position')) as Position;
  // A file that nobody moves on any more would believe for ever that it is at the head.
  const head = [runner?.head ?? LOG_START, demanded].reduce(later, textOf(row, 'head') as Position);
  const parkedCases =
    current === null ? 0 : new Set(parkedIn(current.connection).map(({ stream }) => stream)).size;
  const lag = lagOf(position, head);
  const known = stateOf(row, lag, runner);
  const state = building !== null && known === 'live' ? 'building' : known;
  return {
    state,
    light: building === null ? lightOf(state, parkedCases, lag) : 'red',
    generation: current?.generation ?? null,
    position,
    head,
    lag,
    parkedCases,
    building,
    code: runner?.code ?? (runner === null && state === 'stopped' ? 'runner.none' : null),
    message: runner?.message ?? null,
  };
};
