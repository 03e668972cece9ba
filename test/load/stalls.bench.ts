/**
 * How long others wait for the built server while it does what takes long: every export, costly requests, a first start and
 * its round of dates. `npm run bench -- stalls [events] [exports | requests | start]`; ends with 1 where anybody waited
 * for 100 ms or more. `SERVER_FLAGS=--cpu-prof` shows what the server did meanwhile.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConfig } from '@duban/config';
import { openLog } from '@duban/installation';
import { ask, pause, startServer, tokenOf, type BuiltServer } from './built-server.ts';
import { costlyRequests, type Costly } from './costly-requests.ts';
import { writeLongCase, writeOpenCases, type OpenCases } from './open-cases.ts';
import { BARE, BARE_LINE, others, type Others, type Seen } from './others.ts';

const EVENTS = Number(process.argv[2] ?? 27_000);
/** Only these phases; all unless said. */
const ONLY = process.argv[3];
const EVENTS_PER_CASE = 5;
const ROUND: Omit<OpenCases, 'today'> = { cases: 20_000, due: 1_000 };
const LONG_CASE_ITEMS = 200;
const BAR_MS = 100;
const QUIET_MS = 5_000;
const TIMES = 5;
const LONGEST_MS = 300_000;

const LIVE = '/health/live';
const BOARD = '/v1/board?limit=50';
const CASE = '/v1/cases/open-2';
const EXPORTS = [
  'ocel2.json',
  'ocel2.json?values=native',
  'ocel2.xml',
  'xes.xml?traces=cases',
  'xes.xml?traces=items',
  'register.csv',
  'register.xlsx',
  'cases/open-1',
  'cases/open-long',
];

/** As many as are made at a time: on two cores, that is both of them. */
const AT_ONCE = ['ocel2.json', 'ocel2.xml'];

const main = fileURLToPath(new URL('../../apps/api/dist/main.js', import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'duban-stalls-'));
const flags = (process.env['SERVER_FLAGS'] ?? '').split(' ').filter((flag) => flag !== '');

const numberIn = (position: string): bigint => BigInt(position.split('.').at(-1) ?? 0);

type Figures = { readonly longest: number; readonly p99: number; readonly asked: number };

const figuresOf = (ms: readonly number[]): Figures => {
  const sorted = ms.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    Number((sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN).toFixed(1));
  return { longest: at(1), p99: at(0.99), asked: sorted.length };
};

type Phase = {
  readonly phase: string;
  readonly longest: number;
  readonly bad: boolean;
};
const phases: Phase[] = [];

/** A board that is not built yet is refused by 503, after a wait for the rows where they are nearly there: that counts for nobody. */
const isBuilt = ({ answers }: Seen): boolean => answers[BOARD]?.statuses.includes(503) !== true;

const note = (phase: string, took: number, seen: Seen): void => {
  const judged = isBuilt(seen) ? [LIVE, BOARD, CASE] : [LIVE, CASE];
  const figures = Object.fromEntries(
    [...judged, BARE, BARE_LINE].map((name) => [name, figuresOf(seen.answers[name]?.ms ?? [])]),
  );
  const longest = Math.max(...judged.map((name) => figures[name]?.longest ?? Number.NaN));
  const statuses = [...new Set(judged.flatMap((name) => seen.answers[name]?.statuses ?? []))];
  const bad = !(longest < BAR_MS) || statuses.some((status) => status !== 200);
  phases.push({ phase, longest, bad });
  const load = loadavg()[0]?.toFixed(1);
  const ownDelayMs = Number(seen.ownDelayMs.toFixed(1));
  console.log(JSON.stringify({ phase, bad, seconds: took / 1_000, statuses, figures, ownDelayMs, load }));
  const columns = Object.entries(figures).map(
    ([name, { longest: most, p99 }]) => `${name.split('?')[0] ?? ''} ${most.toFixed(1)} (${p99.toFixed(1)})`,
  );
  console.error(
    `${bad ? 'BAD' : 'ok '} ${phase}: ${columns.join(', ')}; asking itself ${ownDelayMs.toFixed(1)}`,
  );
};

const watch = async (who: Others, phase: string, run: () => Promise<unknown>): Promise<void> => {
  let took = 0;
  const seen = await who.during(async () => {
    const began = performance.now();
    await run();
    took = Math.round(performance.now() - began);
  });
  note(phase, took, seen);
};

type Written = BuiltServer & { readonly head: bigint };

const write = async (
  name: string,
  fill: (log: Parameters<typeof writeOpenCases>[0]) => Promise<void>,
): Promise<Written> => {
  const env = { DUBAN_DATA: join(folder, name) };
  const log = await openLog(readConfig(env));
  await fill(log.raw);
  const head = numberIn(await log.raw.head());
  await log.close();
  return { ...(await startServer({ main, env, flags })), head };
};

