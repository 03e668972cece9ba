import type { Rejected } from '@duban/kernel';
import type { CaseEvent } from './case.events.ts';
import type { CaseRejection } from './case.rejections.ts';

export type CaseDecision = readonly CaseEvent[] | Rejected<CaseRejection>;
