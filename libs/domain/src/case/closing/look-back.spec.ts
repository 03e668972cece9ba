import { describe, expect, it } from '@jest/globals';
import { actors, evaluatedAgain, evaluatingItems, type Story } from '../case-story.fixture.ts';
import type { CaseCommandData } from '../case.commands.ts';
import type { Disposition } from '../case.vocabulary.ts';
import { inspection } from '../evaluation/evaluation.fixture.ts';

const closed = (disposition: Disposition = 'resolved', verdict: 'verified' | 'partly' = 'verified'): Story =>
  evaluatingItems()
    .does('RecordInspection', inspection('n1', verdict))
    .does('Conclude', { itemIds: ['i1'] })
    .does('CloseItem', {
      itemId: 'i1',
      disposition,
      verifier: 'urban-committee',
      signer: 'person:d',
      publish: true,
    });

const scheduled = closed().does('ScheduleLookBack', { itemId: 'i1', dueDate: '2026-06-01' });
const passed: CaseCommandData['RecordLookBack'] = { itemId: 'i1', passed: true, findings: 'holds' };
const relapse: CaseCommandData['RecordLookBack'] = {
  itemId: 'i1',
  passed: false,
  findings: 'fees hidden again',
  severity: 'serious',
  evidence: [],
};
const due = scheduled.at('2026-06-01');
const relapsed = due.does('RecordLookBack', relapse).by(actors.council);

describe('a look-back', () => {
  it('is scheduled for the rule set’s period from the day of closing', () => {
    const story = closed().at('2026-05-01');
    const looked = story.does('ScheduleLookBack', { itemId: 'i1' });
    expect([looked.item('i1').stage, looked.item('i1').lookBackDue?.date]).toEqual([
      'LOOKBACK',
      '2026-09-28',
    ]);
    expect(looked.decides('ScheduleLookBack', { itemId: 'i1' })).toEqual([]);
  });

  it('takes another day, but none after the mandatory one', () => {
    expect(scheduled.item('i1').lookBackDue?.date).toBe('2026-06-01');
    expect(scheduled.decides('ScheduleLookBack', { itemId: 'i1', dueDate: '2026-06-01' })).toEqual([]);
    const basic = closed('basically-resolved', 'partly');
    expect(basic.decides('ScheduleLookBack', { itemId: 'i1', dueDate: '2026-09-29' })).toMatchObject({
      rejected: 'look-back.later-than-mandatory',
    });
    expect(basic.decides('ScheduleLookBack', { itemId: 'i1', dueDate: '2026-09-28' })).toHaveLength(1);
  });

  it('is scheduled for closed items only, and not anew once scheduled', () => {
    expect(evaluatingItems().decides('ScheduleLookBack', { itemId: 'i1' })).toMatchObject({
      rejected: 'item.wrong-stage',
    });
    expect(scheduled.decides('ScheduleLookBack', { itemId: 'i1', dueDate: '2026-07-01' })).toMatchObject({
      rejected: 'item.wrong-stage',
    });
    expect(scheduled.decides('ScheduleLookBack', { itemId: 'i9' })).toMatchObject({
      rejected: 'item.unknown',
    });
  });

  it('that is passed closes the item again', () => {
    const looked = due.does('RecordLookBack', passed);
    expect([looked.item('i1').stage, looked.item('i1').lookBackDue]).toEqual(['CLOSED', null]);
    expect(looked.decides('RecordLookBack', passed)).toEqual([]);
  });

  it('comes back yearly, three times, for an item that is tracked', () => {
    let story = closed('long-term-tracking');
    const dates: (string | undefined)[] = [];
    for (const on of ['2027-03-25', '2028-03-27', '2029-03-27']) {
      story = story.does('ScheduleLookBack', { itemId: 'i1' }).at(on).does('RecordLookBack', passed);
      dates.push(story.item('i1').lookBackDue?.date);
    }
    expect(dates).toEqual(['2028-03-27', '2029-03-27', undefined]);
  });

  it('is not recorded before its day, unscheduled, by a handler, or twice with other findings', () => {
    expect(scheduled.at('2026-05-31').decides('RecordLookBack', passed)).toMatchObject({
      rejected: 'look-back.not-due',
    });
    expect(closed().decides('RecordLookBack', passed)).toMatchObject({ rejected: 'look-back.not-scheduled' });
    expect(due.by(actors.market).decides('RecordLookBack', passed)).toMatchObject({
      rejected: 'evaluation.by-handler',
    });
    expect(due.decides('RecordLookBack', { ...passed, itemId: 'i9' })).toMatchObject({
      rejected: 'item.unknown',
    });
    expect(relapsed.decides('RecordLookBack', passed)).toMatchObject({ rejected: 'look-back.not-scheduled' });
  });
});

