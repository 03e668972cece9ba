import type { Rejected } from '@duban/kernel';
import type { CaseEvent, CaseEventType } from './case.events.ts';
import type { CaseRejection } from './case.rejections.ts';

export type CaseDecision = readonly CaseEvent[] | Rejected<CaseRejection>;

export type CaseEventOf<Type extends CaseEventType> = Extract<CaseEvent, { readonly type: Type }>;
