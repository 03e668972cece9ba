import { isRejected, rejected, type Rejected } from '@duban/kernel';
import { Type } from '@sinclair/typebox';
import { ruleSetName, type RuleSet } from '../../ruleset/ruleset.ts';
import type { Data, Stored } from '../../schema/data.ts';
import { closed, date, dueDate, flag, id, legalPeriod, listOf, orNull, someOf } from '../../schema/parts.ts';
import { itemRef, organRef } from '../../schema/references.ts';
import type { CaseRejection } from '../case.rejections.ts';
import type { ItemState, OpenedCase } from '../case.state.ts';
import { instrument, rectificationType, type ItemStage } from '../case.vocabulary.ts';
import type { CommandContext } from '../command-context.ts';
import { refuseSupervised } from '../competence.ts';
import { refuseWhileFailurePending } from '../evaluation/pending-failure.ts';
import { withDue } from '../cycle-change.ts';
import { findItem, refuseOtherStage, withItem } from '../item-access.ts';
import { newCycle } from '../new-item.ts';
import { refuseUnsupervisable } from '../organ-access.ts';
import { pinnedRules } from '../pinned-rules.ts';
import { isNotHandling } from '../own-affair.ts';
import type { Step } from '../step.ts';
import { dueBy, legalPeriodOf, sideDates } from './assignment-dates.ts';
import { begun } from './begun-assignment.ts';
import { newAssignment, proposedAssignment } from './new-assignment.ts';
import { refuseUnfitOrgans, runsAlready } from './organ-set.ts';

const assignData = closed({
  itemId: itemRef(),
  assignments: someOf(proposedAssignment),
  addressee: organRef(),
  rectificationType: rectificationType(),
  /** Omitted: the rule set's period for this supervision form. */
  legalPeriod: Type.Optional(legalPeriod()),
  /** A date fixed in the source document; wins over any period. */
  fixedDueDate: Type.Optional(date()),
  fixedInResolution: Type.Optional(flag()),
  instruments: Type.Optional(listOf(instrument())),
});

const itemAssigned = closed({
  itemId: itemRef(),
  assignments: listOf(newAssignment),
  addressee: organRef(),
  rectificationType: rectificationType(),
  /** Null when the date is fixed in the source document itself (S1 art. 17). */
  legalPeriod: orNull(legalPeriod()),
  due: dueDate(),
  /** A date fixed in a resolution is extended by the Standing Committee only. */
  fixedInResolution: flag(),
  planDue: orNull(dueDate()),
  coOpinionDue: orNull(dueDate()),
  /** Last day on which a wrong assignment may be returned. */
  returnUntil: dueDate(),
  assignedOn: date(),
  ruleSet: id(),
  instruments: listOf(instrument()),
  thresholdRuleId: id(),
});

type ItemAssigned = Stored<'ItemAssigned', typeof itemAssigned>;

type Assigning = Data<typeof assignData>;

const assignedSo = (item: ItemState, data: Assigning): boolean =>
  data.assignments.length > 0 &&
  data.assignments.every((assignment) => runsAlready(item, assignment)) &&
  item.addressee === data.addressee &&
  item.rectificationType === data.rectificationType;

const refuseOtherAddressee = ({ opened }: OpenedCase, addressee: string): Rejected<CaseRejection> | null =>
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

const refuseUnassignable = (
  item: ItemState,
  data: Assigning,
  state: OpenedCase,
  context: CommandContext,
): Rejected<CaseRejection> | null => {
  if (data.assignments.length === 0) return rejected('assignment.needs-one-lead', { roles: [] });
  return (
    refuseOtherStage([item], assignableStages(item)) ??
    refuseWhileFailurePending(state, item, context) ??
    refuseOtherAddressee(state, data.addressee) ??
    refuseUnfitOrgans(item, data.assignments, context) ??
    refuseUnsupervisable([data.addressee], context)
  );
};

const assigned = (
  data: Assigning,
  state: OpenedCase,
  rules: RuleSet,
  context: CommandContext,
): ItemAssigned => {
  const { itemId, assignments, addressee, rectificationType: type, fixedDueDate: fixed } = data;
  const period = data.legalPeriod ?? legalPeriodOf(state, rules);
  const form = state.opened.supervisionForm;
  return {
    type: 'ItemAssigned',
    data: {
      ...{ itemId, assignments, addressee, rectificationType: type },
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

/** 交办. Pins the rule set: a case keeps to it whatever is published later. A returned item keeps the one it has. */
export const assign: Step<typeof assignData, ItemAssigned> = {
  label: { zh: '交办', en: 'Assign' },
  source: { supervision: [5, 17], deputies: [51], shanghai: [11] },
  data: assignData,
  who: ['general-office', 'supervision-office'],
  at: FROM_REGISTER,
  whose: isNotHandling,
  when: ({ item }) => assignableStages(item).includes(item.stage),
  decide: (data, state, context) => {
    const item = findItem(state, data.itemId);
    if (isRejected(item)) return item;
    if (assignedSo(item, data)) return [];
    const refusal = refuseSupervised([item], context) ?? refuseUnassignable(item, data, state, context);
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
  events: {
    ItemAssigned: {
      data: itemAssigned,
      seenBy: 'public',
      published: true,
      /** A returned item stays in its cycle: the ended assignment is kept before the new ones. */
      fold: (state, { data }) =>
        withItem(state, data.itemId, (item) => {
          const { ruleSet, addressee, instruments, fixedInResolution, due, planDue, assignedOn } = data;
          const cycle =
            item.cycle ??
            newCycle({ n: item.pastCycles.length + 1, cause: 'assignment', startedOn: assignedOn, due });
          const assignments = data.assignments.map((assignment) => begun(assignment, data));
          return {
            ...item,
            ...{ ruleSet, addressee, instruments, fixedInResolution },
            rectificationType: data.rectificationType,
            stage: 'ASSIGNED',
            cycle: {
              ...withDue(cycle, due),
              itemDue: cycle.itemDue ?? due,
              planDue,
              assignments: [...cycle.assignments, ...assignments],
            },
          };
        }),
    },
  },
};