describe('a relapse', () => {
  const reopening: CaseCommandData['Reopen'] = { itemId: 'i1', reason: 'fees hidden again' };

  it('is found, and waits for the Council', () => {
    expect([relapsed.item('i1').stage, relapsed.item('i1').relapseFound]).toEqual(['LOOKBACK', true]);
    expect(relapsed.decides('RecordLookBack', relapse)).toEqual([]);
  });

  it('reopens the item in its next cycle, with the same organs and its own date', () => {
    const { stage, cycle, pastCycles, disposition } = relapsed.does('Reopen', reopening).item('i1');
    expect([stage, cycle?.n, cycle?.cause, cycle?.due?.date, disposition]).toEqual([
      'RECTIFYING',
      2,
      'relapse',
      '2026-09-01',
      null,
    ]);
    expect(cycle?.assignments.map(({ id, organ }) => [id, organ])).toEqual([
      ['i1-lead~2', 'housing-bureau'],
      ['i1-co~2', 'market-regulator'],
    ]);
    expect(pastCycles[0]?.closing?.data.closedOn).toBe('2026-03-25');
  });

  it('brings its closed case back', () => {
    const case2 = relapsed.told({ type: 'CaseClosed', data: { closedOn: '2026-06-01', dispositions: [] } });
    expect(case2.opened().status).toBe('closed');
    const reopened = case2.does('Reopen', reopening);
    expect([reopened.opened().status, reopened.opened().closedOn]).toEqual(['open', null]);
  });

  it('reopens once, and not before a relapse is found', () => {
    const reopened = relapsed.does('Reopen', reopening);
    expect(reopened.decides('Reopen', reopening)).toEqual([]);
    expect(scheduled.decides('Reopen', reopening)).toMatchObject({ rejected: 'reopen.no-relapse' });
    expect(closed().decides('Reopen', reopening)).toMatchObject({ rejected: 'reopen.no-relapse' });
    expect(evaluatingItems().decides('Reopen', reopening)).toMatchObject({ rejected: 'item.wrong-stage' });
    expect(closed().decides('Reopen', { ...reopening, itemId: 'i9' })).toMatchObject({
      rejected: 'item.unknown',
    });
  });

  it('takes a date of the Council’s own, but no past one', () => {
    const fixed = relapsed.does('Reopen', { ...reopening, fixedDueDate: '2026-07-31' });
    expect(fixed.item('i1').cycle?.due?.date).toBe('2026-07-31');
    expect(fixed.decides('Reopen', { ...reopening, fixedDueDate: '2026-08-31' })).toMatchObject({
      rejected: 'item.wrong-stage',
    });
    expect(relapsed.decides('Reopen', { ...reopening, fixedDueDate: '2026-05-31' })).toMatchObject({
      rejected: 'reopen.due-in-past',
    });
  });

  it('gives the third cycle names of its own, not of the second', () => {
    const again = evaluatedAgain(relapsed.does('Reopen', reopening).by(actors.committee), 'R2')
      .does('RecordInspection', inspection('n2', 'verified'))
      .does('Conclude', { itemIds: ['i1'] })
      .does('CloseItem', {
        itemId: 'i1',
        disposition: 'resolved',
        verifier: 'urban-committee',
        signer: 's',
        publish: true,
      })
      .does('ScheduleLookBack', { itemId: 'i1', dueDate: '2026-06-02' })
      .at('2026-06-02')
      .does('RecordLookBack', relapse)
      .does('Reopen', reopening);
    expect(again.item('i1').cycle?.assignments.map(({ id }) => id)).toEqual(['i1-lead~3', 'i1-co~3']);
  });
});
