export type { Language } from './language.ts';
export type { CaseState, ItemState, OpenedCase } from '@duban/domain';
export type { JsonObject } from '@duban/kernel';
