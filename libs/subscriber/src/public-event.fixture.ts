import type { PublicEvent } from './public-event.ts';

/** A public event as text; `more` overrides fields of the envelope. */
export const eventText = (caseId: string, sequence: number, more: object = {}): string =>
  JSON.stringify({
    specversion: '1.0',
    id: `${caseId}-${sequence}`,
    source: `/duban/t/cases/${caseId}`,
    type: 'duban.case.receipt-acknowledged.v1',
    subject: caseId,
    time: '2026-03-05T09:00:00+08:00',
    recordedtime: '2026-03-05T01:00:00.000Z',
    datacontenttype: 'application/json',
    dataschema: '/schemas/duban.case.receipt-acknowledged.v1.json',
    partitionkey: caseId,
    sequence: String(sequence).padStart(20, '0'),
    position: `n1.${String(sequence + 1).padStart(20, '0')}`,
    correlationid: 'x',
    causationid: 'x',
    data: {
      itemId: 'i',
      assignmentId: 'as-1',
      handler: 'person:1',
      phoneMasked: null,
      receivedOn: '2026-03-05',
    },
    ...more,
  });

export const names = (events: readonly PublicEvent[]): readonly string[] => events.map(({ id }) => id);
