import { occurredOn, type OpenedCase, ownEntry } from '@duban/domain';
import type { LogEntry } from '../../fold/log-entry.ts';
import type { ConformanceRule } from '../conformance-rule.ts';

/** On which day it was asked for; of paper, on which day it came in. */
const askedOn = (event: LogEntry['event'], requestedOn: string): string => {
  const day = event.paper?.receivedOn ?? occurredOn(event);
  return day > requestedOn ? day : requestedOn;
};

const isAsked = ({ items }: OpenedCase, itemId: string): boolean =>
  ownEntry(items, itemId)?.cycle?.extensions.at(-1)?.decision === null;

/**
 * Asked for when the day was over, or granted then although nobody had asked in time: an extension after the date heals nothing
 * (S3 art. 19; domain.md 2.3). A request that was made in time may be decided later.
 */
export const extendedAfterDate: ConformanceRule = {
  kind: 'after-date',
  step: 'extend',
  label: { zh: '延期', en: 'extension' },
  find: ({ event }, before) => {
    if (event.type !== 'ExtensionRequested' && event.type !== 'ExtensionGranted') return [];
    const { itemId } = event.data;
    const due = ownEntry(before.items, itemId)?.cycle?.due?.date;
    if (due === undefined) return [];
    const day =
      event.type === 'ExtensionRequested'
        ? askedOn(event, event.data.requestedOn)
        : isAsked(before, itemId)
          ? ''
          : occurredOn(event);
    return day > due ? [itemId] : [];
  },
};
