import { eventTextsSeenBy, type Audience } from '@duban/contracts';
import type { JsonObject } from '@duban/projections';
import type { Page } from '../api/board.query.ts';
import type {
  Evaluation,
  EvaluationKind,
  EvaluationsQuery,
  SatisfactionSummary,
} from '../api/report.query.ts';
import { listLimit, readCursor, writeCursor } from './cursor.ts';
import { listOf } from '@duban/projections';
import {
  all,
  join,
  noneOf,
  numberOf,
  numberOrNull,
  oneOf,
  sql,
  textOf,
  textOrNull,
  type Connection,
  type ResultRow,
  type Sql,
} from './sql.ts';

const conditionsOf = (query: EvaluationsQuery): readonly Sql[] => [
  ...noneOf('case_id', query.without),
  ...(query.caseId === undefined ? [] : [sql('case_id = ?', query.caseId)]),
  ...(query.itemId === undefined ? [] : [sql('instr(item_ids, ?) > 0', `|${query.itemId}|`)]),
  ...(query.kind === undefined ? [] : [oneOf('kind', query.kind)]),
  ...(query.from === undefined ? [] : [sql('date >= ?', query.from)]),
  ...(query.to === undefined ? [] : [sql('date <= ?', query.to)]),
];

const EVENTS: Readonly<Record<EvaluationKind, string>> = {
  vote: 'VoteRecorded',
  survey: 'SurveyWaveRecorded',
  inspection: 'InspectionRecorded',
  appraisal: 'AppraisalRecorded',
  conclusion: 'EvaluationConcluded',
  'reply-evaluation': 'ReplyEvaluated',
};

const dataOf = (row: ResultRow, audience: Audience): JsonObject => {
  const event = EVENTS[textOf(row, 'kind') as EvaluationKind];
  return eventTextsSeenBy(event, JSON.parse(textOf(row, 'data')) as JsonObject, audience);
};

const evaluationOf = (row: ResultRow, audience: Audience): Evaluation => ({
  eventId: textOf(row, 'event_id'),
  kind: textOf(row, 'kind') as EvaluationKind,
  caseId: textOf(row, 'case_id'),
  itemIds: listOf(textOf(row, 'item_ids')),
  cycle: numberOrNull(row, 'cycle'),
  date: textOf(row, 'date'),
  outcome: textOrNull(row, 'outcome'),
  positivePerMille: numberOrNull(row, 'positive'),
  topTwoPerMille: numberOrNull(row, 'top_two'),
  data: dataOf(row, audience),
});

/** Newest first. */
export const evaluations = (connection: Connection, query: EvaluationsQuery): Page<Evaluation> => {
  const limit = listLimit(query.limit);
  const beyond =
    query.cursor === undefined
      ? []
      : [sql('(date, event_id, item) < (?, ?, ?)', ...readCursor(query.cursor, 'evaluations', 3))];
  const rows = connection.rows(
    join(
      [
        sql('SELECT * FROM evaluations WHERE'),
        all([...conditionsOf(query), ...beyond]),
        sql('ORDER BY date DESC, event_id DESC, item DESC LIMIT ?', limit + 1),
      ],
      ' ',
    ),
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const place = [last?.['date'] ?? null, last?.['event_id'] ?? null, last?.['item'] ?? null];
  return {
    items: page.map((row) => evaluationOf(row, query.audience ?? 'analysis')),
    next: rows.length > limit ? writeCursor('evaluations', place) : null,
  };
};

/** First and last conclusion of every concluded item: a later "satisfied" never hides an earlier "dissatisfied" (C20). */
export const satisfaction = (connection: Connection, query: EvaluationsQuery): SatisfactionSummary => {
  const [row = {}] = connection.rows(
    join(
      [
        sql(`SELECT count(*) AS concluded, sum(last = 'satisfied') AS satisfied, sum(last = 'basic') AS basic,
               sum(last = 'dissatisfied') AS dissatisfied, sum(first <> 'dissatisfied') AS first_time
             FROM (SELECT DISTINCT case_key, item,
               first_value(outcome) OVER (PARTITION BY case_key, item ORDER BY cycle, round, date, event_id) AS first,
               first_value(outcome) OVER (PARTITION BY case_key, item ORDER BY cycle DESC, round DESC, date DESC, event_id DESC) AS last
             FROM evaluations WHERE kind = 'conclusion' AND`),
        all(conditionsOf(query)),
        sql(')'),
      ],
      ' ',
    ),
  );
  return {
    concludedItems: numberOf(row, 'concluded'),
    satisfied: numberOf(row, 'satisfied'),
    basic: numberOf(row, 'basic'),
    dissatisfied: numberOf(row, 'dissatisfied'),
    satisfiedFirstTime: numberOf(row, 'first_time'),
  };
};
