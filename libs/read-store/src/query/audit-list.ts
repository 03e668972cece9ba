import { correctingEvents, officePapers, type Audience } from '@duban/contracts';
import { epochMs } from '@duban/projections';
import type { EventsQuery, EventView } from '../api/case.query.ts';
import type { Page } from '../api/board.query.ts';
import type { AuditQuery } from '../api/report.query.ts';
import { listLimit, readCursor, writeCursor } from './cursor.ts';
import { eventView, type NameOf } from './event-view.ts';
import { momentOf } from './moment.ts';
import { referenceBodies } from './reference.ts';
import { searchConditions } from './search-words.ts';
import { all, join, oneOf, sql, type Connection, type Sql } from './sql.ts';

type Listing = {
  readonly conditions: readonly Sql[];
  readonly order: 'newest' | 'oldest';
  readonly audience: Audience;
  readonly language?: AuditQuery['language'];
  readonly limit?: number;
  readonly cursor?: string;
};

/** Organs by their last names; people and items stay references here, whoever asks may know more. */
const organNames = (connection: Connection): NameOf => {
  const names = new Map(
    referenceBodies(connection, 'organ', null).map(({ organId, names: all }) => [organId, all.at(-1)?.name]),
  );
  return (reference) => names.get(reference);
};

const LEAST: Audience = 'analysis';

/** Papers, and corrections of papers, which repeat their words. */
const isPaper = (): Sql => {
  const [own, correcting, corrected] = [
    oneOf('type', officePapers),
    oneOf('type', correctingEvents),
    oneOf("json_extract(data, '$.targetType')", officePapers),
  ];
  return sql(
    `(${own.text} OR (${correcting.text} AND ${corrected.text}))`,
    ...own.values,
    ...correcting.values,
    ...corrected.values,
  );
};

const isNot = ({ text, values }: Sql): Sql => sql(`NOT ${text}`, ...values);

const among = (head: string, { text, values }: Sql): Sql => sql(`${head} ${text})`, ...values);

/** What is hidden whole takes no place on a page. */
const notHidden = (audience: Audience): readonly Sql[] =>
  audience === 'office' || audience === 'audit' ? [] : [isNot(isPaper())];

/** A word that was found in a paper would tell of it. */
const notSearched = ({ audience }: AuditQuery): readonly Sql[] =>
  audience === 'audit' ? [isNot(isPaper())] : [];

const listEvents = (connection: Connection, listing: Listing): Page<EventView> => {
  const { conditions, order, audience, language = 'zh', cursor } = listing;
  const limit = listLimit(listing.limit);
  const [after] = cursor === undefined ? [] : readCursor(cursor, `audit ${order}`, 1);
  const beyond = after === undefined ? [] : [sql(`ordinal ${order === 'newest' ? '<' : '>'} ?`, after)];
  const rows = connection.rows(
    join(
      [
        sql('SELECT * FROM audit WHERE'),
        all([...conditions, ...notHidden(audience), ...beyond]),
        sql(`ORDER BY ordinal ${order === 'newest' ? 'DESC' : 'ASC'} LIMIT ?`, limit + 1),
      ],
      ' ',
    ),
  );
  const page = rows.slice(0, limit);
  const telling = { language, nameOf: organNames(connection), audience };
  return {
    items: page.flatMap((row) => eventView(row, telling) ?? []),
    next: rows.length > limit ? writeCursor(`audit ${order}`, [page.at(-1)?.['ordinal'] ?? null]) : null,
  };
};

const paging = ({ language, limit, cursor }: Pick<AuditQuery, 'language' | 'limit' | 'cursor'>) => ({
  ...(language === undefined ? {} : { language }),
  ...(limit === undefined ? {} : { limit }),
  ...(cursor === undefined ? {} : { cursor }),
});

/** A case's timeline: its part of the audit trail, oldest first. */
export const caseEvents = (
  connection: Connection,
  caseId: string,
  query: EventsQuery = {},
): Page<EventView> => {
  const at = momentOf(query);
  return listEvents(connection, {
    ...paging(query),
    audience: query.audience ?? LEAST,
    order: 'oldest',
    conditions: [
      sql('stream_key = (SELECT key FROM stream WHERE name = ?)', `case-${caseId}`),
      ...(query.itemId === undefined ? [] : [sql('instr(item_ids, ?) > 0', `|${query.itemId}|`)]),
      ...(at === null ? [] : [sql(`${at.by}_ms <= ?`, at.ms)]),
    ],
  });
};

const COLUMNS = {
  actor: 'actor',
  organ: 'organ',
  commandId: 'command_id',
  correlationId: 'correlation_id',
} as const;

export const auditEvents = (connection: Connection, query: AuditQuery): Page<EventView> => {
  const equal = Object.entries(COLUMNS).flatMap(([field, column]) => {
    const value = query[field as keyof typeof COLUMNS];
    return value === undefined ? [] : [sql(`${column} = ?`, value)];
  });
  const { text, stream, type, recordedFrom, recordedTo, recordedLateDays, withoutStreams = [] } = query;
  return listEvents(connection, {
    ...paging(query),
    audience: query.audience ?? LEAST,
    order: query.order ?? 'newest',
    conditions: [
      ...equal,
      ...(withoutStreams.length === 0
        ? []
        : [isNot(among('stream_key IN (SELECT key FROM stream WHERE', oneOf('name', withoutStreams)))]),
      ...(stream === undefined ? [] : [sql('stream_key = (SELECT key FROM stream WHERE name = ?)', stream)]),
      ...(type === undefined ? [] : [oneOf('type', type)]),
      ...(recordedFrom === undefined ? [] : [sql('recorded_ms >= ?', epochMs(recordedFrom))]),
      ...(recordedTo === undefined ? [] : [sql('recorded_ms < ?', epochMs(recordedTo))]),
      ...(recordedLateDays === undefined ? [] : [sql('late_days >= ?', recordedLateDays)]),
      ...(text === undefined ? [] : [...searchConditions(connection, text), ...notSearched(query)]),
    ],
  });
};
