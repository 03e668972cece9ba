/** What an item is marked with. `dissatisfied`: at least one dissatisfied conclusion. `overdue` is judged on the day of the question. */
export const BOARD_FLAGS = [
  'overdue',
  'extended',
  'escalated',
  'suspended',
  'provisional',
  'dissatisfied',
] as const;

export type BoardFlag = (typeof BOARD_FLAGS)[number];
