import type { IdSource } from '@duban/kernel';

/** `event-1`, `event-2`, …: identifiers that a failing test can be read by. */
export const countingIds = (prefix = 'id'): IdSource => {
  let count = 0;
  return {
    next: () => {
      count += 1;
      return `${prefix}-${count}`;
    },
  };
};
