import type { Post } from '@duban/kernel';
import type { BodyKind } from '../body/body-kind.ts';
import { lastDayInTerm } from '../time/last-day-in-term.ts';

/** A mandate 授权 as it was given. ISO dates in Asia/Shanghai, both included; `until` null: to the end of the term. */
export type GivenMandate = {
  readonly status: 'given';
  readonly mandateId: string;
  readonly body: string;
  readonly kind: BodyKind;
  readonly post: Post;
  /** Names of commands. */
  readonly steps: readonly string[];
  /** Every case; else those that one of the two lists names. */
  readonly all: boolean;
  readonly cases: readonly string[];
  readonly topics: readonly string[];
  readonly from: string;
  readonly until: string | null;
  /** `until` as it was given, where the mandate was ended earlier. */
  readonly first: string | null;
};

export type MandateState = { readonly status: 'ungiven' } | GivenMandate;

export const isInForce = (mandate: GivenMandate, day: string, termEnds: readonly string[]): boolean => {
  const last = lastDayInTerm(mandate, termEnds);
  return mandate.from <= day && (last === null || day <= last);
};

type PlaceOfAct = { readonly caseId: string; readonly topic: string };

export const covers = ({ all, cases, topics }: GivenMandate, { caseId, topic }: PlaceOfAct): boolean =>
  all || cases.includes(caseId) || topics.includes(topic);
