import { actors, opening } from '../case-story.fixture.ts';
import type { CaseEvent } from '../case.events.ts';
import type { ExaminedCaseEvent } from './examination-rule.ts';

export const openedEvent: CaseEvent = {
  type: 'CaseOpened',
  data: { ...opening('resolution'), openedOn: '2026-03-02' },
};

export const linkedEvent: CaseEvent = {
  type: 'CaseLinked',
  data: { kind: 'repeats', target: 'case-1998-7' },
};

type Envelope = Partial<
  Pick<ExaminedCaseEvent, 'actor' | 'metadata' | 'occurredAt' | 'recordedAt' | 'decidedOn' | 'paper'>
>;

/** Events as an old log may hold them; what is not said of the envelope is in order. */
export const examined = (
  stream: string,
  events: readonly CaseEvent[],
  envelope: Envelope = {},
): readonly ExaminedCaseEvent[] =>
  events.map((event, revision) => ({
    ...event,
    stream,
    revision,
    id: `${stream}-e${revision}`,
    occurredAt: '2026-03-02T09:00:00+08:00',
    recordedAt: '2026-03-02T01:00:00.000Z',
    decidedOn: '2026-03-02',
    actor: actors.office,
    metadata: { onBehalfOf: null, basis: {} },
    ...envelope,
  }));
