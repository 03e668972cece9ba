import { eventSeenBy, stateTextsSeenBy, type Audience } from '@duban/contracts';
import type { OpenedCase } from '@duban/domain';
import type { JsonObject } from '@duban/kernel';

/** What a state keeps of an event, masked as the event itself is; null: nothing. */
const seen = <Data extends object>(type: string, data: Data, audience: Audience): Data | null => {
  const event = { type, data: data as object as JsonObject, metadata: { basis: {} } };
  return (eventSeenBy(event, audience)?.data ?? null) as object as Data | null;
};

const seenFact = <Kept extends { readonly data: object }>(
  type: string,
  fact: Kept,
  audience: Audience,
): Kept | null => {
  const data = seen(type, fact.data, audience);
  return data === null || data === fact.data ? data && fact : { ...fact, data };
};

const only = <Value>(values: readonly (Value | null)[]): readonly Value[] =>
  values.filter((value) => value !== null);

/**
 * The case as this audience may have it: folded from all events, and then masked, so that nobody's case stands elsewhere. Papers
 * of the office change nothing but their own lists, and `status`, which everybody sees.
 */
export const caseSeenBy = (state: OpenedCase, audience: Audience): OpenedCase => {
  if (audience === 'office') return state;
  const { partyReports, archived, corrections, proposals } = state;
  return {
    ...stateTextsSeenBy(state, audience),
    partyReports: only(partyReports.map((report) => seen('PartyReportRecorded', report, audience))),
    archived: archived === null ? null : seen('CaseArchived', archived, audience),
    corrections: only(corrections.map((fact) => seenFact('EventCorrected', fact, audience))),
    proposals: only(proposals.map((fact) => seenFact('CorrectionProposed', fact, audience))),
  };
};
