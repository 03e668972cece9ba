import type { CaseView, EventView } from '../api/answers.ts';
import { useAsOf } from '../as-of/use-as-of.ts';

/** Whether an event lies beyond the state shown: by its number, or on the other axis by its legal time. */
export const useIsLater = (view: CaseView): ((event: EventView) => boolean) => {
  const { asOf, by } = useAsOf();
  if (asOf === undefined || by === 'recorded') return ({ revision }) => revision > view.revision;
  const then = Date.parse(asOf);
  return ({ occurredAt }) => Date.parse(occurredAt) > then;
};
