import { stepRecords } from '@duban/domain';
import type { LogEntry } from '../../fold/log-entry.ts';
import type { ConformanceRule } from '../conformance-rule.ts';

/** What a member of the house does in its own name rests on no decision. */
const IN_OWN_NAME: ReadonlySet<string> = new Set(
  Object.values(stepRecords)
    .filter(({ inOwnName }) => inOwnName === true)
    .flatMap(({ events }) => Object.keys(events)),
);

const isNamed = (text: unknown): boolean => typeof text === 'string' && text.trim() !== '';

const restsOnDecision = ({ event, stored }: LogEntry): boolean => {
  const { documentNo, meeting } = stored.metadata.basis;
  const meetingNo = 'meetingNo' in event.data ? event.data.meetingNo : undefined;
  return (
    event.decision !== undefined ||
    event.mandate !== undefined ||
    [documentNo, meeting, meetingNo].some(isNamed)
  );
};

/** A body acts by decision: what the Chairpersons' Council did names the decision, its document or its meeting (OL 51, 54). */
export const actedWithoutDecision: ConformanceRule = {
  kind: 'without-decision',
  step: 'decide',
  label: { zh: '议决', en: 'decision' },
  find: (entry, before, itemIds) => {
    const { type, actor } = entry.event;
    if (actor.role !== 'chairpersons-council' || IN_OWN_NAME.has(type) || restsOnDecision(entry)) return [];
    return itemIds.length === 0 ? Object.keys(before.items) : itemIds;
  },
};
