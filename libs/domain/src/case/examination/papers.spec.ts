import { expect, it } from '@jest/globals';
import type { Paper } from '@duban/kernel';
import { attachment } from '../attachment/attachment.fixture.ts';
import { actors, evaluatingItems, receivedItems } from '../case-story.fixture.ts';
import type { CaseEvent } from '../case.events.ts';
import { vote } from '../evaluation/evaluation.fixture.ts';
import { measure } from '../handling.fixture.ts';
import { paperOf, SCAN } from '../paper/paper.fixture.ts';
import { examined } from './examined-case.fixture.ts';
import { paperRules } from './papers.rule.ts';

const planFiled: CaseEvent = {
  type: 'PlanFiled',
  data: { itemId: 'i1', assignmentId: 'i1-lead', planVersion: 1, measures: [measure] },
};
const before = receivedItems().by(actors.office).does('FileAttachment', SCAN);
const rules = paperRules.map(({ code, begin }) => ({ code, ...begin() }));

const found = (
  event: CaseEvent,
  paper: Paper | undefined,
  { actor = actors.office, story = before } = {},
): readonly string[] =>
  examined('case-1', [event], { actor, ...(paper === undefined ? {} : { paper }) }).flatMap((each) =>
    rules.flatMap(({ code, examine }) => examine(each, story.state).map(() => code)),
  );

it('what was entered as it may be, and what came in by no paper, is in order', () => {
  expect(found(planFiled, paperOf())).toEqual([]);
  expect(found(planFiled, undefined, { actor: actors.housing })).toEqual([]);
});

it.each<[string, Partial<Paper>, readonly string[]]>([
  ['without its file', { attachment: `sha256:${'9'.repeat(64)}` }, ['paper.attachment-missing']],
  ['received after its entry', { receivedOn: '2026-03-03' }, ['paper.received-in-future']],
  ['received before it was written', { documentDate: '2026-02-01' }, ['paper.dated-after-receipt']],
  [
    'received before the assignment',
    { documentDate: '2025-12-31', receivedOn: '2026-01-01' },
    ['paper.received-before-assignment'],
  ],
  ['for a stranger', { enteredFor: 'water-bureau' }, ['paper.not-a-party']],
  ['without a number', { incomingNo: ' ' }, ['paper.number-missing']],
])('a paper %s is found', (_what, more, codes) => {
  expect(found(planFiled, paperOf(more))).toEqual(codes);
});

it('a paper that an organ entered for itself, or that says how somebody voted, is found', () => {
  expect(found(planFiled, paperOf(), { actor: actors.housing })).toEqual(['paper.not-yours-to-enter']);
  const story = evaluatingItems().by(actors.office).does('FileAttachment', attachment(SCAN));
  const voted: CaseEvent = {
    type: 'VoteRecorded',
    data: { ...vote('v1', [40, 10, 5]), votedOn: '2026-03-02' },
  };
  expect(found(voted, paperOf(), { story })).toEqual(['paper.not-for-this-step']);
});

it('a number of another paper is found at the later one', () => {
  const story = before
    .at('2026-03-10')
    .onPaper(paperOf({ documentDate: '2026-01-06' }))
    .told(planFiled);
  expect(found(planFiled, paperOf(), { story })).toEqual(['paper.number-taken']);
});
