import { expect, it } from '@jest/globals';
import type { Message } from '@duban/kernel';
import { mandateOf } from '../../authority/authority.fixture.ts';
import { cqDefault1 } from '../../ruleset/cq-default.ts';
import { actors } from '../case-story.fixture.ts';
import type { CaseEvent } from '../case.events.ts';
import { authorRules } from './authors.rule.ts';
import { bodyRules } from './bodies.rule.ts';
import { beginExamination } from './examine.ts';
import type { ExaminedCaseEvent, ExaminedOtherEvent } from './examination-rule.ts';
import { examined, openedEvent } from './examined-case.fixture.ts';

const suspended: CaseEvent = {
  type: 'ItemSuspended',
  data: { itemId: 'i1', ground: 'law-change', reviewDate: '2026-05-06', suspendedOn: '2026-03-02' },
};

/** An entry of a register, recorded on this day. */
const entry = (stream: string, revision: number, on: string, event: Message): ExaminedOtherEvent => ({
  ...event,
  ...{ stream, revision, id: `${stream}-${revision}`, actor: actors.office, decidedOn: on },
  ...{ occurredAt: `${on}T08:00:00+08:00`, recordedAt: `${on}T00:30:00.000Z` },
  metadata: { onBehalfOf: null, basis: {} },
});

const council = entry('body-npcsc-council', 0, '2026-03-01', {
  type: 'BodyRegistered',
  data: {
    ...{ bodyId: 'npcsc-council', kind: 'chairpersons-council', since: '2023-01-20' },
    ...{ serving: 9, quota: 9, keptBy: [] },
  },
});
const published = (decisions: 'required' | 'on-paper') =>
  entry('ruleset-cq-default', 0, '2026-01-01', {
    type: 'RuleSetPublished',
    data: { rules: { ...cqDefault1, decisions }, effectiveFrom: '2026-01-01' },
  });
const { post, status: _status, first: _first, ...given } = mandateOf();
const mandate = entry('mandate-m-1', 0, '2026-02-01', { type: 'MandateGiven', data: { ...given, ...post } });
const ended = (on: string) =>
  entry('mandate-m-1', 1, on, { type: 'MandateEnded', data: { mandateId: 'm-1', lastDay: '2026-03-01' } });
const termEnd = entry('posts-register', 0, '2026-01-01', {
  type: 'TermEndSet',
  data: { lastDay: '2026-03-01', replaces: null },
});

type Metadata = Partial<ExaminedCaseEvent['metadata']>;

/** What is found of a suspension by the Council on 2 March, after these entries of the registers. */
const found = (registers: readonly ExaminedOtherEvent[], metadata: Metadata = {}, by = actors.council) => {
  const examination = beginExamination([...bodyRules, ...authorRules]);
  for (const each of registers) examination.see(each);
  const [opening, act] = examined('case-1', [openedEvent, suspended]);
  if (opening === undefined || act === undefined) throw new Error('no case');
  const whole = { onBehalfOf: null, basis: {}, ruleSet: 'cq-default@1', ...metadata };
  return examination.examineCase([opening, { ...act, actor: by, metadata: whole }]).map(({ code }) => code);
};

const decision = { body: 'npcsc-council', form: 'signature', on: '2026-03-02', documentNo: 'n' } as const;
const used = { mandate: { id: 'm-1', revision: 0 } };

it('an act of a registered body that names nothing is found, and its twins that name something are not', () => {
  expect(found([council])).toEqual(['decision.missing']);
  expect(found([council], { decision })).toEqual([]);
  expect(found([council, mandate], used)).toEqual([]);
});

it('an act for a registered body at an organ that keeps none is found as well', () => {
  const elsewhere = { ...actors.council, organ: 'other-council' };
  expect(found([council], {}, elsewhere)).toEqual(['decision.missing']);
  expect(found([council, mandate], used, elsewhere)).toEqual([]);
  expect(found([published('on-paper'), council], {}, elsewhere)).toEqual([]);
});

it('what the rule set of the day asks is what an act is held against', () => {
  expect(found([published('required')])).toEqual(['decision.missing']);
  expect(found([published('on-paper'), council])).toEqual([]);
  expect(found([])).toEqual([]);
});

it('an act before its body was registered is in order, and so is one of a post that enters for no body', () => {
  expect(found([{ ...council, recordedAt: '2026-03-03T00:00:00.000Z' }])).toEqual([]);
  expect(found([council], {}, actors.committee)).toEqual([]);
});

it('the use of a mandate after its end was recorded is found, and one before it is not', () => {
  expect(found([council, mandate, ended('2026-03-02')], used)).toEqual(['mandate.not-in-force']);
  expect(found([council, mandate, ended('2026-03-03')], used)).toEqual([]);
});

it('the use of a mandate that nobody gave, or that lapsed with the term, is found', () => {
  expect(found([council], used)).toEqual(['mandate.not-in-force']);
  expect(found([council, mandate, termEnd], used)).toEqual(['mandate.not-in-force']);
});

it('an act on behalf of a body under its mandate is in order', () => {
  expect(found([council, mandate], { ...used, onBehalfOf: 'npcsc-council' })).toEqual([]);
  expect(found([council], { decision, onBehalfOf: 'npcsc-council' })).toEqual(['mandate.none']);
});

it('what another committee than the leading one did without a decision is found once a body is registered', () => {
  const concluded: CaseEvent = {
    type: 'EvaluationConcluded',
    data: {
      ...{ itemId: 'i1', cycle: 1, round: null, outcome: 'satisfied', ruleId: 'verification' },
      ...{ inputs: [], sparedByVerification: false, failures: 0, next: null },
    },
  };
  const by = (organ: string, registers: readonly ExaminedOtherEvent[], metadata: Metadata = {}) => {
    const examination = beginExamination(bodyRules);
    registers.forEach(examination.see);
    const [opening, act] = examined('case-1', [openedEvent, concluded]);
    if (opening === undefined || act === undefined) throw new Error('no case');
    const whole = { onBehalfOf: null, basis: {}, ruleSet: 'cq-default@1', ...metadata };
    const actor = { ...actors.committee, organ };
    return examination.examineCase([opening, { ...act, actor, metadata: whole }]).map(({ code }) => code);
  };
  expect(by('finance-committee', [council])).toEqual(['decision.not-leading']);
  expect(by('urban-committee', [council])).toEqual([]);
  expect(by('finance-committee', [])).toEqual([]);
  expect(by('finance-committee', [council], { decision })).toEqual([]);
});
