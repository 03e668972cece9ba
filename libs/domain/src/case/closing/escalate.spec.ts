import { describe, expect, it } from '@jest/globals';
import { actors, evaluatedAgain, evaluatingItems, receivedItems } from '../case-story.fixture.ts';
import type { CaseCommandData } from '../case.commands.ts';
import { vote } from '../evaluation/evaluation.fixture.ts';

const story = receivedItems();
const chase: CaseCommandData['Escalate'] = { itemId: 'i1', level: 'chase-slip', reason: 'one day late' };
const decision: CaseCommandData['DecideEscalation'] = {
  itemId: 'i1',
  escalationId: 'i1-escalation-1',
  measure: 'special-inquiry',
  decidingBody: 'chairpersons-council',
  meetingNo: 'CC-7',
};

describe('an escalation', () => {
  const raised = story.does('Escalate', chase);

  it('is raised once for one level and reason, and numbered', () => {
    expect(story.decides('Escalate', chase)).toEqual([
      { type: 'EscalationRaised', data: { ...chase, escalationId: 'i1-escalation-1' } },
    ]);
    expect(raised.decides('Escalate', chase)).toEqual([]);
    expect(raised.decides('Escalate', { ...chase, level: 'vice-chair' })).toMatchObject([
      { data: { escalationId: 'i1-escalation-2' } },
    ]);
  });

  it('concerns open items that are there', () => {
    expect(story.decides('Escalate', { ...chase, itemId: 'i9' })).toMatchObject({ rejected: 'item.unknown' });
    const withdrawn = story.does('Withdraw', { itemId: 'i1', reason: 'moot', consentDocs: [] });
    expect(withdrawn.decides('Escalate', chase)).toMatchObject({ rejected: 'item.wrong-stage' });
  });

  it('is decided once', () => {
    const decided = raised.by(actors.council).does('DecideEscalation', decision);
    expect(decided.item('i1').escalations[0]?.decision).toEqual(decision);
    expect(decided.decides('DecideEscalation', decision)).toEqual([]);
    expect(decided.decides('DecideEscalation', { ...decision, measure: 'party-report' })).toMatchObject({
      rejected: 'escalation.decided',
    });
  });

  it('is decided only where it was raised', () => {
    expect(story.decides('DecideEscalation', decision)).toMatchObject({ rejected: 'escalation.unknown' });
    expect(story.decides('DecideEscalation', { ...decision, itemId: 'i9' })).toMatchObject({
      rejected: 'item.unknown',
    });
  });
});

describe('after a second "dissatisfied"', () => {
  const conclude = { itemIds: ['i1'] };
  const once = evaluatingItems()
    .does('RecordVote', vote('v1', [9, 9, 30]))
    .does('Conclude', conclude);
  const twice = evaluatedAgain(once, 'R2')
    .does('RecordVote', vote('v2', [9, 9, 30]))
    .does('Conclude', conclude);
  const raised = twice.does('Escalate', {
    itemId: 'i1',
    level: 'chairpersons-council',
    reason: 'failed twice',
  });

  it('the Council chooses among the measures of the rule set', () => {
    expect(raised.decides('DecideEscalation', decision)).toHaveLength(1);
    expect(raised.decides('DecideEscalation', { ...decision, measure: 'wait-and-see' })).toMatchObject({
      rejected: 'escalation.measure-not-listed',
    });
  });

  it('nobody chooses in the Council’s place', () => {
    expect(
      raised.decides('DecideEscalation', { ...decision, decidingBody: 'supervision-office' }),
    ).toMatchObject({
      rejected: 'escalation.body-not-competent',
    });
  });

  it('a chase slip is still no more than that', () => {
    const slip = twice.does('Escalate', chase);
    expect(slip.decides('DecideEscalation', { ...decision, measure: 'phone call' })).toHaveLength(1);
  });

  it('a first one leaves nothing to choose', () => {
    const asked = once.does('Escalate', { itemId: 'i1', level: 'chairpersons-council', reason: 'failed' });
    expect(asked.decides('DecideEscalation', { ...decision, measure: 'hearing' })).toHaveLength(1);
  });
});
