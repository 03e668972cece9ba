import { expect, it } from '@jest/globals';
import type { Actor } from '@duban/kernel';
import { actors, receivedItems } from '../case-story.fixture.ts';
import type { CaseEvent } from '../case.events.ts';
import { reply } from '../suggestion/suggestion.fixture.ts';
import { examined } from './examined-case.fixture.ts';
import { separateHandlingRules } from './separate-handling.rule.ts';

const market: Actor = { ...actors.market, role: 'organ-lead' };
const separate = (organ: string) => ({ id: `a-${organ}`, organ, role: 'separate' as const, scopeText: '' });
const assignment = { assignments: [separate('housing-bureau'), separate('market-regulator')] };

const concluded: CaseEvent = {
  type: 'EvaluationConcluded',
  data: {
    ...{ itemId: 'i1', cycle: 1, round: 1, outcome: 'satisfied', ruleId: 'deputy-evaluation' },
    ...{ inputs: [], sparedByVerification: false, failures: 0, next: null },
  },
};
const accepted: CaseEvent = {
  type: 'ResultAccepted',
  data: { reportNo: 'R1', itemIds: ['i1', 'unknown'], acceptedBy: 'working-body' },
};

const asked = receivedItems({ form: 'suggestion', proposers: ['person:deputy-1'], assignment })
  .at('2026-03-10')
  .by(actors.housing)
  .does('SendReply', { ...reply, toProposers: ['person:deputy-1'] });
const replied = asked
  .by(market)
  .does('SendReply', { ...reply, replyNo: 'RE-2', toProposers: ['person:deputy-1'] });

const found = (events: readonly CaseEvent[], { state }: typeof asked) =>
  separateHandlingRules.flatMap(({ code, begin }) =>
    examined('case-c1', events).flatMap((event) =>
      begin()
        .examine(event, state)
        .map((details) => [code, details]),
    ),
  );

it('what was concluded or accepted before each organ had answered is found, and its twin is not', () => {
  const details = { itemId: 'i1', organs: ['market-regulator'] };
  expect(found([concluded], asked)).toEqual([['conclusion.leads-silent', details]]);
  expect(found([accepted], receivedItems({ assignment }))).toEqual([
    ['result.leads-silent', { ...details, organs: ['housing-bureau', 'market-regulator'] }],
  ]);
  expect(found([concluded], replied)).toEqual([]);
  expect(found([accepted], receivedItems())).toEqual([]);
});
