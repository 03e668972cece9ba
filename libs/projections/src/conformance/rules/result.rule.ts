import { ownEntry, type OpenedCase } from '@duban/domain';
import type { ConformanceRule } from '../conformance-rule.ts';

const hasOpinion = ({ drafts }: OpenedCase, itemId: string): boolean =>
  ownEntry(drafts.findLast(({ itemIds }) => itemIds.includes(itemId))?.opinions, itemId) !== undefined;

/** Reported although no committee had given its opinion on the latest draft of the report (domain.md 2.3). */
export const reportedBeforeOpinion: ConformanceRule = {
  kind: 'before-opinion',
  step: 'submit',
  label: { zh: '报送', en: 'report' },
  find: ({ event }, before) =>
    event.type === 'ResultSubmitted'
      ? event.data.claims.map(({ itemId }) => itemId).filter((itemId) => !hasOpinion(before, itemId))
      : [],
};