const until = async (isSo: () => Promise<boolean>): Promise<void> => {
  const last = performance.now() + LONGEST_MS;
  while (!(await isSo())) {
    if (performance.now() > last) throw new Error(`not so within ${String(LONGEST_MS)} ms`);
    await pause(100);
  }
};

const isReady = async (port: number): Promise<boolean> => (await ask(port, '/health/ready'))?.status === 200;

const positionOf = async (port: number, token: string): Promise<bigint> => {
  const { headers } = await fetch(`http://127.0.0.1:${String(port)}/v1/calendars`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return numberIn(headers.get('duban-position') ?? '0');
};

/** Each due case has got its event, and nothing more comes. */
const isRoundOver = ({ port, head }: Written, token: string): (() => Promise<boolean>) => {
  let [last, since] = [0n, performance.now()];
  return async () => {
    const position = await positionOf(port, token);
    if (position !== last) [last, since] = [position, performance.now()];
    return position >= head + BigInt(ROUND.due) && performance.now() - since > QUIET_MS / 5;
  };
};

/** Others begin to ask as soon as somebody listens. */
const visited = async ({ port }: BuiltServer): Promise<{ token: string; who: Others }> => {
  let token: string | null = null;
  await until(async () => (token = await tokenOf(port)) !== null);
  token ??= '';
  return {
    token,
    who: await others({ port, token, paths: [LIVE, BOARD, CASE], file: join(folder, 'lines') }),
  };
};

const download = async (port: number, token: string, path: string): Promise<void> => {
  const answer = await fetch(`http://127.0.0.1:${String(port)}/v1/exports/${path}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  let bytes = 0;
  for await (const chunk of answer.body ?? []) bytes += (chunk as Uint8Array).length;
  if (answer.status !== 200 || bytes < 1_000) throw new Error(`${path}: ${String(answer.status)}`);
};

/** Refused for what it holds: who may not send it, or sends too many bytes, is refused before anybody looks. */
const isLookedAt = (status: number, reason: unknown): boolean =>
  [400, 409, 422].includes(status) || reason === 'request.too-many-values';

const send = async (port: number, token: string, { name, path, body }: Costly): Promise<void> => {
  const answer = await fetch(`http://127.0.0.1:${String(port)}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body,
  });
  const { reason } = (await answer.json()) as { reason?: unknown };
  if (!isLookedAt(answer.status, reason)) throw new Error(`${name}: ${String(answer.status)}`);
};

const isWanted = (part: 'exports' | 'requests' | 'start'): boolean => ONLY === undefined || ONLY === part;

const today = Temporal.Now.plainDateISO('Asia/Shanghai').toString();

const exportsAndRequests = async (): Promise<void> => {
  const cases = Math.ceil(EVENTS / EVENTS_PER_CASE);
  const server = await write('exports', async (store) => {
    await writeOpenCases(store, { cases, due: 0, today });
    await writeLongCase(store, { items: LONG_CASE_ITEMS, today });
  });
  const { port } = server;
  try {
    await until(() => isReady(port));
    const { token, who } = await visited(server);
    await pause(QUIET_MS);
    await watch(who, 'nothing else', () => pause(QUIET_MS));
    if (isWanted('exports'))
      for (const paths of [...EXPORTS.map((path) => [path]), AT_ONCE])
        await watch(who, `export ${paths.join(' and ')}`, () =>
          Promise.all(paths.map((path) => download(port, token, path))),
        );
    for (const costly of isWanted('requests') ? costlyRequests : []) {
      const sender = (await tokenOf(port, costly.role)) ?? '';
      await watch(who, `costly: ${costly.name}`, async () => {
        for (let n = 0; n < TIMES; n += 1) await send(port, sender, costly);
      });
    }
    who.leave();
  } finally {
    const code = await server.stop();
    if (code !== 0) console.error(`the server ended with ${String(code)}: ${server.said()}`);
  }
};

const startAndRound = async (): Promise<void> => {
  const server = await write('round', (store) => writeOpenCases(store, { ...ROUND, today }));
  const { port } = server;
  try {
    const { token, who } = await visited(server);
    await watch(who, 'first start: read models are built', () => until(() => isReady(port)));
    await watch(who, 'the first round of dates', () => until(isRoundOver(server, token)));
    await watch(who, 'after the round', () => pause(QUIET_MS));
    who.leave();
  } finally {
    const code = await server.stop();
    if (code !== 0) console.error(`the server ended with ${String(code)}: ${server.said()}`);
  }
};

try {
  if (isWanted('exports') || isWanted('requests')) await exportsAndRequests();
  if (isWanted('start')) await startAndRound();
  const bad = phases.filter((phase) => phase.bad);
  const worst = phases.toSorted((a, b) => b.longest - a.longest)[0];
  console.log(
    `${String(phases.length - bad.length)} of ${String(phases.length)} phases kept others waiting for less than ${String(BAR_MS)} ms; longest ${String(worst?.longest)} ms (${String(worst?.phase)})`,
  );
  if (bad.length > 0) process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
