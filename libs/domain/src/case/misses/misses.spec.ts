import { describe, expect, it } from '@jest/globals';
import { actors, lead, type Story } from '../case-story.fixture.ts';
import { assigned, rectifying, submitted } from '../handling.fixture.ts';
import { standingMisses } from './misses.ts';

/** Due on 7 April 2026, the co-opinion by 5 February, the plan filed in time. */
const running = rectifying();
const asked = running.at('2026-03-30').does('RequestExtension', {
  itemId: 'i1',
  requestedDue: '2026-05-06',
  reason: 'approval pending',
});
const granting = { itemId: 'i1', grant: true, reason: 'understood' } as const;
const successor = { ...lead, id: 'a-2', organ: 'transport-bureau' } as const;

const day = (story: Story, on: string): Story =>
  story
    .at(on)
    .by(actors.office)
    .does('LinkCase', { kind: 'repeats', target: `case-${on}` });

/** Which date of which kind was missed, by whom, as the case stands on a day. */
const missesOn = (story: Story, on: string): readonly string[] =>
  standingMisses(day(story, on).item('i1').misses).map(({ which, dueDate, organs }) =>
    `${which} ${dueDate} ${organs.join()}`.trim(),
  );

const BOTH = ['item-due 2026-04-07', 'due 2026-04-07 housing-bureau'];
const dueDates = (story: Story, on: string): readonly string[] =>
  missesOn(story, on).filter((miss) => !miss.startsWith('co-opinion'));

describe('a date that passes without what is owed', () => {
  it('is a miss from the day after it on, and not before', () => {
    expect(dueDates(running, '2026-04-07')).toEqual([]);
    expect(dueDates(running, '2026-04-08')).toEqual(BOTH);
  });

  it('is the same miss whether or not the clock was there to note it', () => {
    const clock = { id: 'system:clock', role: 'system', organ: 'duban' };
    const noted = running.at('2026-04-08').by(clock).does('NoteDeadlines', {});
    expect(day(noted, '2026-06-01').item('i1').misses).toEqual(day(running, '2026-06-01').item('i1').misses);
  });

  it('is none where what was owed came on its last day', () => {
    expect(dueDates(submitted(), '2026-06-01')).toEqual([]);
    expect(missesOn(assigned().at('2026-01-06'), '2026-06-01')).toEqual([
      'item-due 2026-04-07',
      'due 2026-04-07 housing-bureau',
      'plan 2026-02-04 housing-bureau',
      'co-opinion 2026-02-05 market-regulator',
    ]);
  });

  it('stays when the result comes late, with the day on which it ended', () => {
    const result = submitted().at('2026-03-16');
    expect(dueDates(result, '2026-06-01')).toEqual([]);
    const suspended = running.at('2026-04-20').by(actors.council).does('Suspend', {
      itemId: 'i1',
      ground: 'law-change',
      reviewDate: '2026-06-01',
    });
    expect(
      day(suspended, '2026-05-20')
        .item('i1')
        .misses.find(({ which }) => which === 'due'),
    ).toMatchObject({
      dueDate: '2026-04-07',
      until: '2026-04-20',
    });
  });
});

describe('what comes afterwards takes no miss away', () => {
  const late = running.at('2026-04-20').by(actors.council);

  it('not a suspension, nor the date to which it moves', () => {
    const resumed = late
      .does('Suspend', { itemId: 'i1', ground: 'law-change', reviewDate: '2026-06-01' })
      .at('2026-05-20')
      .does('Resume', { itemId: 'i1' });
    expect(dueDates(resumed, '2026-12-01')).toEqual(BOTH);
  });

  it('not a reassignment: the date stays with the organ that had it, the next one starts with its full period', () => {
    const moved = late.by(actors.office).does('Reassign', {
      itemId: 'i1',
      endedAssignmentId: 'a-lead',
      assignment: successor,
      clockRule: 'restart',
      reason: 'competence moved',
    });
    expect(dueDates(moved, '2026-04-21')).toEqual(BOTH);
    expect(moved.item('i1').cycle).toMatchObject({
      itemDue: { date: '2026-04-07' },
      due: { date: '2026-07-20' },
    });
    expect(dueDates(moved, '2026-07-21')).toEqual([...BOTH, 'due 2026-07-20 transport-bureau']);
  });

  it('not a return for rework, whose own date can be missed as well', () => {
    const returned = submitted()
      .at('2026-04-20')
      .does('ReturnResult', {
        reportNo: 'R1',
        itemIds: ['i1'],
        defects: ['no photos'],
        newDueDate: '2026-05-20',
      });
    expect(dueDates(returned, '2026-05-20')).toEqual([]);
    expect(dueDates(returned, '2026-05-21')).toEqual(['due 2026-05-20 housing-bureau']);
  });
});

