import { describe, expect, it } from '@jest/globals';
import { openMemoryStore } from '@duban/event-store-memory';
import type { EventStore } from '@duban/event-store';
import type { Actor } from '@duban/kernel';
import { CodedError } from '@duban/kernel';
import type { CommandOutcome } from '../command/command-outcome.ts';
import { importRegister } from '../import/import-register.ts';
import { register, row } from '../import/register.fixture.ts';
import { referenceCommands } from '../reference/reference-commands.ts';
import { referenceSource } from '../reference/reference-data.ts';
import { seedReference } from '../reference/seed-reference.ts';
import { caseCommands } from './case-commands.ts';

const actor: Actor = { id: 'person:li', role: 'supervision-office', organ: 'cq-so' };
const NUMBER = '督〔2026〕901号';
const START = Date.parse('2026-11-02T09:00:00+08:00');

const opening = (caseNo: string) => ({
  caseNo,
  supervisionForm: 'work-report',
  source: {
    ...{ type: 'work-report', title: 't', documentNo: 'd', date: '2026-11-01', paragraphs: 1 },
    digest: null,
  },
  ...{ addressee: null, leadCommittee: null, topic: 't', linkedFrom: null },
});

/** One process over a log: what it remembers is its own. */
const processOn = (store: EventStore, clock = { now: () => START }) => {
  const ports = { store, clock, pause: async () => undefined };
  const reference = referenceSource(store, { ruleSetId: 'cq-default', region: 'CN' });
  const cases = caseCommands({ ...ports, reference, tenant: 'cq' });
  return {
    ports: { ...ports, reference, tenant: 'cq' },
    seed: () => seedReference(referenceCommands(ports)),
    open: (caseId: string, caseNo = NUMBER, commandId = `open-${caseId}`): Promise<CommandOutcome> =>
      cases(caseId, { type: 'OpenCase', data: opening(caseNo), commandId, actor }),
  };
};

const memory = () => openMemoryStore({ clock: { now: () => START } });
const taken = (caseId: string) => ({
  outcome: 'rejected',
  rejected: 'case.number-taken',
  details: { caseId },
});
const eventsOf = async (store: EventStore, ...types: readonly string[]) =>
  (await store.readLog({ types, limit: 1000 })).events;

/** Dies when it would open the case: the number is reserved, and the case is not there. */
const dyingAtOpening = (store: EventStore): EventStore => ({
  ...store,
  append: async (stream, ...rest) => {
    if (stream.startsWith('case-')) throw new CodedError('log.closed', 'killed');
    return store.append(stream, ...rest);
  },
});

const crashed = async (): Promise<EventStore> => {
  const store = memory();
  await expect(processOn(dyingAtOpening(store)).open('c1')).rejects.toMatchObject({ code: 'log.closed' });
  expect(await eventsOf(store, 'CaseNumberReserved')).toHaveLength(1);
  return store;
};

describe('a case number', () => {
  it('is had by one case; the next one is told which', async () => {
    const office = processOn(memory());
    expect(await office.open('c1')).toMatchObject({ outcome: 'accepted' });
    expect(await office.open('c2')).toMatchObject(taken('c1'));
    expect(await office.open('c2', '督〔2026〕902号', 'again')).toMatchObject({ outcome: 'accepted' });
  });

  it.each(['督 〔2026〕 901号', '督[2026]901号', '督（２０２６）９０１号'])(
    'is the same number written as %s',
    async (written) => {
      const office = processOn(memory());
      await office.open('c1');
      expect(await office.open('c2', written)).toMatchObject(taken('c1'));
    },
  );

  it('goes to exactly one of eight who ask at once, in one process and in two', async () => {
    for (const processes of [1, 2]) {
      const store = memory();
      const offices = Array.from({ length: processes }, () => processOn(store));
      const openAt = async (n: number) => offices[n % processes]?.open(`c${String(n)}`);
      const outcomes = await Promise.all(Array.from({ length: 8 }, (_, n) => openAt(n)));
      expect(outcomes.filter((outcome) => outcome?.outcome === 'accepted')).toHaveLength(1);
      const [opened, ...more] = await eventsOf(store, 'CaseOpened');
      expect(more).toEqual([]);
      for (const outcome of outcomes.filter((one) => one?.outcome !== 'accepted'))
        expect(outcome).toMatchObject(taken(opened?.stream.slice('case-'.length) ?? ''));
    }
  });

  it('is not written twice when the same command comes again', async () => {
    const store = memory();
    const office = processOn(store);
    const first = await office.open('c1');
    const head = await store.head();
    expect(await office.open('c1')).toMatchObject({ ...first, replayed: true });
    expect(await processOn(store).open('c1')).toMatchObject({ outcome: 'accepted', replayed: true });
    expect(await store.head()).toBe(head);
  });

  it('is not taken by a case that is refused', async () => {
    const store = memory();
    const office = processOn(store);
    await office.open('c1', '督〔2026〕1号');
    const refused = await office.open('c1', NUMBER, 'again');
    expect(refused).toMatchObject({ outcome: 'rejected', rejected: 'case.id-taken' });
    expect(await office.open('c2')).toMatchObject({ outcome: 'accepted' });
  });
});

describe('a number that was reserved by a process which died before it opened the case', () => {
  it('is taken up by the same command, which writes the reservation once', async () => {
    const store = await crashed();
    expect(await processOn(store).open('c1')).toMatchObject({ outcome: 'accepted' });
    expect(await eventsOf(store, 'CaseNumberReserved')).toHaveLength(1);
  });

  it('waits for its case at first, and then goes to another one', async () => {
    const store = await crashed();
    const soon = processOn(store, { now: () => START + 5_000 });
    expect(await soon.open('c2')).toMatchObject({ ...taken('c1'), details: { opened: false } });
    const later = processOn(store, { now: () => START + 60_000 });
    expect(await later.open('c2')).toMatchObject({ outcome: 'accepted' });
    expect(await later.open('c1')).toMatchObject(taken('c2'));
    expect(await eventsOf(store, 'CaseOpened')).toHaveLength(1);
  });

  it('goes to another one at once when its case was opened under another number', async () => {
    const store = await crashed();
    const office = processOn(store);
    expect(await office.open('c1', '督〔2026〕1号', 'other')).toMatchObject({ outcome: 'accepted' });
    expect(await office.open('c2')).toMatchObject({ outcome: 'accepted' });
  });
});

describe('a log in which numbers were never reserved', () => {
  it('keeps the numbers of its cases', async () => {
    const store = memory();
    await processOn(store).open('c1');
    const old = memory();
    const [opened] = await eventsOf(store, 'CaseOpened');
    if (opened === undefined) throw new Error('no case');
    await old.append(opened.stream, [opened], 'no-stream');
    expect(await processOn(old).open('c2')).toMatchObject(taken('c1'));
    expect(await processOn(old).open('c3', '督〔2026〕902号')).toMatchObject({ outcome: 'accepted' });
  });

  it('keeps them apart from those of imported registers, each of which counts for itself', async () => {
    const store = memory();
    const office = processOn(store);
    await office.seed();
    const report = await importRegister(office.ports, {
      source: register([row(1)]),
      actor,
      dryRun: false,
    });
    expect(report.imported).toBe(1);
    expect(await office.open('c1', '2024-1')).toMatchObject({ outcome: 'accepted' });
    expect(await office.open('c2', '2024-1')).toMatchObject(taken('c1'));
  });
});
