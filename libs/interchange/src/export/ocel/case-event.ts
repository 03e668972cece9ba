import { decodeEventOf, type Decoded } from '@duban/contracts';
import type { CaseEvent } from '@duban/domain';
import type { ExportedEvent } from '../source/exported-event.ts';

/** An event of a case in its newest shape, with its place in the log. */
export type ReadCaseEvent = Decoded<CaseEvent, ExportedEvent>;

/** @throws CodedError `event.version-unknown`, `event.type-unknown`: an export leaves nothing out silently. */
export const readCaseEvent: (stored: ExportedEvent) => ReadCaseEvent = decodeEventOf('case');

/** The items that an event is about. */
export const subjectsOf = ({ data }: CaseEvent): readonly string[] => {
  const named = [
    ...('itemId' in data && data.itemId !== null ? [data.itemId] : []),
    ...('itemIds' in data ? data.itemIds : []),
    ...('coversItemIds' in data ? data.coversItemIds : []),
    ...('claims' in data ? data.claims.map(({ itemId }) => itemId) : []),
    ...('findings' in data && typeof data.findings !== 'string'
      ? data.findings.map(({ itemId }) => itemId)
      : []),
  ];
  return [...new Set(named)];
};
