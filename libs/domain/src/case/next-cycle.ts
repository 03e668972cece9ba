import type { Data } from '../schema/data.ts';
import { dueDate, shape, whole } from '../schema/parts.ts';
import { cycleCause } from './case.vocabulary.ts';

/** What opens the next cycle of an item; the closed cycle stays as it was. */
export const nextCycle = () => shape('NextCycle', { cycle: whole(1), cause: cycleCause(), due: dueDate() });

export type NextCycle = Data<ReturnType<typeof nextCycle>>;
