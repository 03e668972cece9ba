import { setTimeout as sleep } from 'node:timers/promises';
import { CodedError, comparePositions, LOG_START, type Position } from '@duban/kernel';
import type { EventReader } from '@duban/event-store';
import { allProjections } from '@duban/projections';
import type { BoardScope } from './api/board.query.ts';
import type { ReadStore } from './api/read-store.ts';
import { auditEvents, caseEvents } from './query/audit-list.ts';
import { boardContext, type BoardContext } from './query/board-context.ts';
import { boardCounts, boardSummary } from './query/board-counts.ts';
import { boardPage } from './query/board-list.ts';
import { caseView } from './query/case-view.ts';
import { deadlines } from './query/deadlines.ts';
import { evaluations, satisfaction } from './query/evaluations.ts';
import { followGeneration, type GenerationConnection } from './query/generation-connection.ts';
import { momentOf } from './query/moment.ts';
import { performance } from './query/performance.ts';
import { referenceBodies } from './query/reference.ts';
import { refold } from './query/refolded.ts';
import { cases, imports } from './query/registers.ts';
import type { Connection } from './query/sql.ts';
import { healthOf, parkedIn, placeIn, positionIn } from './query/status.ts';
import type { RunnerHandle } from './runner/start-runner.ts';
import { generationDigest } from './store/generation-digest.ts';

export type OpenReadStoreOptions = {
  readonly dir: string;
  /** For what is folded when it is asked for: a case at any moment, and cases recorded out of legal order. */
  readonly reader: EventReader;
  /** This process' runner, if it has one: its state becomes part of the health. */
  readonly runner?: RunnerHandle;
};

const POLL_MS = 4;

const connectionOf = (follow: GenerationConnection): Connection => {
  const current = follow.current();
  if (current !== null) return current.connection;
  throw new CodedError(
    'read-model.not-built',
    'the read models of this directory are not there yet: start a runner, or rebuild',
  );
};

const waiting =
  (position: () => Position) =>
  async (wanted: Position, timeoutMs: number): Promise<boolean> => {
    const until = globalThis.performance.now() + timeoutMs;
    for (;;) {
      if (comparePositions(position(), wanted) >= 0) return true;
      if (globalThis.performance.now() >= until) return false;
      await sleep(POLL_MS);
    }
  };

/** On the occurred axis some cases are folded first; questions of one connection then take turns, for they share a table. */
const boardAsker = (follow: GenerationConnection, reader: EventReader) => {
  let turn: Promise<unknown> = Promise.resolve();
  return async <Answer>(scope: BoardScope, ask: (context: BoardContext) => Answer): Promise<Answer> => {
    const at = momentOf(scope);
    if (at?.by !== 'occurred') return ask(boardContext(connectionOf(follow), scope));
    const mine = turn.then(async () => {
      const connection = connectionOf(follow);
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
  | 'boardCounts'
  | 'boardSummary'
  | 'case'
  | 'item'
  | 'position'
  | 'health'
  | 'parked'
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

const reports = (follow: GenerationConnection, remember: ReturnType<typeof oncePerPlace>): Reports => ({
  cases: (query) => cases(connectionOf(follow), query),
  caseEvents: (caseId, query) => caseEvents(connectionOf(follow), caseId, query),
  deadlines: (query) => deadlines(connectionOf(follow), query),
  evaluations: (query) => evaluations(connectionOf(follow), query),
  satisfaction: (query) =>
    remember(`satisfaction ${JSON.stringify(query)}`, () => satisfaction(connectionOf(follow), query)),
  performance: (query) =>
    remember(`performance ${JSON.stringify(query)}`, () => performance(connectionOf(follow), query)),
  audit: (query) => auditEvents(connectionOf(follow), query),
  imports: () => imports(connectionOf(follow)),
  reference: (kind, moment = {}) => referenceBodies(connectionOf(follow), kind, momentOf(moment)),
});

/** Opens the queries on a directory of read models; works beside any number of readers and one runner, here or elsewhere. */
export const openReadStore = ({ dir, reader, runner }: OpenReadStoreOptions): ReadStore => {
  const follow = followGeneration(dir, generationDigest(allProjections));
  const ask = boardAsker(follow, reader);
  const position = (): Position => {
    const current = follow.current();
    return current === null ? LOG_START : positionIn(current.connection);
  };
  return {
    ...reports(
      follow,
      oncePerPlace(() => {
        const current = follow.current();
        return current === null ? '' : `${current.generation} ${placeIn(current.connection)}`;
      }),
    ),
    board: (query) => ask(query, (context) => boardPage(context, query)),
    boardCounts: (query) => ask(query, (context) => boardCounts(context, query.groupBy)),
    boardSummary: (scope) => ask(scope, boardSummary),
    case: (caseId, query) => caseView(reader, caseId, query),
    item: async (caseId, itemId, query) =>
      (await caseView(reader, caseId, query))?.state.items[itemId] ?? null,
    position,
    health: () => healthOf(follow.current(), runner?.status() ?? null),
    parked: () => {
      const current = follow.current();
      return current === null ? [] : parkedIn(current.connection);
    },
    waitFor: waiting(position),
    retry: follow.askRetry,
    close: follow.close,
  };
};
