import type { Data } from '../schema/data.ts';
import { dueDate, shape, whole } from '../schema/parts.ts';
import { earlierCycleCause, type CycleCause } from './case.vocabulary.ts';

/** What opens the next cycle of an item; the closed cycle stays as it was. */
export const nextCycle = () =>
  shape('NextCycle', { cycle: whole(1), cause: earlierCycleCause(), due: dueDate() });

export type NextCycle = Omit<Data<ReturnType<typeof nextCycle>>, 'cause'> & { readonly cause: CycleCause };
