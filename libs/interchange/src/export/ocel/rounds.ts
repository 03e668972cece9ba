import type { CaseEvent } from '@duban/domain';

/** Which round each item of a case is in, as its events go by. */
export type Rounds = {
  readonly of: (stream: string, itemId: string) => number | undefined;
  /** To be told of each event after it was asked about. */
  readonly after: (stream: string, event: CaseEvent) => void;
  /** To be told of each event before it is asked about. */
  readonly before: (stream: string, event: CaseEvent) => void;
};

const nextOf = (event: CaseEvent): { readonly itemId: string; readonly n: number } | null => {
  if (event.type !== 'EvaluationConcluded' && event.type !== 'ItemReopened') return null;
  return event.data.next === null ? null : { itemId: event.data.itemId, n: event.data.next.cycle };
};

/** An assignment and an import begin the first round; a dissatisfied conclusion belongs to the round that it ends. */
export const rounds = (): Rounds => {
  const numbers = new Map<string, number>();
  const keyOf = (stream: string, itemId: string): string => `${stream}\n${itemId}`;
  return {
    of: (stream, itemId) => numbers.get(keyOf(stream, itemId)),
    before: (stream, event) => {
      if (event.type !== 'ItemAssigned' && event.type !== 'ItemImported') return;
      const key = keyOf(stream, event.data.itemId);
      if (!numbers.has(key)) numbers.set(key, 1);
    },
    after: (stream, event) => {
      const next = nextOf(event);
      if (next !== null) numbers.set(keyOf(stream, next.itemId), next.n);
    },
  };
};
