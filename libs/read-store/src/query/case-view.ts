import type { EventReader } from '@duban/event-store';
import { foldCase, type Until } from '@duban/projections';
import type { CaseQuery, CaseView } from '../api/case.query.ts';
import { readWholeStream } from '../runner/read-whole-stream.ts';
import { momentOf } from './moment.ts';

const untilOf = (query: CaseQuery): Until | undefined => {
  if (query.version !== undefined) return { version: query.version };
  const at = momentOf(query);
  return at === null ? undefined : { asOf: at.instant, by: at.by };
};

/**
 * One case is folded from its stream, whatever the moment: a stream is short, and so it is never behind the log and never waits
 * for a rebuild.
 */
export const caseView = async (
  reader: EventReader,
  caseId: string,
  query: CaseQuery = {},
): Promise<CaseView | null> => {
  const folded = foldCase(await readWholeStream(reader, `case-${caseId}`), untilOf(query));
  if (folded === null) return null;
  const { state, last } = folded;
  return {
    caseId,
    revision: last.revision,
    position: last.position,
    recordedAt: last.metadata.recordedAt,
    occurredAt: last.metadata.occurredAt,
    state,
  };
};
