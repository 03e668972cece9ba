import type { EventView } from '../api/answers.ts';
import { MOVING } from './moving-events.ts';

export const walkedSteps = (events: readonly EventView[], itemId: string): readonly EventView[] =>
  events.filter(({ type, itemIds }) => MOVING.has(type) && itemIds.includes(itemId));
