import { setTimeout as sleep } from 'node:timers/promises';
import { comparePositions, LOG_START, type Position } from '@duban/kernel';
import type { EventReader } from '@duban/event-store';
import { allProjections, ownEntry } from '@duban/projections';
import type { Discarded } from './control/control-file.ts';
import type { BoardScope } from './api/board.query.ts';
import type { ReadStore } from './api/read-store.ts';
import { auditEvents, caseEvents } from './query/audit-list.ts';
import { boardContext, type BoardContext } from './query/board-context.ts';
import { boardCounts, boardSummary } from './query/board-counts.ts';
import { boardPage, boardRows } from './query/board-list.ts';
import { builtOf, type Built } from './query/built.ts';
import { caseView } from './query/case-view.ts';
import { clockIndex } from './query/clock.ts';
import { deadlines } from './query/deadlines.ts';
import { evaluations, satisfaction } from './query/evaluations.ts';
import { followGeneration, type GenerationConnection } from './query/generation-connection.ts';
import { momentOf } from './query/moment.ts';
import { performance } from './query/performance.ts';
import { referenceBodies } from './query/reference.ts';
import { refold } from './query/refolded.ts';
import { proposals } from './query/proposals.ts';
import { cases, imports } from './query/registers.ts';
import { healthOf, parkedIn, placeIn, positionIn } from './query/status.ts';
import type { RunnerHandle } from './runner/start-runner.ts';
import { generationDigest } from './store/generation-digest.ts';

export type OpenReadStoreOptions = {
  readonly dir: string;
  /** For what is folded when it is asked for: a case at any moment, and cases recorded out of legal order. */
  readonly reader: EventReader;
  /** This process' runner, if it has one: its state becomes part of the health. */
  readonly runner?: RunnerHandle;
  readonly onDiscarded?: (discarded: Discarded) => void;
};

const FIRST_POLL_MS = 4;
const LONGEST_POLL_MS = 50;

/** Looks often at first, since most are only a moment behind, and seldom where it takes long. */
const waiting =
  <Wanted extends readonly unknown[]>(isThere: (...wanted: Wanted) => boolean) =>
  async (timeoutMs: number, ...wanted: Wanted): Promise<boolean> => {
    const until = globalThis.performance.now() + timeoutMs;
    for (let pause = FIRST_POLL_MS; ; pause = Math.min(pause * 1.2, LONGEST_POLL_MS)) {
      if (isThere(...wanted)) return true;
      if (globalThis.performance.now() >= until) return false;
      await sleep(pause);
    }
  };

/** On the occurred axis some cases are folded first; questions of one connection then take turns, for they share a table. */
const boardAsker = (built: Built, reader: EventReader) => {
  let turn: Promise<unknown> = Promise.resolve();
  return async <Answer>(scope: BoardScope, ask: (context: BoardContext) => Answer): Promise<Answer> => {
    const at = momentOf(scope);
    if (at?.by !== 'occurred') return ask(boardContext(built.connection(), scope));
    const mine = turn.then(async () => {
      const connection = built.connection();
      await refold(connection, reader, at);
      return ask(boardContext(connection, scope));
    });
    turn = mine.catch(() => undefined);
    return mine;
  };
};

type Reports = Omit<
  ReadStore,
  | 'board'
  | 'boardRows'
  | 'boardCounts'
  | 'boardSummary'
  | 'case'
  | 'item'
  | 'position'
  | 'health'
  | 'parked'
  | 'demand'
  | 'building'
  | 'whenBuilt'
  | 'waitFor'
  | 'retry'
  | 'close'
>;

/** Reports over everything: computed once while no row changes, whoever asks how often. */
const oncePerPlace = (place: () => string) => {
  const answers = new Map<string, unknown>();
  let at = '';
  return <Answer>(question: string, compute: () => Answer): Answer => {
    const now = place();
    if (now !== at || answers.size > 100) answers.clear();
    at = now;
    if (!answers.has(question)) answers.set(question, compute());
    return answers.get(question) as Answer;
  };
};

const reports = (built: Built, remember: ReturnType<typeof oncePerPlace>): Reports => ({
  cases: (query) => cases(built.connection(), query),
  caseEvents: (caseId, query) => caseEvents(built.connection(), caseId, query),
  deadlines: (query) => deadlines(built.connection(), query),
  evaluations: (query) => evaluations(built.connection(), query),
  satisfaction: (query) =>
    remember(`satisfaction ${JSON.stringify(query)}`, () => satisfaction(built.connection(), query)),
  performance: (query) =>
    remember(`performance ${JSON.stringify(query)}`, () => performance(built.connection(), query)),
  audit: (query) => auditEvents(built.connection(), query),
  imports: (without) => imports(built.connection(), without),
  proposals: (query) => proposals(built.connection(), query),
  clock: clockIndex(built.connection),
  reference: (kind, moment = {}) => referenceBodies(built.connection(), kind, momentOf(moment)),
});

type Asked = {
  readonly built: Built;
  readonly follow: GenerationConnection;
  readonly runner: RunnerHandle | undefined;
};

/** How the rows are, asked of whichever generation there is. */
const stateOf = ({
  built,
  follow,
  runner,
}: Asked): Pick<
  ReadStore,
  'position' | 'health' | 'parked' | 'demand' | 'building' | 'whenBuilt' | 'waitFor'
> => {
  const position = (): Position => {
    const current = follow.current();
    return current === null ? LOG_START : positionIn(current.connection);
  };
  const waitUntil = waiting((wanted: Position) => comparePositions(position(), wanted) >= 0);
  return {
    position,
    health: () =>
      healthOf({
        building: built.progress(),
        demanded: built.demanded(),
        current: follow.current(),
        runner: runner?.status() ?? null,
      }),
    parked: () => {
      const current = follow.current();
      return current === null ? [] : parkedIn(current.connection);
    },
    demand: built.demand,
    building: built.progress,
    whenBuilt: waiting(() => built.progress() === null),
    waitFor: async (wanted, timeoutMs) => waitUntil(timeoutMs, wanted),
  };
};

/** Opens the queries on a directory of read models; works beside any number of readers and one runner, here or elsewhere. */
export const openReadStore = ({
  dir,
  reader,
  runner,
  onDiscarded = () => undefined,
}: OpenReadStoreOptions): ReadStore => {
  const follow = followGeneration({ dir, digest: generationDigest(allProjections), onDiscarded });
  const built = builtOf({ follow, status: () => runner?.status() ?? null });
  const ask = boardAsker(built, reader);
  return {
    ...reports(
      built,
      oncePerPlace(() => {
        const current = follow.current();
        return current === null ? '' : `${current.generation} ${placeIn(current.connection)}`;
      }),
    ),
    board: (query) => ask(query, (context) => boardPage(context, query)),
    boardRows: (query) => ask(query, (context) => boardRows(context, query)),
    boardCounts: (query) => ask(query, (context) => boardCounts(context, query.groupBy)),
    boardSummary: (scope) => ask(scope, boardSummary),
    case: (caseId, query) => caseView(reader, caseId, query),
    item: async (caseId, itemId, query) =>
      ownEntry((await caseView(reader, caseId, query))?.state.items, itemId) ?? null,
    ...stateOf({ built, follow, runner }),
    retry: follow.askRetry,
    close: follow.close,
  };
};
