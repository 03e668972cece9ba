import { describe, expect, it } from '@jest/globals';
import { cqDefault1 } from '../../ruleset/cq-default.ts';
import { actors, evaluatedAgain, evaluatingItems, receivedItems, type Story } from '../case-story.fixture.ts';
import type { CaseEvent } from '../case.events.ts';
import { appraisal, inspection, survey, vote } from './evaluation.fixture.ts';

const story = evaluatingItems();
const verified = story.does('RecordInspection', inspection('n1', 'verified'));
const conclude = (at: Story, itemIds: readonly string[] = ['i1']) => at.decides('Conclude', { itemIds });
const poorWave = survey('w1', [100, 100, 100, 200, 100]);

describe('a conclusion', () => {
  it('is computed from what was recorded, and names it', () => {
    const voted = verified.does('RecordVote', vote('v1', [31, 10, 10]));
    expect(conclude(voted)).toEqual([
      {
        type: 'EvaluationConcluded',
        data: {
          itemId: 'i1',
          cycle: 1,
          round: null,
          outcome: 'satisfied',
          ruleId: 'vote-majority-of-all-members',
          inputs: ['e9', 'e8'],
          sparedByVerification: false,
          failures: 0,
          next: null,
        },
      },
    ]);
  });

  it('decides nothing a second time, and anew once more is known', () => {
    const concluded = verified.does('Conclude', { itemIds: ['i1'] });
    expect(concluded.item('i1').stage).toBe('EVALUATING');
    expect(conclude(concluded)).toEqual([]);
    expect(conclude(concluded.does('RecordVote', vote('v1', [20, 20, 10])))).toMatchObject([
      { data: { outcome: 'basic' } },
    ]);
  });

  it('may rest on the working body’s verification alone', () => {
    expect(conclude(verified)).toMatchObject([{ data: { outcome: 'satisfied', ruleId: 'verification' } }]);
  });

  it('waits for every instrument that is required', () => {
    expect(conclude(story)).toMatchObject({ rejected: 'conclusion.instrument-missing' });
    expect(conclude(story.does('RecordVote', vote('v1', [40, 5, 5])))).toMatchObject({
      rejected: 'conclusion.instrument-missing',
    });
    const asked = evaluatingItems({ assignment: { instruments: ['survey', 'verification'] } });
    expect(conclude(asked.does('RecordInspection', inspection('n1', 'verified')))).toMatchObject({
      rejected: 'conclusion.instrument-missing',
      details: { missing: ['survey'] },
    });
  });

  it('does not take an indicative survey for an answer', () => {
    const few = evaluatingItems({ assignment: { instruments: ['survey'] } }).does(
      'RecordSurveyWave',
      survey('w1', [200, 100, 80, 2, 2]),
    );
    expect(conclude(few)).toMatchObject({ rejected: 'conclusion.instrument-missing' });
  });

  it('counts against the denominator of the pinned rule set', () => {
    const voted = verified.does('RecordVote', vote('v1', [22, 7, 26, 1]));
    const byPresent = { ...cqDefault1, vote: { ...cqDefault1.vote, denominator: 'present' as const } };
    expect(conclude(voted.under(byPresent))).toMatchObject([{ data: { outcome: 'basic' } }]);
  });

  it('goes by an appraisal where there is no vote', () => {
    const appraised = verified.does('RecordAppraisal', appraisal('basic'));
    expect(conclude(appraised)).toMatchObject([{ data: { outcome: 'basic', ruleId: 'appraisal' } }]);
  });

  it('is refused to handlers, at other stages, for unknown items and for none', () => {
    expect(conclude(verified.by(actors.housing))).toMatchObject({ rejected: 'evaluation.by-handler' });
    expect(conclude(receivedItems())).toMatchObject({ rejected: 'item.wrong-stage' });
    expect(conclude(verified, ['i9'])).toMatchObject({ rejected: 'item.unknown' });
    expect(conclude(verified, [])).toMatchObject({ rejected: 'record.items-wrong' });
    expect(conclude(verified, ['i1', 'i1'])).toMatchObject({ rejected: 'record.items-wrong' });
  });

  it('is refused under a rule set that nobody published', () => {
    const lost = evaluatingItems({ assignment: { ruleSet: 'lost@1' } });
    expect(conclude(lost)).toMatchObject({ rejected: 'ruleset.unknown' });
  });
});

