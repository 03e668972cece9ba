import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { buildMissing, startBuiltServer, type BuiltServer } from '../setup/built-server.ts';
import { describeWith } from '../setup/describe-with.ts';
import { CLI, ended, root, start } from './duban.ts';
import { idsOf, startTail } from './tailing.ts';

/** Each test starts the command line some times, on a machine that may be busy. */
jest.setTimeout(120_000);

const shell = promisify(execFile);
const ALL = 150;

let server: BuiltServer;
let folder: string;
let texts: readonly string[];
let ids: readonly string[];

const tokenOf = async (role: string): Promise<string> => {
  const { items } = (await (await fetch(`${server.address}/demo/personas`)).json()) as {
    items: { role: string; token: string }[];
  };
  return items.find((persona) => persona.role === role)?.token ?? '';
};

/** The first events as the server sends them, read without our own library. */
const firstTexts = async (count: number): Promise<readonly string[]> => {
  const leaving = new AbortController();
  const headers = { authorization: `Bearer ${await tokenOf('analyst')}`, 'last-event-id': '' };
  const response = await fetch(`${server.address}/events`, { headers, signal: leaving.signal });
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += Buffer.from(chunk as Uint8Array).toString('latin1');
    if (text.split('\ndata: ').length > count + 1) break;
  }
  leaving.abort();
  const whole = Buffer.from(text, 'latin1').toString('utf8');
  return [...whole.matchAll(/^data: (.*)$/gm)].slice(0, count).map(([, data]) => data ?? '');
};

const tail = (...args: readonly string[]) => startTail(['--sse', server.address, ...args]);
const run = async (...args: readonly string[]) => {
  const running = tail(...args);
  const code = await running.ended;
  return { code, lines: running.lines, err: running.err() };
};

const isWhole = (line: string): boolean => {
  try {
    return JSON.parse(line) !== null;
  } catch {
    return false;
  }
};

/** `duban tail` as a shell would see it. */
const command = (...args: readonly string[]): string =>
  [process.execPath, '--conditions=source', '--disable-warning=ExperimentalWarning', join(root, CLI), 'tail']
    .concat(['--sse', server.address, ...args])
    .map((each) => `'${each}'`)
    .join(' ');
const inShell = (script: string) => shell('bash', ['-eu', '-o', 'pipefail', '-c', script]);

