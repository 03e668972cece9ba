import type { Basis, LaterMembers } from '@duban/kernel';
import type { LogEntry } from '../fold/log-entry.ts';
import type { Projection, Row, TableSpec } from '../projection.ts';
import { laterMembersOf } from '../fold/later-members-of.ts';
import { lateDays } from '../replay/late-days.ts';
import { listText } from '../row-changes.ts';
import { freeText } from './free-text.ts';
import { itemIdsOf } from './item-ids.ts';

const auditTable = {
  name: 'audit',
  kind: 'appended',
  key: ['ordinal'],
  columns: {
    ordinal: 'integer',
    stream_key: 'integer',
    stream: 'text',
    revision: 'integer',
    position: 'text',
    event_id: 'text',
    type: 'text',
    schema_version: 'integer',
    item_ids: 'text',
    actor: 'text',
    role: 'text',
    organ: 'text',
    on_behalf_of: 'text',
    basis: 'text',
    decided_at: 'text',
    grounds: 'text',
    occurred_at: 'text',
    recorded_at: 'text',
    recorded_ms: 'integer',
    occurred_ms: 'integer',
    late_days: 'integer',
    command_id: 'text',
    correlation_id: 'text',
    causation_id: 'text',
    rule_set: 'text',
    calendar: 'text',
    data: 'text',
  },
  indexes: [['stream_key', 'revision']],
  search: true,
} as const satisfies TableSpec;

const basisText = (basis: Basis): string => JSON.stringify(basis);

const groundsText = (metadata: LaterMembers): string => {
  const { decision, mandate, paper } = laterMembersOf(metadata);
  return JSON.stringify({ decision, mandate, paper });
};

const metadataOf = ({ metadata }: LogEntry['stored']): Row => ({
  actor: metadata.actor.id,
  role: metadata.actor.role,
  organ: metadata.actor.organ,
  on_behalf_of: metadata.onBehalfOf,
  basis: basisText(metadata.basis),
  decided_at: metadata.decidedAt ?? null,
  grounds: groundsText(metadata),
  occurred_at: metadata.occurredAt,
  recorded_at: metadata.recordedAt,
  command_id: metadata.commandId,
  correlation_id: metadata.correlationId,
  causation_id: metadata.causationId,
  rule_set: metadata.ruleSet,
  calendar: metadata.calendar,
});

const auditRow = (entry: LogEntry, streamKey: number): Row => {
  const { stored, ordinal, recordedMs, occurredMs } = entry;
  return {
    ordinal,
    stream_key: streamKey,
    stream: stored.stream,
    revision: stored.revision,
    position: stored.position,
    event_id: stored.id,
    type: stored.type,
    schema_version: stored.schemaVersion,
    item_ids: listText(itemIdsOf(stored.data)),
    ...metadataOf(stored),
    recorded_ms: recordedMs,
    occurred_ms: occurredMs,
    late_days: lateDays(entry),
    data: JSON.stringify(stored.data),
  };
};

/**
 * Every event of every stream as it is stored, for auditors; a case's timeline is its part of it. Kinds of events are
 * found by the catalogue of sentences, so only what people wrote is in the full-text index.
 */
export const auditTrailProjection: Projection = {
  name: 'audit-trail',
  version: 2,
  tables: [auditTable],
  project: ({ entry, after }) => [
    {
      op: 'put',
      table: auditTable.name,
      row: auditRow(entry, after.key),
      search: freeText(entry.stored.data),
    },
  ],
};