describe('a dissatisfied conclusion', () => {
  const failed = story.does('RecordVote', vote('v1', [10, 10, 30])).does('Conclude', { itemIds: ['i1'] });

  it('opens the next cycle with the same organs and a date of its own', () => {
    const { stage, failures, cycle, pastCycles } = failed.item('i1');
    expect({ stage, failures, n: cycle?.n, due: cycle?.due?.date }).toEqual({
      stage: 'RECTIFYING',
      failures: 1,
      n: 2,
      due: '2026-06-25',
    });
    expect(cycle?.assignments.map(({ id, organ, role }) => [id, organ, role])).toEqual([
      ['i1-lead~2', 'housing-bureau', 'lead'],
      ['i1-co~2', 'market-regulator', 'co'],
    ]);
    expect(pastCycles.map(({ n, conclusions }) => [n, conclusions.length])).toEqual([[1, 1]]);
  });

  it('needs no instrument besides the vote that failed', () => {
    expect(failed.item('i1').pastCycles[0]?.conclusions[0]?.data.inputs).toHaveLength(1);
  });

  it('leaves the finished cycle as it was and its records behind', () => {
    const again = evaluatedAgain(failed, 'R2').does('RecordInspection', inspection('n2', 'verified'));
    expect(again.item('i1').pastCycles).toEqual(failed.item('i1').pastCycles);
    expect(conclude(again)).toMatchObject([{ data: { cycle: 2, outcome: 'satisfied' } }]);
  });

  it('is not said twice', () => {
    expect(conclude(failed)).toEqual([]);
  });

  it('takes along every item the vote covered, but what the working body verified', () => {
    const items = ['i1', 'i2', 'i3'];
    const voted = evaluatingItems({ items })
      .does('RecordInspection', inspection('n1', 'verified', ['i2']))
      .does('RecordVote', vote('v1', [10, 10, 30], items));
    const concluded = voted.does('Conclude', { itemIds: ['i1'] });
    expect(items.map((itemId) => concluded.item(itemId).stage)).toEqual([
      'RECTIFYING',
      'EVALUATING',
      'RECTIFYING',
    ]);
    expect(conclude(concluded, ['i2'])).toMatchObject([
      { data: { outcome: 'satisfied', sparedByVerification: true, failures: 0, next: null } },
    ]);
  });

  it('is counted once, and every later conclusion says how often the item failed', () => {
    const good = evaluatedAgain(failed, 'R2')
      .does('RecordInspection', inspection('n2', 'verified'))
      .does('RecordVote', vote('v2', [40, 5, 5]))
      .does('Conclude', { itemIds: ['i1'] });
    expect(good.item('i1').cycle?.conclusions.map(({ data }) => data.failures)).toEqual([1]);
    expect(good.item('i1').failures).toBe(1);
    expect(conclude(good)).toEqual([]);
  });

  it('counts for itself where a log says nothing of failures', () => {
    const decided = story
      .does('RecordVote', vote('v1', [10, 10, 30]))
      .decides('Conclude', { itemIds: ['i1'] });
    if ('rejected' in decided) throw new Error(decided.rejected);
    const old = decided.map((event) => ({ ...event, data: { ...event.data, failures: 0 } }) as CaseEvent);
    expect(story.told(...old).item('i1').failures).toBe(1);
  });

  it.each([
    ['withdrawn', (s: Story) => s.decides('Withdraw', { itemId: 'i1', reason: 'gone', consentDocs: [] })],
    ['merged', (s: Story) => s.decides('MergeInto', { itemId: 'i1', intoItemId: 'i2' })],
    [
      'moved to another organ',
      (s: Story) =>
        s.by(actors.office).decides('Reassign', {
          ...{ itemId: 'i1', endedAssignmentId: 'i1-lead', clockRule: 'restart', reason: 'moved' },
          assignment: { id: 'a-2', organ: 'water-bureau', role: 'lead', scopeText: 'all' },
        }),
    ],
    ['spared by a later visit', (s: Story) => s.decides('RecordInspection', inspection('n9', 'verified'))],
  ] as const)('is stated before the item is %s', (_what, escapes) => {
    const two = evaluatingItems({ items: ['i1', 'i2'] });
    expect(escapes(two)).toMatchObject([{ data: expect.anything() }]);
    const voted = two.does('RecordVote', vote('v1', [10, 10, 30]));
    expect(escapes(voted)).toMatchObject({ rejected: 'evaluation.failure-pending' });
  });

  it('lets the item be withdrawn once it is stated', () => {
    expect(failed.decides('Withdraw', { itemId: 'i1', reason: 'gone', consentDocs: [] })).toHaveLength(1);
  });

  it('puts a second failure before the Chairpersons’ Council before anything else is concluded', () => {
    const twice = evaluatedAgain(failed, 'R2')
      .does('RecordVote', vote('v2', [11, 9, 30]))
      .does('Conclude', { itemIds: ['i1'] });
    expect(twice.item('i1').failures).toBe(2);
    const third = evaluatedAgain(twice, 'R3').does('RecordInspection', inspection('n3', 'verified'));
    expect(conclude(third)).toMatchObject({ rejected: 'escalation.undecided' });
  });
});

