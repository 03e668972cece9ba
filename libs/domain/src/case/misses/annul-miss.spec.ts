import { describe, expect, it } from '@jest/globals';
import { cnCalendar } from '../../calendar/cn/cn-calendar.ts';
import { contextOn } from '@duban/testing';
import { cqDefault1 } from '../../ruleset/cq-default.ts';
import { actors, type Story } from '../case-story.fixture.ts';
import { knownOrgans } from '../known-organs.fixture.ts';
import { rectifying } from '../handling.fixture.ts';
import { annulMiss, type Annulment } from './annul-miss.step.ts';

const digest = `sha256:${'5'.repeat(64)}`;

const slip: Annulment = {
  itemId: 'i1',
  cycle: 1,
  which: 'due',
  assignmentId: null,
  dueDate: '2026-04-07',
  ground: 'slip',
  documentNo: 'SC 2026 No. 9',
  digest,
  lawfulDate: '2026-07-04',
  reason: 'the resolution says July',
};

/** Due on 7 April 2026 and nothing handed in. */
const late = rectifying().at('2026-04-20').by(actors.office);
const decides = (story: Story, more: Partial<Annulment> = {}) =>
  story.decides('AnnulMiss', { ...slip, ...more });

describe('a miss is annulled', () => {
  it('where the date was a slip, shown by a paper of the case; the lawful date takes its place', () => {
    const annulled = late.does('AnnulMiss', slip);
    expect(annulled.item('i1').misses.find(({ which }) => which === 'due')).toMatchObject({
      dueDate: '2026-04-07',
      annulled: { data: { ground: 'slip', documentNo: 'SC 2026 No. 9', decidedBy: 'supervision-office' } },
    });
    expect(annulled.item('i1').cycle?.due).toMatchObject({ date: '2026-07-04', period: null });
    expect(annulled.decides('AnnulMiss', slip)).toEqual([]);
    expect(decides(annulled, { lawfulDate: '2026-07-05' })).toMatchObject({ rejected: 'miss.annulled' });
  });

  it('leaves the other clock as it was', () => {
    const annulled = late.does('AnnulMiss', slip);
    expect(annulled.item('i1').cycle?.itemDue?.date).toBe('2026-04-07');
    expect(annulled.item('i1').misses.map(({ which, annulled: by }) => [which, by === null])).toContainEqual([
      'item-due',
      true,
    ]);
  });

  it('keeps the lawful date as one that can be missed', () => {
    const again = late
      .does('AnnulMiss', slip)
      .at('2026-07-06')
      .does('LinkCase', { kind: 'repeats', target: 'c2' });
    expect(again.item('i1').misses.map(({ which, dueDate }) => `${which} ${dueDate}`)).toContain(
      'due 2026-07-04',
    );
  });

  it('by no organ under supervision', () => {
    for (const actor of [actors.housing, actors.government])
      expect(decides(late.by(actor))).toMatchObject({ rejected: 'actor.not-competent' });
    expect(decides(late.by(actors.council))).toHaveLength(1);
  });
});

describe('a miss stays', () => {
  it.each([
    ['that never was', { dueDate: '2026-04-06' }, 'miss.unknown'],
    ['of a round that never was', { cycle: 2 }, 'miss.unknown'],
    ['without the paper', { digest: null }, 'miss.ground-unproven'],
    ['without a number', { documentNo: ' ' }, 'miss.ground-unproven'],
    ['where the lawful date is no later one', { lawfulDate: '2026-04-07' }, 'miss.date-stands'],
    ['where that date has passed as well', { lawfulDate: '2026-04-19' }, 'miss.late-in-any-case'],
    ['where the calendar was never in doubt', { ground: 'provisional-calendar' }, 'miss.not-provisional'],
  ] as const)('one %s', (_what, more, rejected) => {
    expect(decides(late, more)).toMatchObject({ rejected });
  });

  it('one of a date that has not passed yet', () => {
    expect(decides(late.at('2026-04-07'))).toMatchObject({ rejected: 'miss.unknown' });
    expect(decides(late.at('2026-04-08'))).toHaveLength(1);
  });

  it('one of a date fixed in a resolution, but for the Standing Committee', () => {
    const fixed = rectifying({ fixedDueDate: '2026-04-07' }, 'resolution').at('2026-04-20').by(actors.office);
    expect(decides(fixed)).toMatchObject({ rejected: 'extension.standing-committee-only' });
    expect(decides(fixed.by({ ...actors.council, role: 'standing-committee' }))).toHaveLength(1);
  });
});

describe('a date that was counted through a year not yet published', () => {
  const restDays = { '2027-03-15': 'assumed holiday', '2027-03-16': 'assumed holiday' };
  const published = {
    ...cnCalendar,
    version: 'CN@2027-1',
    years: {
      ...cnCalendar.years,
      2027: { year: 2027, restDays, workDays: {}, notice: 'State Council 2027' },
    },
  };
  /** Assigned for three months on 15 December 2026, so provisionally due on 15 March 2027. */
  const provisional = rectifying({ fixedDueDate: '2026-12-10' })
    .at('2026-12-15')
    .by(actors.office)
    .does('Reassign', {
      itemId: 'i1',
      endedAssignmentId: 'a-lead',
      assignment: { id: 'a-2', organ: 'transport-bureau', role: 'lead', scopeText: 'all' },
      clockRule: 'restart',
      reason: 'competence moved',
    });
  const dueDate = '2027-03-15';
  const annulment: Annulment = {
    ...slip,
    ...{ dueDate, ground: 'provisional-calendar', digest: null, lawfulDate: '2027-03-17' },
  };
  const deciding = (on: string, calendar: typeof cnCalendar, more: Partial<Annulment> = {}) =>
    annulMiss.decide(
      { ...annulment, ...more },
      provisional.opened(),
      {
        ...{ ...contextOn(on, actors.office), calendar, organs: knownOrgans },
        ...{ currentRuleSet: 'cq-default@1', ruleSets: { 'cq-default@1': cqDefault1 } },
      },
      () => undefined,
    );

  it('is no miss where the published year makes it a later one', () => {
    expect(provisional.item('i1').cycle?.due).toMatchObject({ date: dueDate, provisional: true });
    expect(deciding('2027-03-16', published)).toMatchObject([
      { data: { ground: 'provisional-calendar', lawfulDue: { date: '2027-03-17' } } },
    ]);
  });

  it('stays a miss while the year is not published, or makes it another date', () => {
    expect(deciding('2027-03-16', cnCalendar)).toMatchObject({ rejected: 'miss.date-stands' });
    expect(deciding('2027-03-16', published, { lawfulDate: '2027-03-18' })).toMatchObject({
      rejected: 'miss.date-stands',
    });
    expect(deciding('2027-03-18', published)).toMatchObject({ rejected: 'miss.late-in-any-case' });
  });
});
