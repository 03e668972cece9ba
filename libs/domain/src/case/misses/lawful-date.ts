import type { Cycle, ItemState } from '../case.state.ts';
import { withAssignment, withDue } from '../cycle-change.ts';
import type { MissAnnulled } from './annul-miss.step.ts';

const inCycle = (cycle: Cycle, { which, assignmentId, dueDate, lawfulDue }: MissAnnulled['data']): Cycle => {
  switch (which) {
    case 'due':
      return cycle.due?.date === dueDate ? withDue(cycle, lawfulDue) : cycle;
    case 'item-due':
      return cycle.itemDue?.date === dueDate ? { ...cycle, itemDue: lawfulDue } : cycle;
    case 'plan':
      return cycle.planDue?.date === dueDate ? { ...cycle, planDue: lawfulDue } : cycle;
    case 'co-opinion':
      return cycle.assignments.some(
        ({ id, coOpinionDue }) => id === assignmentId && coOpinionDue?.date === dueDate,
      )
        ? withAssignment(cycle, assignmentId, { coOpinionDue: lawfulDue })
        : cycle;
    case 'look-back':
      return cycle;
  }
};

/** Where the wrong date still stands, the lawful one takes its place; a date that came after it stays. */
export const withLawfulDate = (item: ItemState, annulled: MissAnnulled['data']): ItemState => {
  const { cycle, lookBackDue } = item;
  if (annulled.which === 'look-back')
    return lookBackDue?.date === annulled.dueDate ? { ...item, lookBackDue: annulled.lawfulDue } : item;
  return cycle !== null && cycle.n === annulled.cycle ? { ...item, cycle: inCycle(cycle, annulled) } : item;
};
