import { decodeEvent, eventSeenBy, tellEvent, type Audience } from '@duban/contracts';
import type { JsonObject } from '@duban/kernel';
import { listOf, type Language } from '@duban/projections';
import type { EventView } from '../api/case.query.ts';
import { numberOf, textOf, textOrNull, type ResultRow } from './sql.ts';

export type NameOf = (reference: string) => string | undefined;

type Facts = Pick<
  EventView,
  'id' | 'revision' | 'type' | 'schemaVersion' | 'actor' | 'occurredAt' | 'recordedAt' | 'data'
>;

/** An event that this release cannot read is still an event: it is shown by its type. */
const sentenceOf = (
  facts: Facts,
  paper: EventView['paper'],
  { language, nameOf }: Pick<Telling, 'language' | 'nameOf'>,
): string => {
  const { id, revision, type, schemaVersion, data, actor, occurredAt, recordedAt } = facts;
  try {
    const metadata = { occurredAt, recordedAt, actor };
    const event = decodeEvent({ id, revision, type, schemaVersion, data, metadata });
    return tellEvent(paper === null ? event : { ...event, paper }, language, nameOf);
  } catch {
    return type;
  }
};

const factsOf = (row: ResultRow): Facts => ({
  id: textOf(row, 'event_id'),
  revision: numberOf(row, 'revision'),
  type: textOf(row, 'type'),
  schemaVersion: numberOf(row, 'schema_version'),
  actor: { id: textOf(row, 'actor'), role: textOf(row, 'role'), organ: textOf(row, 'organ') },
  occurredAt: textOf(row, 'occurred_at'),
  recordedAt: textOf(row, 'recorded_at'),
  data: JSON.parse(textOf(row, 'data')) as JsonObject,
});

export type Telling = { readonly language: Language; readonly nameOf: NameOf; readonly audience: Audience };

/** A row of the audit trail as people and programs get it; null where this audience gets nothing of it. */
export const eventView = (row: ResultRow, { language, nameOf, audience }: Telling): EventView | null => {
  const stored = factsOf(row);
  const grounds = JSON.parse(textOf(row, 'grounds')) as Pick<EventView, 'decision' | 'mandate' | 'paper'>;
  const { decision } = grounds;
  const metadata = {
    basis: JSON.parse(textOf(row, 'basis')) as EventView['basis'],
    ...(decision === null ? {} : { decision }),
  };
  const seen = eventSeenBy({ ...stored, metadata }, audience);
  if (seen === null) return null;
  const { metadata: _metadata, ...facts } = seen;
  return {
    ...facts,
    stream: textOf(row, 'stream'),
    position: textOf(row, 'position') as EventView['position'],
    itemIds: listOf(textOf(row, 'item_ids')),
    sentence: sentenceOf(facts, grounds.paper, { language, nameOf }),
    onBehalfOf: textOrNull(row, 'on_behalf_of'),
    basis: seen.metadata.basis,
    decidedAt: textOrNull(row, 'decided_at'),
    ...grounds,
    decision: seen.metadata.decision ?? null,
    recordedLateDays: numberOf(row, 'late_days'),
    commandId: textOf(row, 'command_id'),
    correlationId: textOf(row, 'correlation_id'),
    causationId: textOf(row, 'causation_id'),
    ruleSet: textOrNull(row, 'rule_set'),
    calendar: textOrNull(row, 'calendar'),
  };
};