describeWith(buildMissing(), 'duban tail --sse', () => {
  beforeAll(async () => {
    server = await startBuiltServer('demo');
    folder = await mkdtemp(join(tmpdir(), 'duban-tail-'));
    texts = await firstTexts(ALL);
    ids = idsOf(texts);
  });
  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('prints the events as received, as the analyst of the demo, and ends after as many as wanted', async () => {
    const { code, lines, err } = await run('--limit', String(ALL));
    expect([code, lines]).toEqual([0, texts]);
    expect(err).toContain(`connected to ${server.address}/events`);
    expect(err).not.toContain('again');
  });

  it('keeps to a case and to types, filtered by the server or, with a state file, here', async () => {
    const wanted = texts.filter((text) => text.includes('"type":"duban.case.case-opened.v1"')).slice(0, 3);
    const filter = ['--type', 'duban.case.case-opened.v1', '--limit', '3'];
    expect((await run(...filter)).lines).toEqual(wanted);
    expect((await run(...filter, '--state', join(folder, 'filtered.sqlite'))).lines).toEqual(wanted);
    const { partitionkey } = JSON.parse(texts.at(-1) ?? '') as { partitionkey: string };
    const { lines } = await run('--case', partitionkey, '--limit', '2');
    expect(lines).toEqual(
      texts.filter((text) => text.includes(`"partitionkey":"${partitionkey}"`)).slice(0, 2),
    );
  });

  it('begins behind a position', async () => {
    const { position } = JSON.parse(texts[9] ?? '') as { position: string };
    expect((await run('--from', position, '--limit', '2')).lines).toEqual(texts.slice(10, 12));
  });

  it('begins now, and prints what happens then', async () => {
    const running = tail('--from', 'now', '--limit', '1');
    await running.untilSaid('connected to');
    const headers = {
      authorization: `Bearer ${await tokenOf('supervision-office')}`,
      'content-type': 'application/json',
      'idempotency-key': 'tail-now',
    };
    const opened = JSON.parse(texts[0] ?? '') as { data: Record<string, unknown> };
    const { caseId: _caseId, tenant: _tenant, openedOn: _openedOn, ...source } = opened.data;
    const { digest } = source['source'] as { readonly digest: string };
    const data = { ...source, caseNo: 'tail-now', heldOutside: [digest] };
    const url = `${server.address}/v1/cases/tail-now/commands/open-case`;
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ data }) });
    expect(response.status).toBe(201);
    expect(await running.ended).toBe(0);
    expect(JSON.parse(running.lines[0] ?? '')).toMatchObject({
      partitionkey: 'tail-now',
      data: { caseId: 'tail-now' },
    });
  });

  it('goes on where it ended, with nothing left out and nothing twice', async () => {
    const state = join(folder, 'limit.sqlite');
    expect(idsOf((await run('--state', state, '--limit', '7')).lines)).toEqual(ids.slice(0, 7));
    expect(idsOf((await run('--state', state, '--limit', '5')).lines)).toEqual(ids.slice(7, 12));
    const stopped = tail('--state', state);
    await stopped.untilLines(20);
    stopped.signal('SIGTERM');
    expect(await stopped.ended).toBe(143);
    const printed = 12 + stopped.lines.length;
    expect(idsOf(stopped.lines).slice(0, 20)).toEqual(ids.slice(12, 32));
    // It may have printed beyond what this test has read up front.
    const rest = await run('--state', state, '--limit', '1');
    const all = idsOf(await firstTexts(printed + 1));
    expect(idsOf(rest.lines)).toEqual([all[printed]]);
  });

  it('killed in the midst, may print something again, and leaves nothing out', async () => {
    const state = join(folder, 'killed.sqlite');
    const printed: string[] = [];
    for (const lines of [3, 40, 3]) {
      const running = tail('--state', state);
      await running.untilLines(lines);
      running.leaveUnread();
      running.signal('SIGKILL');
      running.readOn();
      await running.ended;
      // The last line may be cut off by the kill.
      printed.push(...running.lines.filter(isWhole));
    }
    const last = tail('--state', state);
    await last.untilSaid('connected to');
    const known = new Set(idsOf(printed));
    const missing = ids.filter((id) => !known.has(id));
    await last.untilLines(missing.length);
    last.signal('SIGINT');
    expect(await last.ended).toBe(130);
    const both = [...printed, ...last.lines];
    expect(new Set(ids).difference(new Set(idsOf(both)))).toEqual(new Set());
  });

  it('is held up by a reader who does not read, and still ends when it is told to', async () => {
    const running = tail();
    await running.untilLines(1);
    running.leaveUnread();
    running.signal('SIGINT');
    expect(await running.gone).toBe(130);
    running.readOn();
    await running.ended;
    // What the pipe takes is far less than the log.
    expect(running.lines.length).toBeLessThan(800);
  });

  it('ends quietly when its reader has had enough', async () => {
    const { stdout, stderr } = await inShell(`${command('--lang', 'en')} | head -1`);
    expect(stdout).toBe(`${texts[0]}\n`);
    expect(stderr.trim().split('\n').at(-1)).toContain('connected to');
  });

  it('writes a table into a file: byte order mark and head in a new one, neither in one that grows', async () => {
    const file = join(folder, 'events.csv');
    const args = ['--format', 'csv', '--limit', '2', '--state', join(folder, 'csv.sqlite')];
    await inShell(`${command(...args)} > '${file}'; ${command(...args)} >> '${file}'`);
    const rows = (await readFile(file, 'utf8')).split('\r\n');
    expect(rows[0]).toBe('\uFEFFposition,sequence,time,recordedtime,type,case,item,data');
    const positions = texts.slice(0, 4).map((text) => (JSON.parse(text) as { position: string }).position);
    expect(rows.slice(1).map((row) => row.split(',')[0])).toEqual([...positions, '']);
    const piped = await ended(start(CLI, ['tail', '--sse', server.address, ...args.slice(0, 4)]));
    expect(piped.out.startsWith('position,')).toBe(true);
  });

  it('shares its state with nobody', async () => {
    const state = join(folder, 'shared.sqlite');
    const first = tail('--state', state);
    await first.untilLines(1);
    const second = await run('--state', state);
    expect([second.code, second.lines]).toEqual([5, []]);
    expect(second.err).toContain('[subscriber.place-moved]');
    first.signal('SIGTERM');
    expect(await first.ended).toBe(143);
  });

  it.each([
    [['--state', '/nowhere/at/all.sqlite'], 2, 'subscriber.inbox-unusable'],
    [['--from', 'yesterday'], 2, '--from'],
    [['--limit', '0'], 2, '--limit'],
    [['--kafka'], 2, '--kafka'],
  ])('%j ends with %i and says %s', async (args, code, said) => {
    const ran = await run(...args);
    expect([ran.code, ran.lines]).toEqual([code, []]);
    expect(ran.err).toContain(said);
  });

  it('ends with 6 where the server does not know the token, and repeats no secret', async () => {
    const running = startTail(['--sse', server.address], { DUBAN_TOKEN: 'geheim.geheim.geheim' });
    expect([await running.ended, running.lines]).toEqual([6, []]);
    expect(running.err()).toContain('[subscriber.refused]');
    expect(running.err()).not.toContain('geheim');
    const inAddress = startTail(['--sse', server.address.replace('//', '//u:geheim@')]);
    expect([await inAddress.ended, inAddress.err().includes('geheim')]).toEqual([2, false]);
  });
});
