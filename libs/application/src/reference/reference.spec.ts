import { describe, expect, it } from '@jest/globals';
import { openMemoryStore } from '@duban/event-store-memory';
import { cqDefault1, cnCalendarYears, type CalendarYear } from '@duban/domain';
import { referenceCommands, SYSTEM_ACTOR } from './reference-commands.ts';
import { referenceSource } from './reference-data.ts';
import { seedReference } from './seed-reference.ts';

const CHOICE = { ruleSetId: 'cq-default', region: 'CN' };
const NEW_YEAR_2027: CalendarYear = {
  year: 2027,
  restDays: { '2027-01-01': '元旦' },
  workDays: {},
  notice: 'https://www.gov.cn/2027',
};

const office = () => {
  const store = openMemoryStore();
  const commands = referenceCommands({ store, clock: Date, pause: async () => undefined });
  return { store, commands, reference: referenceSource(store, CHOICE) };
};

describe('reference data', () => {
  it('knows nothing before anything is published', async () => {
    const { reference } = office();
    const data = await reference.current();
    expect(data.calendar).toMatchObject({ version: 'CN@0-0', years: {} });
    expect(data.ruleSetOn('2026-01-01')).toBeNull();
  });

  it('knows the built-in calendar and rules after the seed', async () => {
    const { commands, reference } = office();
    await seedReference(commands);
    const data = await reference.current();
    expect(data.calendar.version).toBe('CN@2026-1');
    expect(data.ruleSetOn('2026-01-01')).toBe('cq-default@1');
    expect(data.ruleSetOn('2017-12-31')).toBeNull();
    expect(data.ruleSets['cq-default@1']).toEqual(cqDefault1);
  });

  it('knows which logins are one person, and that they were parted', async () => {
    const { commands, reference } = office();
    const [personId, otherId] = ['person:wu', 'person:old-wu'];
    const actor = { id: 'person:sa', role: 'security-admin', organ: 'cq-so' };
    const basis = { documentNo: '渝人常办〔2026〕1号' };
    const data = { personId, otherId };
    await commands.posts({ type: 'LinkPersons', data, commandId: 'l-1', actor, basis });
    const linked = { [personId]: 'person:old-wu', [otherId]: 'person:old-wu' };
    expect((await reference.current()).linkedPersons).toEqual(linked);
    await commands.posts({ type: 'PartPersons', data, commandId: 'l-2', actor, basis });
    expect((await reference.current()).linkedPersons).toEqual({});
  });

  it('writes nothing when it is seeded again', async () => {
    const { store, commands } = office();
    await seedReference(commands);
    const head = await store.head();
    await seedReference(commands);
    expect(await store.head()).toBe(head);
  });

  it('follows a year that is published while it runs', async () => {
    const { commands, reference } = office();
    await seedReference(commands);
    await reference.current();
    await commands.calendar({
      type: 'PublishCalendarYear',
      data: { region: 'CN', calendarYear: NEW_YEAR_2027 },
      commandId: 'c-2027',
      actor: SYSTEM_ACTOR,
    });
    const { calendar } = await reference.current();
    expect(calendar.version).toBe('CN@2027-1');
    expect(Object.keys(calendar.years)).toHaveLength(cnCalendarYears.length + 1);
  });
});
