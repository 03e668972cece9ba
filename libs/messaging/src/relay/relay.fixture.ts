import type { NewEvent } from '@duban/event-store';

let number = 0;
/** An event to append, with an id of its own. */
export const eventOf = (type: string, data: object = {}, schemaVersion = 1): NewEvent => {
  number += 1;
  return {
    id: `e-${number}`,
    type,
    schemaVersion,
    data: data as NewEvent['data'],
    metadata: {
      commandId: `c-${number}`,
      commandDigest: 'd',
      correlationId: 'x',
      causationId: 'x',
      actor: { id: 'person:1', role: 'supervision-office', organ: 'so' },
      onBehalfOf: null,
      basis: {},
      occurredAt: '2026-03-05T09:00:00+08:00',
      ruleSet: null,
      calendar: null,
    },
  };
};