describe('a poor survey or a failed inspection', () => {
  const blocked = evaluatingItems({ assignment: { instruments: ['vote', 'survey'] } })
    .does('RecordVote', vote('v1', [40, 5, 5]))
    .does('RecordSurveyWave', poorWave);
  const decided = (measure: string) =>
    blocked
      .does('Escalate', { itemId: 'i1', level: 'chairpersons-council', reason: 'survey at 50 %' })
      .does('DecideEscalation', {
        itemId: 'i1',
        escalationId: 'i1-escalation-1',
        measure,
        decidingBody: 'chairpersons-council',
        meetingNo: 'CC-3',
      });

  it('blocks a good vote', () => {
    expect(conclude(blocked)).toMatchObject({ rejected: 'conclusion.blocked', details: { by: ['survey'] } });
    const visited = evaluatingItems({ assignment: { instruments: ['vote'] } })
      .does('RecordVote', vote('v1', [40, 5, 5]))
      .does('RecordInspection', inspection('n1', 'not-done'));
    expect(conclude(visited)).toMatchObject({ rejected: 'conclusion.blocked' });
    expect(conclude(visited.does('RecordInspection', inspection('n2', 'verified')))).toHaveLength(1);
  });

  it('is overruled or upheld by the Council', () => {
    expect(conclude(decided('accept-nevertheless'))).toMatchObject([{ data: { outcome: 'satisfied' } }]);
    expect(conclude(decided('handle-again'))).toMatchObject([
      { data: { outcome: 'dissatisfied', failures: 1 } },
    ]);
    expect(conclude(decided('party-report'))).toMatchObject({ rejected: 'conclusion.blocked' });
  });

  it('says no more than basic where nothing else speaks for the item', () => {
    const alone = evaluatingItems({ assignment: { instruments: ['survey'] } })
      .does('RecordSurveyWave', poorWave)
      .does('Escalate', { itemId: 'i1', level: 'chairpersons-council', reason: 'survey at 50 %' });
    expect(conclude(alone)).toMatchObject({ rejected: 'conclusion.blocked' });
    const accepted = alone.does('DecideEscalation', {
      itemId: 'i1',
      escalationId: 'i1-escalation-1',
      measure: 'accept-nevertheless',
      decidingBody: 'chairpersons-council',
      meetingNo: 'CC-3',
    });
    expect(conclude(accepted)).toMatchObject([
      { data: { outcome: 'basic', ruleId: 'chairpersons-council' } },
    ]);
  });
});
