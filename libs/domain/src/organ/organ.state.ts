import type { OrganEnding, OrganKind, OrganStatus } from './organ-kind.ts';

export type OrganName = { readonly name: string; readonly from: string };

export type OrganEnd = {
  readonly how: OrganEnding;
  readonly on: string;
  readonly successor: string | null;
};

/** `names` is never empty and in order of its dates; an ended organ keeps its names, for old letters show them. */
export type RegisteredOrgan = {
  readonly status: OrganStatus;
  readonly organId: string;
  readonly kind: OrganKind;
  readonly names: readonly OrganName[];
  readonly end: OrganEnd | null;
};

export type OrganState = { readonly status: 'unregistered' } | RegisteredOrgan;

/** The name in use on a day, by which a document of that day must call the organ. */
export const organNameOn = (state: OrganState, date: string): string | undefined =>
  state.status === 'unregistered' ? undefined : state.names.findLast(({ from }) => from <= date)?.name;

/** Whether the organ existed on a day: its last day is the one before it merged or was dissolved. */
export const organExistsOn = (state: OrganState, date: string): boolean =>
  organNameOn(state, date) !== undefined &&
  state.status !== 'unregistered' &&
  (state.end === null || date < state.end.on);

const ADDRESSEES: readonly OrganKind[] = ['government', 'commission', 'court', 'procuratorate'];

/** 一府一委两院: only they are addressed; a bureau receives by distribution 分办. */
export const isLegalAddressee = (kind: OrganKind): boolean => ADDRESSEES.includes(kind);
