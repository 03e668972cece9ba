import { eventRegistry } from '@duban/contracts';
import type { CaseEvent } from '@duban/domain';
import { numberedPosition, type StoredEvent } from '@duban/event-store';
import type { Recorded } from '@duban/kernel';

/** Cases one after the other, as a store would hold them. */
export const stored = (logs: readonly (readonly Recorded<CaseEvent>[])[]): readonly StoredEvent[] => {
  let at = 0;
  return logs.flatMap((log, n) =>
    log.map((event): StoredEvent => {
      const { id, revision, occurredAt, recordedAt, decidedOn, actor, paper, type, data } = event;
      const metadata = {
        ...{ commandId: `${n}-${id}`, commandDigest: 'd', correlationId: 'c', causationId: 'c' },
        ...{ actor, onBehalfOf: null, basis: {}, occurredAt, recordedAt, ruleSet: null, calendar: null },
        ...{
          envelope: 1,
          decidedAt: `${decidedOn}T01:00:00.000Z`,
          ...(paper === undefined ? {} : { paper }),
        },
      };
      at += 1;
      const place = { stream: `case-w${n}`, revision, position: numberedPosition(at) };
      const schemaVersion = eventRegistry.get(type)?.latest ?? 1;
      return { id: `${n}-${id}`, ...place, type, schemaVersion, data, metadata };
    }),
  );
};
