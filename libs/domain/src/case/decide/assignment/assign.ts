import { isRejected, rejected, type Rejected } from '@duban/kernel';
import { ruleSetName, type RuleSet } from '../../../ruleset/ruleset.ts';
import type { CaseCommandData } from '../../case.commands.ts';
import type { DecisionsOf } from '../../case.decisions.ts';
import type { CaseRejection } from '../../case.rejections.ts';
import type { ItemState, OpenedCase } from '../../case.state.ts';
import type { ItemStage } from '../../case.vocabulary.ts';
import { unlessSupervised } from '../../competence.ts';
import type { CommandContext } from '../../command-context.ts';
import type { ItemAssigned } from '../../events/assignment.events.ts';
import { findItem, unlessAt } from '../../item-access.ts';
import { unlessSupervisable } from '../../organ-access.ts';
import { pinnedRules } from '../../pinned-rules.ts';
import { unlessFailurePending } from '../evaluation/pending-failure.ts';
import { dueBy, legalPeriodOf, sideDates } from './dates.ts';
import { runsAlready, unlessOrgansFit } from './organ-set.ts';

type Assigning = CaseCommandData['Assign'];

const assignedSo = (item: ItemState, data: Assigning): boolean =>
  data.assignments.length > 0 &&
  data.assignments.every((assignment) => runsAlready(item, assignment)) &&
  item.addressee === data.addressee &&
  item.rectificationType === data.rectificationType;

const unlessAddressee = ({ opened }: OpenedCase, addressee: string): Rejected<CaseRejection> | null =>
  opened.addressee === null || opened.addressee === addressee
    ? null
    : rejected('assignment.other-addressee', { addressee: opened.addressee });

/** An open item that a register brought in was never assigned here: it may be, wherever the register says it stands. */
const FROM_REGISTER: readonly ItemStage[] = [
  'LISTED',
  'ASSIGNED',
  'RECEIVED',
  'RECTIFYING',
  'SUSPENDED',
  'REWORK',
  'CONSULTING',
  'SUBMITTED',
  'EVALUATING',
];

const assignableStages = ({ imported, cycle }: ItemState): readonly ItemStage[] =>
  imported !== null && cycle?.assignments.length === 0 ? FROM_REGISTER : ['LISTED'];

const unlessAssignable = (
  item: ItemState,
  data: Assigning,
  state: OpenedCase,
  context: CommandContext,
): Rejected<CaseRejection> | null => {
  if (data.assignments.length === 0) return rejected('assignment.needs-one-lead', { roles: [] });
  return (
    unlessAt([item], assignableStages(item)) ??
    unlessFailurePending(state, item, context) ??
    unlessAddressee(state, data.addressee) ??
    unlessOrgansFit(item, data.assignments, context) ??
    unlessSupervisable([data.addressee], context)
  );
};

const assigned = (
  data: Assigning,
  state: OpenedCase,
  rules: RuleSet,
  context: CommandContext,
): ItemAssigned => {
  const { itemId, assignments, addressee, rectificationType, fixedDueDate: fixed } = data;
  const period = data.legalPeriod ?? legalPeriodOf(state, rules);
  const form = state.opened.supervisionForm;
  return {
    type: 'ItemAssigned',
    data: {
      ...{ itemId, assignments, addressee, rectificationType },
      legalPeriod: fixed === undefined ? period : null,
      due: dueBy(fixed, period, context),
      fixedInResolution: data.fixedInResolution ?? (form === 'resolution' && fixed !== undefined),
      ...sideDates(state, rules, assignments, context),
      assignedOn: context.occurredOn,
      ruleSet: ruleSetName(rules),
      instruments: data.instruments ?? rules.requiredInstruments[form] ?? ['verification'],
      thresholdRuleId: rules.vote.id,
    },
  };
};

export const assignDecisions: DecisionsOf<'Assign'> = {
  /** Pins the rule set: a case keeps to it whatever is published later. A returned item keeps the one it has. */
  Assign: (data, state, context) => {
    const item = findItem(state, data.itemId);
    if (isRejected(item)) return item;
    if (assignedSo(item, data)) return [];
    const refusal = unlessSupervised([item], context) ?? unlessAssignable(item, data, state, context);
    if (refusal !== null) return refusal;
    const rules = pinnedRules(item, context);
    if (isRejected(rules)) return rules;
    const event = assigned(data, state, rules, context);
    if (event.data.due.date < context.occurredOn) {
      return rejected('assignment.due-in-past', {
        dueDate: event.data.due.date,
        assignedOn: context.occurredOn,
      });
    }
    return [event];
  },
};
