import { describe, expect, it } from '@jest/globals';
import {
  type AnyStep,
  type CaseCommandData,
  type EventRecord,
  type OpenedCase,
  type StepName,
  type StepRecords,
  stepRecords,
} from '@duban/domain';
import type { Audience } from '@duban/contracts';
import { isRejected, type Actor, type Message } from '@duban/kernel';
import { actors } from '../../libs/domain/src/case/case-story.fixture.ts';
import { faults, type Faults } from './faults-of-history.ts';
import { rulesOver } from './rules.ts';
import { lawfulSight, textShown, type Sight } from './texts-of-history.ts';
import { walkAllSteps } from './walk-all-steps.ts';

const SEED = 20_261_130;
const CASES = [1, 2_000] as const;

const withStep = (name: StepName, change: (step: AnyStep) => Partial<AnyStep>): StepRecords => ({
  ...stepRecords,
  [name]: { ...stepRecords[name], ...change(stepRecords[name]) },
});

/** A guard taken out: whom it refuses is taken for somebody whom it lets pass. */
const without = (name: StepName, code: string, stand: Actor): StepRecords =>
  withStep(name, ({ decide }) => ({
    decide: (data, state, context, rulesOf) => {
      const decision = decide(data, state, context, rulesOf);
      return isRejected(decision) && decision.rejected === code
        ? decide(data, state, { ...context, actor: stand }, rulesOf)
        : decision;
    },
  }));

const withoutMisses = (state: OpenedCase): OpenedCase => ({
  ...state,
  items: Object.fromEntries(Object.entries(state.items).map(([id, item]) => [id, { ...item, misses: [] }])),
});

type AnyEvents = Readonly<Record<string, EventRecord<Message>>>;

/** After this event the misses of before are forgotten. */
const forgetting = (name: StepName): StepRecords =>
  withStep(name, ({ events }) => ({
    events: Object.fromEntries(
      Object.entries(events as AnyEvents).map(([type, record]) => [
        type,
        { ...record, fold: (state, event) => withoutMisses(record.fold(state, event)) },
      ]),
    ) satisfies AnyEvents,
  }));

const anybody: Actor = { ...actors.office, id: 'person:anybody' };
/** Nobody looks at who inspected: whoever signs is taken for somebody who did not. */
const anySigner = withStep('CloseItem', ({ decide }) => ({
  decide: (data, state, context, rulesOf) => {
    const { signer, ...closing } = data as CaseCommandData['CloseItem'];
    const decision = decide({ ...closing, signer: anybody.id }, state, context, rulesOf);
    if (isRejected(decision)) return decision;
    return decision.map((event) =>
      event.type === 'ItemClosed' ? { ...event, data: { ...event.data, signer } } : event,
    );
  },
}));

const anyBody = { bodies: ['chairpersons-council', 'standing-committee', 'special-committee'] } as const;

/** Whoever looks at an event of this type is taken for another reader. */
const asIf = (type: string, reader: Audience): Sight => ({
  ...lawfulSight,
  ofEvent: (event, audience) => lawfulSight.ofEvent(event, event.type === type ? reader : audience),
});

/** The fold of a step keeps a text in a place that no mask knows. */
const keptInTopic: StepRecords = withStep('Escalate', ({ events }) => ({
  events: Object.fromEntries(
    Object.entries(events as AnyEvents).map(([type, record]) => [
      type,
      {
        ...record,
        fold: (state, event) => {
          const folded = record.fold(state, event);
          const { reason } = event.data as { readonly reason: string };
          return { ...folded, opened: { ...folded.opened, topic: reason } };
        },
      },
    ]),
  ) satisfies AnyEvents,
}));

const mutants: readonly (readonly [what: string, records: StepRecords, found: Faults])[] = [
  [
    'an organ corrects what others stated',
    without('CorrectEvent', 'case.not-the-author', actors.office),
    faults.supervisedChanged,
  ],
  [
    'an organ escalates',
    withStep('Escalate', ({ who }) => ({ who: [...who, 'organ-lead', 'organ-co'] })),
    faults.supervisedChanged,
  ],
  ['a reassignment heals', forgetting('Reassign'), faults.missVanished],
  ['a closing heals', forgetting('CloseItem'), faults.missVanished],
  ['an extension that is asked for heals', forgetting('RequestExtension'), faults.missVanished],
  [
    'nobody decides a list',
    withStep('ApproveList', ({ decidedBy: _nobody, ...rest }) => ({
      ...rest,
      decidedBy: undefined as never,
    })),
    faults.bodyUnfounded,
  ],
  [
    'any body decides a list',
    withStep('ApproveList', ({ decidedBy }) =>
      decidedBy ? { decidedBy: { ...decidedBy, ...anyBody } } : {},
    ),
    faults.bodyUnfounded,
  ],
  [
    'the choice after a failure is delegated',
    withStep('DecideEscalation', ({ decidedBy }) =>
      decidedBy ? { decidedBy: { ...decidedBy, delegable: true } } : {},
    ),
    faults.bodyUnfounded,
  ],
  ['whoever proposed confirms', without('ConfirmCorrection', 'proposal.own', anybody), faults.oneStoodForTwo],
  ['anybody signs a closing', anySigner, faults.inspectorSigned],
  [
    'any committee concludes',
    withStep('Conclude', ({ byLeadCommittee: _lead, ...rest }) => ({
      ...rest,
      byLeadCommittee: undefined as never,
    })),
    faults.otherCommittee,
  ],
  [
    'a count is a slip of the pen',
    withStep('CorrectEvent', ({ decide }) => ({
      decide: (data, state, context, rulesOf) =>
        decide(data, state, context, (type) => {
          const rules = rulesOf(type);
          return rules === undefined ? undefined : { ...rules, ownJudgement: true };
        }),
    })),
    faults.oneStoodForTwo,
  ],
  ['a text is kept where no mask looks', keptInTopic, textShown(lawfulSight)],
  [
    'organs read what is weighed before it is decided',
    stepRecords,
    textShown(asIf('EscalationRaised', 'congress')),
  ],
  ['a paper of the office is shown', stepRecords, textShown(asIf('PartyReportRecorded', 'office'))],
  [
    'the mask is laid over events and not over the case',
    stepRecords,
    textShown({ ...lawfulSight, ofCase: (state) => state }),
  ],
];

describe(`a rule that is taken out is missed by the walk, seed ${String(SEED)}`, () => {
  it.each(mutants)(
    'where %s',
    (_what, records, found) => {
      const rules = rulesOver(records);
      const seen: string[] = [];
      walkAllSteps({
        ...{ seed: SEED, cases: CASES, rules },
        isEnough: ({ histories }) => {
          seen.push(...found(histories.at(-1) ?? [], rules.evolve));
          return seen.length > 0;
        },
      });
      expect(seen.length).toBeGreaterThan(0);
    },
    300_000,
  );
});
