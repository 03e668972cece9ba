import { describe, expect, it, jest } from '@jest/globals';
import { SYSTEM_ACTOR } from '@duban/application';
import { seedDemo, type DemoTime } from './seed-demo.ts';
import { openOffice, type TestOffice } from './told-demo.fixture.ts';

/** Two years of a city are told; machines may be busy. */
jest.setTimeout(60_000);

/** Sends the round of the clock shortly before each midnight, to every case that was opened so far. */
const withDailyClock = (office: TestOffice, found: string[]) => {
  const seen = new Set<string>();
  const round = async (date: string): Promise<void> => {
    office.time.moveTo(`${date}T23:50:00+08:00`);
    for (const caseId of seen) {
      const outcome = await office.cases(caseId, {
        type: 'NoteDeadlines',
        data: {},
        commandId: `daily:${caseId}:${date}`,
        actor: SYSTEM_ACTOR,
      });
      if (outcome.outcome !== 'nothing-to-do') found.push(`${date} ${caseId} ${JSON.stringify(outcome)}`);
    }
  };
  let last: string | null = null;
  const cases: TestOffice['cases'] = async (caseId, sent) => {
    const at = office.now();
    const today = Temporal.Instant.fromEpochMilliseconds(at)
      .toZonedDateTimeISO('Asia/Shanghai')
      .toPlainDate();
    for (let day = Temporal.PlainDate.from(last ?? today); Temporal.PlainDate.compare(day, today) < 0;) {
      await round(day.toString());
      day = day.add({ days: 1 });
    }
    last = today.toString();
    office.time.moveTo(Temporal.Instant.fromEpochMilliseconds(at).toString());
    seen.add(caseId);
    return office.cases(caseId, sent);
  };
  const time: DemoTime = office.time;
  return { office: { cases, references: office.references }, time };
};

describe('the scripts', () => {
  it('send the clock on every day on which it has something to say', async () => {
    const found: string[] = [];
    const office = await openOffice();
    const told = withDailyClock(office, found);
    await seedDemo(told.office, told.time);
    await office.store.close();
    expect(found).toEqual([]);
  });
});
