import { ownEntry, type ItemState, type OpenedCase } from '@duban/domain';
import type { ConformanceRule } from '../conformance-rule.ts';

/** What instruments have said of the item in its present round, by event. */
const saidOf = ({ records }: OpenedCase, { itemId, cycle }: ItemState): ReadonlySet<string> => {
  const { votes, surveys, inspections, appraisals } = records;
  const told = [...votes, ...surveys, ...inspections, ...appraisals];
  return new Set([
    ...told.filter(({ cycleOf }) => ownEntry(cycleOf, itemId) === cycle?.n).map(({ eventId }) => eventId),
    ...(cycle?.replyEvaluations ?? []).map(({ eventId }) => eventId),
  ]);
};

/** A conclusion is computed of what instruments said: one that rests on nothing, or on what was never said of the item, is none. */
export const concludedWithoutInstrument: ConformanceRule = {
  kind: 'without-instrument',
  step: 'evaluate',
  label: { zh: '评价', en: 'evaluation' },
  find: ({ event }, before) => {
    if (event.type !== 'EvaluationConcluded') return [];
    const { itemId, inputs } = event.data;
    const item = ownEntry(before.items, itemId);
    if (item === undefined) return [itemId];
    const said = saidOf(before, item);
    return inputs.length > 0 && inputs.every((id) => said.has(id)) ? [] : [itemId];
  },
};
