import { ask, pause, startServer, tokenOf, type Answer } from './built-server.ts';

/** What a poll of a starting server saw: one line for each kind of answer, in the order of its first appearance. */
export type Sighting = { readonly what: string; readonly times: number };

export type WatchedStart = {
  /** Kinds of answers to `/health/ready`, and to the board's counts. */
  readonly ready: readonly Sighting[];
  readonly board: readonly Sighting[];
  /** Answers that contradict the log. */
  readonly falseFigures: readonly string[];
  readonly listenedAfterMs: number;
  readonly readyAfterMs: number;
  /** The longest that an answer of `/health/live` took after the start; the thread was not free for at most as long. */
  readonly slowestLiveMs: number;
  readonly stopMs: number;
  readonly exitCode: number | null;
  readonly said: string;
};

export type Watching = {
  readonly main: string;
  readonly env: Readonly<Record<string, string>>;
  /** What the board must count, once it counts. */
  readonly items: number;
  /** SIGTERM after this; null: as soon as it is ready and was polled for a while. */
  readonly stopAfterMs: number | null;
  readonly longestMs: number;
};

const EVERY_MS = 50;
const AFTER_READY_MS = 1_000;

const tally = () => {
  const counts = new Map<string, number>();
  return {
    saw: (what: string) => counts.set(what, (counts.get(what) ?? 0) + 1),
    sightings: () => [...counts].map(([what, times]) => ({ what, times })),
  };
};

type Polling = {
  readonly port: number;
  readonly items: number;
  readonly isOver: () => boolean;
  readonly now: () => number;
};

type ReadModel = {
  readonly lag: number | null;
  readonly building: { readonly handled: number; readonly total: number | null } | null;
};

/** What contradicts itself in an answer of `/health/ready`. */
const faultsOfReadiness = ({ status, body }: Answer): readonly string[] => {
  const { lag, building } = body['readModel'] as ReadModel;
  if (building === null) return [];
  const isBehind = building.total !== null && building.handled < building.total;
  return [
    ...(status === 200 ? ['ready while building'] : []),
    ...(lag === 0 && isBehind ? [`lag 0 at ${JSON.stringify(building)}`] : []),
  ];
};

const readinessText = ({ status, body }: Answer): string => {
  const { building } = body['readModel'] as ReadModel;
  return `${String(status)} ${String(body['status'])}${building === null ? '' : ' building'}`;
};

const boardText = ({ status, body }: Answer): string =>
  status === 200 ? `200 total ${String(body['total'])}` : `${String(status)} ${String(body['code'])}`;

/** Asks for readiness and the board every 50 ms, from the first byte on. */
const poll = async ({ port, items, isOver, now }: Polling) => {
  const [ready, board] = [tally(), tally()];
  const falseFigures: string[] = [];
  let token: string | null = null;
  const times = { listened: 0, ready: 0, slowestLive: 0 };
  const askReadiness = async (): Promise<void> => {
    const began = now();
    const readiness = await ask(port, '/health/ready');
    if (readiness === null) return;
    times.listened ||= now();
    times.slowestLive = Math.max(times.slowestLive, now() - began);
    if (readiness.status === 200) times.ready ||= now();
    ready.saw(readinessText(readiness));
    falseFigures.push(...faultsOfReadiness(readiness));
    token ??= await tokenOf(port);
  };
  const askBoard = async (): Promise<void> => {
    const counts = token === null ? null : await ask(port, '/v1/board/counts', token);
    if (counts === null) return;
    board.saw(boardText(counts));
    if (counts.status === 200 && counts.body['total'] !== items) falseFigures.push(boardText(counts));
  };
  while (!isOver()) {
    const began = now();
    await askReadiness();
    await askBoard();
    await pause(Math.max(0, EVERY_MS - (now() - began)));
  }
  return { ready: ready.sightings(), board: board.sightings(), falseFigures, times };
};

/** Starts the built server, watches it, and ends it with SIGTERM. */
export const watchStart = async ({
  main,
  env,
  items,
  stopAfterMs,
  longestMs,
}: Watching): Promise<WatchedStart> => {
  const began = performance.now();
  const now = (): number => performance.now() - began;
  const { port, exit, said, stop } = await startServer({ main, env });
  let over = false;
  void exit.then(() => (over = true));
  let readySince = 0;
  const isOver = (): boolean => {
    if (over || now() > longestMs) return true;
    if (stopAfterMs !== null) return now() >= stopAfterMs;
    return readySince !== 0 && now() - readySince > AFTER_READY_MS;
  };
  const watchReady = setInterval(() => {
    void ask(port, '/health/ready').then((answer) => {
      if (answer?.status === 200) readySince ||= now();
    });
  }, 250);
  const { times, ...seen } = await poll({ port, items, isOver, now });
  clearInterval(watchReady);
  const stopping = performance.now();
  const exitCode = await stop();
  return {
    ...seen,
    listenedAfterMs: Math.round(times.listened),
    readyAfterMs: Math.round(times.ready),
    slowestLiveMs: Math.round(times.slowestLive),
    stopMs: Math.round(performance.now() - stopping),
    exitCode,
    said: said(),
  };
};