describe('an extension that is asked for in time', () => {
  it('holds the date until it is decided on', () => {
    expect(dueDates(asked, '2026-04-20')).toEqual([]);
    expect(day(asked, '2026-04-20').item('i1').heldDates).toMatchObject([
      { which: 'item-due', dueDate: '2026-04-07' },
      { which: 'due', dueDate: '2026-04-07' },
    ]);
  });

  it('puts the granted date in its place, by both clocks, however long the decision took', () => {
    const granted = asked.at('2026-04-20').by(actors.council).does('DecideExtension', granting);
    expect(dueDates(granted, '2026-05-06')).toEqual([]);
    expect(dueDates(granted, '2026-05-07')).toEqual(['item-due 2026-05-06', 'due 2026-05-06 housing-bureau']);
  });

  it('leaves the date missed where it is refused, and says how long the decider took', () => {
    const refused = asked
      .at('2026-04-20')
      .by(actors.council)
      .does('DecideExtension', { itemId: 'i1', grant: false, reason: 'no ground' });
    expect(dueDates(refused, '2026-04-21')).toEqual(BOTH);
    expect(refused.item('i1')).toMatchObject({ heldDates: [] });
    expect(refused.item('i1').misses.find(({ which }) => which === 'due')).toMatchObject({
      waitedUntil: '2026-04-20',
    });
  });

  it('is granted to a day that has not passed when the decision is taken', () => {
    const late = asked.at('2026-05-07').by(actors.council);
    expect(late.decides('DecideExtension', granting)).toEqual({
      rejected: 'extension.date-passed',
      details: { newDue: '2026-05-06', decidedOn: '2026-05-07' },
    });
    expect(late.decides('DecideExtension', { ...granting, newDue: '2026-05-08' })).toHaveLength(1);
  });

  it('holds nothing for the organ that has the item next', () => {
    const moved = asked.at('2026-04-01').by(actors.office).does('Reassign', {
      itemId: 'i1',
      endedAssignmentId: 'a-lead',
      assignment: successor,
      clockRule: 'restart',
      reason: 'competence moved',
    });
    expect(dueDates(moved, '2026-07-02')).toContain('due 2026-07-01 transport-bureau');
    expect(dueDates(moved, '2026-07-02')).toContain('item-due 2026-04-07');
  });
});

it('an item that a register brought in misses nothing, until it is assigned here', () => {
  const imported = assigned()
    .inBatch('b1')
    .by(actors.office)
    .does('ImportItem', {
      opening: { ...assigned().opened().opened, linkedFrom: null },
      item: {
        ...{
          itemId: 'i7',
          batchId: 'b1',
          title: 'Lamps',
          text: 'out',
          organ: 'housing-bureau',
          category: null,
        },
        register: { name: 'register', fileDigest: 'sha256:f', row: 2, number: 'i7' },
        proposers: [],
        ...{ madeOn: '2024-03-01', closedOn: null, dueOn: '2026-02-10', registerStatus: null },
        ...{ stage: 'RECTIFYING', disposition: null, reply: null, otherFacts: {}, warnings: [] },
      },
    });
  expect(day(imported, '2026-06-01').item('i7').misses).toEqual([]);
  const given = day(imported, '2026-06-01').does('Assign', {
    itemId: 'i7',
    assignments: [{ ...lead, id: 'i7-lead' }],
    addressee: 'city-government',
    rectificationType: 'phased',
    fixedDueDate: '2026-06-10',
  });
  expect(
    day(given, '2026-06-11')
      .item('i7')
      .misses.map(({ which, dueDate }) => `${which} ${dueDate}`),
  ).toEqual(['item-due 2026-06-10', 'due 2026-06-10']);
});
