import { isRejected, rejected, type Rejected } from '@duban/kernel';
import type { CaseRejection } from '../case.rejections.ts';
import type { ItemState, OpenedCase } from '../case.state.ts';
import type { CommandContext } from '../command-context.ts';
import { pinnedRules } from '../pinned-rules.ts';
import { inputsOf, instrumentsOf } from './inputs.ts';

/**
 * Between a failed vote or appraisal and the conclusion that says so, nothing takes the item away from it: it is
 * neither withdrawn, merged nor moved to another organ, and no later finding spares it.
 */
export const refuseWhileFailurePending = (
  state: OpenedCase,
  item: ItemState,
  context: CommandContext,
): Rejected<CaseRejection> | null => {
  if (item.stage !== 'EVALUATING') return null;
  const rules = pinnedRules(item, context);
  if (isRejected(rules)) return null;
  const inputs = inputsOf(state, item);
  const said = instrumentsOf(inputs, rules);
  const failed = [
    ...(said.vote === 'dissatisfied' ? [inputs.vote?.eventId] : []),
    ...(said.appraisal === 'dissatisfied' ? [inputs.appraisal?.eventId] : []),
  ];
  const concluded = (item.cycle?.conclusions ?? []).flatMap(({ data }) => data.inputs);
  return failed.some((eventId) => eventId !== undefined && !concluded.includes(eventId))
    ? rejected('evaluation.failure-pending', { itemId: item.itemId })
    : null;
};
