import { describe, expect, it } from '@jest/globals';
import type { Actor } from '@duban/kernel';
import { fixedDueDate } from '../calendar/due-date.ts';
import { cnCalendar } from '../calendar/cn/cn-calendar.ts';
import type { NewAssignment } from './assignment/new-assignment.ts';
import type { CaseCommandData } from './case.commands.ts';
import { actors, receivedItems, type Story } from './case-story.fixture.ts';
import { evidence } from './handling.fixture.ts';
import { answer, reply } from './suggestion/suggestion.fixture.ts';

const market: Actor = { ...actors.market, role: 'organ-lead' };
const separate = (organ: string): NewAssignment => ({
  ...{ id: `a-${organ}`, organ, role: 'separate', scopeText: 'own part' },
});
const assignment = { assignments: [separate('housing-bureau'), separate('market-regulator')] };

const rectifying = (): Story =>
  receivedItems({ assignment }).told({
    type: 'ItemReopened',
    data: {
      ...{ itemId: 'i1', reason: 'told for the spec' },
      next: { cycle: 2, cause: 'relapse', due: fixedDueDate({ date: '2026-06-01', calendar: cnCalendar }) },
    },
  });

const reports = (story: Story, by: Actor, more: Partial<CaseCommandData['ReportProgress']> = {}): Story =>
  story.by(by).does('ReportProgress', {
    ...{ itemId: 'i1', assignmentId: `a-${by.organ}~2`, periodEnd: '2026-01-31', percent: 100 },
    ...{ milestoneStates: [], blockers: '', evidence, ...more },
  });

const draft = { documentHash: 'sha256:11', itemIds: ['i1'] };
const drafts = (story: Story) => story.by(actors.government).decides('SubmitDraftResult', draft);
const silent = (...organs: readonly string[]) => ({
  rejected: 'result.leads-silent',
  details: { itemId: 'i1', organs },
});

describe('one result for several organs that handle it separately', () => {
  it('is drafted when each has reported its part done, or what stands in its way', () => {
    const first = reports(rectifying(), actors.housing);
    expect(drafts(rectifying())).toEqual(silent('housing-bureau', 'market-regulator'));
    expect(drafts(first)).toEqual(silent('market-regulator'));
    expect(drafts(reports(first, market))).toHaveLength(1);
    expect(drafts(reports(first, market, { percent: 40 }))).toEqual(silent('market-regulator'));
    expect(drafts(reports(first, market, { percent: 40, blockers: 'no land' }))).toHaveLength(1);
    const taken = reports(reports(first, market), market, { percent: 60 });
    expect(drafts(taken)).toEqual(silent('market-regulator'));
  });

  it('is not accepted either where it was drafted before that was asked', () => {
    const story = rectifying().told(
      { type: 'DraftResultSubmitted', data: { draftVersion: 1, ...draft, missingCoOpinions: [] } },
      {
        type: 'ResultSubmitted',
        data: {
          ...{ reportNo: 'R1', draftVersion: 1, signer: 'person:mayor', departureReason: null },
          ...{
            claims: [{ itemId: 'i1', claimedDisposition: 'resolved', evidence }],
            submittedOn: '2026-03-20',
          },
        },
      },
    );
    const accepting = { reportNo: 'R1', itemIds: ['i1'] };
    expect(story.by(actors.committee).decides('AcceptForEvaluation', accepting)).toEqual(
      silent('housing-bureau', 'market-regulator'),
    );
    const returned = story.by(actors.committee).does('ReturnResult', { ...accepting, defects: ['one part'] });
    expect(drafts(reports(reports(returned, actors.housing), market))).toHaveLength(1);
  });
});

describe('a suggestion that several organs answer separately', () => {
  const asked = (): Story =>
    receivedItems({ form: 'suggestion', proposers: ['person:deputy-1'], assignment })
      .at('2026-03-10')
      .by(actors.housing)
      .does('SendReply', { ...reply, toProposers: ['person:deputy-1'] });
  const evaluated = (story: Story): Story =>
    story.by(actors.deputy).does('EvaluateReply', answer('satisfied'));
  const concludes = (story: Story) => story.by(actors.committee).decides('Conclude', { itemIds: ['i1'] });

  it('is concluded when each has replied', () => {
    const one = evaluated(asked());
    expect(concludes(one)).toEqual({
      ...{ rejected: 'conclusion.leads-silent', details: { itemId: 'i1', organs: ['market-regulator'] } },
    });
    const both = one
      .by(market)
      .does('SendReply', { ...reply, replyNo: 'RE-2', toProposers: ['person:deputy-1'] });
    expect(concludes(both)).toHaveLength(1);
  });
});
