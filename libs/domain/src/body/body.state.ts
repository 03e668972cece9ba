import type { BodyKind } from './body-kind.ts';

/** How many sit in a body from a day on, and whose posts enter what it decided. ISO dates in Asia/Shanghai. */
export type BodySize = {
  readonly from: string;
  /** 实有: members who hold their seats. All majorities of law are counted against them. */
  readonly serving: number;
  /** 应有: seats. */
  readonly quota: number;
  /** Ids of organs. */
  readonly keptBy: readonly string[];
};

/** `sizes` is never empty and in the order of its days; `lastDay` null: it goes on. */
export type RegisteredBody = {
  readonly status: 'registered';
  readonly bodyId: string;
  readonly kind: BodyKind;
  readonly sizes: readonly BodySize[];
  readonly lastDay: string | null;
};

export type BodyState = { readonly status: 'unregistered' } | RegisteredBody;

export type BodyOnDay = BodySize & Pick<RegisteredBody, 'bodyId' | 'kind'>;

/** The body as it is on a day; undefined before its first and after its last. */
export const bodyOn = (state: BodyState, day: string): BodyOnDay | undefined => {
  if (state.status === 'unregistered' || (state.lastDay !== null && state.lastDay < day)) return undefined;
  const size = state.sizes.findLast(({ from }) => from <= day);
  return size === undefined ? undefined : { ...size, bodyId: state.bodyId, kind: state.kind };
};

/** Whether posts of this organ enter what the body decided: those of the body itself, or of an organ that keeps it. */
export const isKeptBy = ({ bodyId, keptBy }: BodyOnDay, organ: string): boolean =>
  bodyId === organ || keptBy.includes(organ);
