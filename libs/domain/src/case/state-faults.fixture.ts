import { activeAssignments, allCycles, isOpen } from './item-access.ts';
import type { CaseState, Cycle, ItemState, OpenedCase } from './case.state.ts';
import type { ItemStage } from './case.vocabulary.ts';
import { cqDefault1 } from '../ruleset/cq-default.ts';

const HANDLED: readonly ItemStage[] = [
  'ASSIGNED',
  'RETURN_REQUESTED',
  'RECEIVED',
  'RECTIFYING',
  'SUSPENDED',
  'REWORK',
  'CONSULTING',
  'SUBMITTED',
  'EVALUATING',
];

const doubled = (values: readonly string[]): boolean => new Set(values).size !== values.length;

const organFaults = ({ cycle }: ItemState): Record<string, boolean> => {
  const active = activeAssignments(cycle);
  const leads = active.filter(({ role }) => role === 'lead').length;
  const separate = active.filter(({ role }) => role === 'separate').length;
  return {
    'neither one lead nor several separate organs': !(
      (leads === 1 && separate === 0) ||
      (leads === 0 && separate >= 2)
    ),
    'one organ twice': doubled(active.map(({ organ }) => organ)),
    'no due date': cycle?.due === null,
  };
};

const cycleFaults = (item: ItemState, cycle: Cycle): Record<string, boolean> => ({
  'an assignment number twice': doubled(cycle.assignments.map(({ id }) => id)),
  'cycles not counted': cycle.n !== item.pastCycles.length + 1,
  'a rung noted twice': doubled(cycle.rungsNoted),
  'a plan version twice': doubled(cycle.plans.map(({ data }) => String(data.planVersion))),
  'more extensions than allowed':
    !item.fixedInResolution &&
    cycle.extensions.filter(({ decision }) => decision === 'granted').length >
      cqDefault1.extensions.maximumCount,
  'two extensions pending': cycle.extensions.filter(({ decision }) => decision === null).length > 1,
  'two returns pending': cycle.returns.filter(({ decision }) => decision === null).length > 1,
});

/** Fields that are null by the situation of an item: what ADR 12 keeps as one type is held together here. */
const situationFaults = (item: ItemState): Record<string, boolean> => ({
  'from nowhere, or from two places': (item.registered === null) === (item.imported === null),
  'nowhere to go on from a pause':
    isOpen(item) && item.imported === null && (item.stage === 'SUSPENDED') !== (item.resumeTo !== null),
  'assigned without rules, addressee, kind or cycle':
    HANDLED.includes(item.stage) &&
    item.imported === null &&
    [item.ruleSet, item.addressee, item.rectificationType, item.cycle].includes(null),
  'a cycle before there is an assignment': item.stage === 'REGISTERED' && item.cycle !== null,
  'past cycles of an item that was never assigned': item.cycle === null && item.pastCycles.length > 0,
  'a look-back due where nothing was closed':
    item.lookBackDue !== null &&
    item.imported === null &&
    allCycles(item).every(({ closing }) => closing === null),
});

const itemFaults = (item: ItemState): Record<string, boolean> => ({
  'suspended without a ground': (item.stage === 'SUSPENDED') !== (item.suspension !== null) && isOpen(item),
  'merged into nothing': (item.stage === 'MERGED') !== (item.mergedInto !== null),
  'withdrawn without a reason': (item.stage === 'WITHDRAWN') !== (item.withdrawnFor !== null),
  'closed without a disposition':
    item.stage === 'CLOSED' && item.disposition === null && item.imported === null,
  'a return asked for by nobody':
    item.stage === 'RETURN_REQUESTED' && item.cycle?.returns.at(-1)?.decision !== null,
  ...situationFaults(item),
  ...(item.cycle === null ? {} : cycleFaults(item, item.cycle)),
  ...(HANDLED.includes(item.stage) && item.imported === null ? organFaults(item) : {}),
});

const confirmed = ({ proposals }: OpenedCase): number =>
  proposals.filter(({ status }) => status === 'confirmed').length;

/** A closed cycle is never touched again, and nothing that was there goes away; only corrections may reword it. */
const lost = (before: OpenedCase, after: OpenedCase): Record<string, boolean> => ({
  'an item is gone': Object.keys(before.items).some((itemId) => after.items[itemId] === undefined),
  'a closed cycle changed':
    before.corrections.length === after.corrections.length &&
    confirmed(before) === confirmed(after) &&
    Object.values(before.items).some(({ itemId, pastCycles }) =>
      pastCycles.some((cycle, index) => after.items[itemId]?.pastCycles[index] !== cycle),
    ),
  'an assignment is gone': Object.values(before.items).some(({ itemId, cycle }) => {
    const kept = [after.items[itemId]?.cycle, ...(after.items[itemId]?.pastCycles ?? [])];
    const ids = kept.flatMap((each) => each?.assignments.map(({ id }) => id) ?? []);
    return (cycle?.assignments ?? []).some(({ id }) => !ids.includes(id));
  }),
});

const caseFaults = (state: OpenedCase): Record<string, boolean> => ({
  'closed with open items':
    state.status !== 'open' &&
    Object.values(state.items).some((item) => isOpen(item) && item.stage !== 'LOOKBACK'),
  'a report number twice': doubled(state.results.map(({ submitted }) => submitted.reportNo)),
  'a list number twice': doubled(state.lists.map(({ listNo }) => listNo)),
  'a draft version twice': doubled(state.drafts.map(({ version }) => String(version))),
});

const named = (faults: Record<string, boolean>): readonly string[] =>
  Object.entries(faults).flatMap(([fault, present]) => (present ? [fault] : []));

/** For specs only: what no command may ever leave behind (domain.md sections 2.1 to 2.3). */
export const stateFaults = (before: CaseState, after: CaseState): readonly string[] => {
  if (after.status === 'unopened') return [];
  return [
    ...named(caseFaults(after)),
    ...Object.values(after.items).flatMap((item) =>
      named(itemFaults(item)).map((fault) => `${item.itemId}: ${fault}`),
    ),
    ...(before.status === 'unopened' ? [] : named(lost(before, after))),
  ];
};
