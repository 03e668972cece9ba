import { CodedError, comparePositions, LOG_START, type Position } from '@duban/kernel';
import { numberOf as positionNumber } from '@duban/event-store';
import type { BuildProgress } from '../api/health.ts';
import type { RunnerStatus } from '../runner/start-runner.ts';
import type { Followed, GenerationConnection } from './generation-connection.ts';
import { numberOf, sql, type Connection } from './sql.ts';
import { positionIn } from './status.ts';

/** What may be answered from: a generation that knows the log up to where it must. */
export type Built = {
  /** From now on nothing is answered before the rows have come up to this position. */
  readonly demand: (position: Position) => void;
  readonly demanded: () => Position;
  /** @throws CodedError `read-model.building`, or `read-model.not-built` where nobody builds */
  readonly connection: () => Connection;
  /** Null when questions are answered. */
  readonly progress: () => BuildProgress | null;
};

const later = (a: Position, b: Position): Position => (comparePositions(a, b) >= 0 ? a : b);

/** False, too, where the rows are those of another log. */
const reaches = (position: Position, wanted: Position): boolean => {
  try {
    return comparePositions(position, wanted) >= 0;
  } catch {
    return false;
  }
};

const countOf = (position: Position): number | null => {
  try {
    return positionNumber(position);
  } catch {
    return null;
  }
};

const handledIn = (followed: Followed | null): number =>
  followed === null
    ? 0
    : numberOf(followed.connection.rows(sql('SELECT ordinal FROM progress'))[0] ?? {}, 'ordinal');

/** So that a first page, which also loads the code, does not promise a day. */
const LEAST_OBSERVED_MS = 1_000;

/** How fast it goes, as this process has seen it since the build began. */
const speedometer = (now: () => number) => {
  let began: { readonly generation: string; readonly at: number; readonly handled: number } | null = null;
  return (generation: string, handled: number, left: number): number | null => {
    if (began?.generation !== generation || handled < began.handled)
      began = { generation, at: now(), handled };
    const [ms, done] = [now() - began.at, handled - began.handled];
    return ms < LEAST_OBSERVED_MS || done === 0 ? null : Math.ceil((left * ms) / done / 1_000);
  };
};

/** Down, never up: 100 is what is built. */
const percentOf = (handled: number, total: number): number =>
  total === 0 ? 0 : Math.min(99, Math.floor((handled * 100) / total));

export type BuiltParts = {
  readonly follow: GenerationConnection;
  readonly status: () => RunnerStatus | null;
  readonly now?: () => number;
};

const progressing = ({ status, now = () => performance.now() }: BuiltParts, demanded: () => Position) => {
  const secondsLeft = speedometer(now);
  return (followed: Followed | null): BuildProgress => {
    const handled = handledIn(followed);
    const total = countOf(later(demanded(), status()?.head ?? LOG_START));
    const left = total === null ? null : Math.max(0, total - handled);
    return {
      handled,
      total,
      percent: total === null ? null : percentOf(handled, total),
      secondsLeft: left === null ? null : secondsLeft(followed?.generation ?? '', handled, left),
    };
  };
};

/** Nobody builds, or whoever did has given up: then there is no progress to tell. */
const notBuilt = (runner: RunnerStatus | null): CodedError | null =>
  runner === null || runner.state === 'stopped'
    ? new CodedError(
        'read-model.not-built',
        runner?.message ?? 'the read models of this folder are not whole: start a server, or rebuild',
      )
    : null;

export const builtOf = (parts: BuiltParts): Built => {
  const { follow, status } = parts;
  let wanted: Position = LOG_START;
  let covered: Connection | null = null;
  const demanded = (): Position => later(wanted, follow.answeredUpTo());
  const progressOf = progressing(parts, demanded);
  /** Asked of the file once per connection: its rows never go back. */
  const covering = (followed: Followed | null): Connection | null => {
    if (followed?.live !== true) return null;
    if (covered === followed.connection) return covered;
    if (!reaches(positionIn(followed.connection), demanded())) return null;
    covered = followed.connection;
    return covered;
  };
  return {
    demand: (position) => {
      wanted = later(wanted, position);
      covered = null;
    },
    demanded,
    connection: () => {
      const followed = follow.current();
      const found = covering(followed);
      if (found === null) throw notBuilt(status()) ?? new BuildingError(progressOf(followed));
      return found;
    },
    progress: () => {
      const followed = follow.current();
      return covering(followed) === null ? progressOf(followed) : null;
    },
  };
};

/** The read models are not yet where they must be before anything may be answered from them. */
export class BuildingError extends CodedError {
  readonly progress: BuildProgress;

  constructor(progress: BuildProgress) {
    const { handled, total, percent } = progress;
    const far =
      total === null ? `${String(handled)} events` : `${String(handled)} of ${String(total)} events`;
    super(
      'read-model.building',
      `the read models are being built from the log: ${far}${percent === null ? '' : ` (${String(percent)} %)`}`,
    );
    this.progress = progress;
  }
}
