import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { maySend, seedReference, SYSTEM_ACTOR, type CaseCommands } from '@duban/application';
import { commandFaults, eventEntries } from '@duban/contracts';
import { CodedError } from '@duban/kernel';
import type { StoredEvent } from '@duban/event-store';
import { demoPending } from './demo-pending.ts';
import { demoScripts } from './demo-scripts.ts';
import { demoSteps, seedDemo, type DemoOffice } from './seed-demo.ts';
import { openOffice, wholeLog, type TestOffice } from './told-demo.fixture.ts';

/** Two years of a city are told; machines may be busy. */
jest.setTimeout(60_000);

const offices: TestOffice[] = [];
const open = async (): Promise<TestOffice> => {
  const office = await openOffice();
  offices.push(office);
  return office;
};
const tell = async (office: TestOffice): Promise<TestOffice> => {
  await seedDemo(office, office.time);
  return office;
};
let told: TestOffice;
let whole: readonly StoredEvent[];

beforeAll(async () => {
  told = await tell(await open());
  whole = await wholeLog(told);
});
afterAll(() => Promise.all(offices.map(({ store }) => store.close())));

const cut = new CodedError('test.cut', 'as a kill would');

/** The office dies after this many commands on cases. */
const dyingAfter = (office: TestOffice, commands: number): DemoOffice => {
  let left = commands;
  const cases: CaseCommands = (caseId, sent) => {
    left -= 1;
    return left < 0 ? Promise.reject(cut) : office.cases(caseId, sent);
  };
  return { ...office, cases };
};
const caseSteps = () => demoSteps().flatMap((step) => ('sent' in step ? [step] : []));

describe('telling the demo', () => {
  it('writes nothing when it is told again', async () => {
    await tell(told);
    expect(await wholeLog(told)).toEqual(whole);
  });

  it('writes the same log into every office', async () => {
    expect(await wholeLog(await tell(await open()))).toEqual(whole);
  });

  it('is told into a log that knew the rules and all calendars before, and only once', async () => {
    const office = await open();
    await seedReference(office.references);
    const known = await wholeLog(await tell(office));
    expect(known.some(({ type }) => type === 'DueDateRecomputed')).toBe(false);
    expect(await wholeLog(await tell(office))).toEqual(known);
  });

  it.each([1, 7, 60, 250, 411, 600])('is completed after it was cut off at command %i', async (commands) => {
    const office = await open();
    await expect(seedDemo(dyingAfter(office, commands), office.time)).rejects.toMatchObject({
      code: 'test.cut',
    });
    expect(await demoPending(office.store)).toBe(true);
    await tell(office);
    expect(await wholeLog(office)).toEqual(whole);
    expect(await demoPending(office.store)).toBe(false);
  });

  it('says which step a rule refused', async () => {
    const office = await open();
    const cases: CaseCommands = (caseId, sent) =>
      sent.type === 'ApproveList'
        ? Promise.resolve({ outcome: 'rejected', revision: null, rejected: 'item.unknown' })
        : office.cases(caseId, sent);
    await expect(seedDemo({ ...office, cases }, office.time)).rejects.toMatchObject({
      code: 'seed.refused',
      message: expect.stringContaining('ApproveList of person:demo-cc (demo:demo-08:004)'),
    });
  });

  it('says which step was not refused though it should', async () => {
    const office = await open();
    const cases: CaseCommands = async (caseId, sent) => {
      const outcome = await office.cases(caseId, sent);
      return outcome.outcome === 'rejected' ? { outcome: 'key-reused' } : outcome;
    };
    await expect(seedDemo({ ...office, cases }, office.time)).rejects.toMatchObject({
      code: 'seed.refused',
      message: expect.stringContaining('return.window-passed'),
    });
  });

  it('is left alone where somebody opened a case before', async () => {
    const office = await open();
    expect(await demoPending(office.store)).toBe(true);
    const [opening] = caseSteps();
    if (opening === undefined) return;
    office.time.moveTo(opening.at);
    const data = { ...opening.sent.data, addressee: null, leadCommittee: null };
    await office.cases('own', { ...opening.sent, data, commandId: 'own' });
    expect(await demoPending(office.store)).toBe(false);
  });
});

describe('what is told', () => {
  it('was sent by somebody who may send it, in a body that the address takes', () => {
    const faults = caseSteps().flatMap(({ sent }) => {
      const faulty = commandFaults(sent.type, sent.data).length > 0;
      return faulty || !maySend(sent.actor.role, sent.type) ? [`${sent.commandId} ${sent.type}`] : [];
    });
    expect(faults).toEqual([]);
  });

  it('happens in the order in which its script tells it, and by the end of November 2026', () => {
    for (const { days } of demoScripts) {
      const dates = days.map(({ on }) => on);
      expect(dates).toEqual(dates.toSorted());
    }
    expect(demoSteps().at(-1)?.at.slice(0, 10)).toBe('2026-11-20');
  });

  it('uses every event of a case but those of imports, of files, which come with bytes, and of what came after the demo was written', () => {
    const written = new Set(whole.map(({ type }) => type));
    const ofCases = eventEntries.flatMap(({ type, category }) => (category === 'case' ? [type] : []));
    const untold = [
      ...['CorrectionProposed', 'CorrectionConfirmed', 'CorrectionDeclined', 'ArchiveCorrected'],
      ...['ConclusionConfirmed', 'ConclusionVoided', 'ConclusionContested', 'ContestedConclusionDecided'],
      ...['Published', 'CaseRestricted', 'RestrictionLifted', 'MissAnnulled', 'Objected', 'ObjectionDecided'],
      ...['ReportVoteRecorded', 'VoteRepeated'],
      'SignedByInspector',
      ...['ItemImported', 'ItemImportTakenBack', 'AttachmentFiled'],
    ];
    expect(ofCases.filter((type) => !written.has(type)).sort()).toEqual(untold.sort());
  });

  it('leaves no date that the clock would still count anew', async () => {
    for (const { caseId } of demoScripts) {
      const sent = {
        type: 'RecomputeDueDates',
        data: {},
        commandId: `recount:${caseId}`,
        actor: SYSTEM_ACTOR,
      } as const;
      expect([caseId, (await told.cases(caseId, sent)).outcome]).toEqual([caseId, 'nothing-to-do']);
    }
  });
});
