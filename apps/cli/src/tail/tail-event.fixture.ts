import { parseEvent, type PublicEvent } from '@duban/subscriber';

/** Laid out over several lines, as a server of another make might; `more` overrides fields. */
export const tailEvent = (more: object = {}): PublicEvent =>
  parseEvent(
    JSON.stringify(
      {
        specversion: '1.0',
        id: 'e-1',
        source: '/duban/t/cases/c1',
        type: 'duban.case.receipt-acknowledged.v1',
        subject: 'c1/i-1',
        time: '2026-03-05T09:00:00+08:00',
        recordedtime: '2026-03-05T01:00:00.000Z',
        partitionkey: 'c1',
        sequence: '00000000000000000003',
        position: 'n1.00000000000000000009',
        data: {
          itemId: 'i-1',
          assignmentId: 'as-1',
          handler: 'person:1',
          phoneMasked: null,
          receivedOn: '2026-03-05',
        },
        ...more,
      },
      null,
      2,
    ),
  );
