/** Events of an `organ-<id>` stream. Storage format: a changed payload is a new schema version. Dates are ISO dates. */
import type { Message } from '@duban/kernel';

export type OrganKind =
  'government' | 'commission' | 'court' | 'procuratorate' | 'bureau' | 'district' | 'congress-body';

export type OrganRegistered = Message<
  'OrganRegistered',
  { readonly organId: string; readonly kind: OrganKind; readonly name: string; readonly since: string }
>;

export type OrganRenamed = Message<
  'OrganRenamed',
  { readonly organId: string; readonly name: string; readonly from: string }
>;

/** From `on` the organ `into` answers for everything that was this one's. */
export type OrganMerged = Message<
  'OrganMerged',
  { readonly organId: string; readonly into: string; readonly on: string }
>;

export type OrganDissolved = Message<
  'OrganDissolved',
  { readonly organId: string; readonly successor: string | null; readonly on: string }
>;

export type OrganEvent = OrganRegistered | OrganRenamed | OrganMerged | OrganDissolved;

export const organStream = (organId: string): string => `organ-${organId}`;
