import { LOG_START, type Position } from '@duban/kernel';
import { decodeEventOf } from '@duban/contracts';
import { normalisedCaseNumber } from '@duban/domain';
import type { EventReader, StoredEvent } from '@duban/event-store';

export type NumberedCase = { readonly caseId: string; readonly caseNo: string };

/** The cases that were opened under a number, the first of each: also those that never reserved it. */
export type OpenedNumbers = (normalised: string) => Promise<NumberedCase | undefined>;

type Opened = NumberedCase & { readonly normalised: string; readonly commandId: string };

const decode = decodeEventOf('case');

/**
 * Follows the log; what is read once stays in memory. Cases of imported registers keep the numbers of their registers
 * and are left out: a number of a register may be that of a case.
 */
export const openedNumbers = (reader: EventReader): OpenedNumbers => {
  let position: Position = LOG_START;
  let reading: Promise<void> | null = null;
  const byNumber = new Map<string, NumberedCase>();
  /** Of streams whose opening may still prove to be an import's, which comes in the same append. */
  let last: Opened | null = null;

  const take = (stored: StoredEvent): void => {
    const event = decode(stored);
    if (event.type === 'CaseOpened') {
      const { caseId, caseNo } = event.data;
      const normalised = normalisedCaseNumber(caseNo);
      if (byNumber.has(normalised)) return;
      byNumber.set(normalised, { caseId, caseNo });
      last = { caseId, caseNo, normalised, commandId: stored.metadata.commandId };
    } else if (last !== null && last.commandId === stored.metadata.commandId) {
      byNumber.delete(last.normalised);
      last = null;
    }
  };

  const readOn = async (): Promise<void> => {
    for (;;) {
      const page = await reader.readLog({
        after: position,
        types: ['CaseOpened', 'ItemImported'],
        limit: 512,
      });
      page.events.forEach(take);
      const isEnd = page.next === position || page.events.length === 0;
      position = page.next;
      if (isEnd) return;
    }
  };

  return async (normalised) => {
    await reading;
    reading ??= readOn().finally(() => {
      reading = null;
    });
    await reading;
    return byNumber.get(normalised);
  };
};
