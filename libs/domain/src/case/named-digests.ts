import { rejected, type Rejected } from '@duban/kernel';
import type { CaseEvent } from './case.events.ts';
import type { CaseRejection } from './case.rejections.ts';
import type { CaseState } from './case.state.ts';

/** By which a fact names a file. A survey's dataset is kept apart by design (domain.md section 4) and never filed. */
const NAMES: readonly string[] = ['digest', 'documentHash', 'signedTallyHash'];

/** Every digest of a file that some data names, in evidence, claims, sources, drafts and tallies. */
export const digestsIn = (value: unknown): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    NAMES.includes(key) && typeof inner === 'string' ? [inner] : digestsIn(inner),
  );
};

/** Whether a digest stands at this JSON Pointer of a fact. */
export const namesDigest = (pointer: string): boolean => NAMES.includes(pointer.split('/').at(-1) ?? '');

/** Whether a file of this digest was filed with the case; older versions count. */
export const isFiled = (state: CaseState, digest: string): boolean =>
  state.status !== 'unopened' &&
  state.attachments.some(({ data }) => data.sha256 === digest || data.sm3 === digest);

/**
 * A digest belongs to a file that is there. Whoever names another one says that it is held elsewhere and nobody here
 * has seen it: so a digest that the case has no file of is always read as "held outside, not seen".
 */
export const refuseUnknownDigests = (
  events: readonly CaseEvent[],
  state: CaseState,
  heldOutside: readonly string[],
): Rejected<CaseRejection> | null => {
  const unseen = events
    .flatMap(({ data }) => digestsIn(data))
    .find((digest) => !heldOutside.includes(digest) && !isFiled(state, digest));
  return unseen === undefined ? null : rejected('digest.not-filed', { digest: unseen });
};
