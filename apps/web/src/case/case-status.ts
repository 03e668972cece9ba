import type { OpenedCase } from '../api/answers.ts';

export const STATUS_KEYS = {
  open: 'case.status.open',
  closed: 'case.status.closed',
  archived: 'case.status.archived',
} as const satisfies Record<OpenedCase['status'], string>;
