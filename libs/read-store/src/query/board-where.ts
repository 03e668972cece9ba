import type { BoardFilter, BoardFlag } from '../api/board.query.ts';
import type { Lights } from './light-sql.ts';
import { all, contains, join, oneOf, sql, type Sql } from './sql.ts';

const flagSql = (flag: BoardFlag, today: string): Sql => {
  switch (flag) {
    case 'overdue':
      return sql('running < ?', today);
    case 'extended':
      return sql('extensions > 0');
    case 'escalated':
      return sql('escalations > 0');
    case 'suspended':
      return sql(`stage = 'SUSPENDED'`);
    case 'provisional':
      return sql('provisional = 1');
    case 'dissatisfied':
      return sql('failures > 0');
  }
};

const SEARCHED = ['title', 'item_no', 'case_no', 'source_title', 'source_no'];

const equals = (column: string, value: string | undefined): readonly Sql[] =>
  value === undefined ? [] : [sql(`${column} = ?`, value)];

const among = (column: string, values: readonly string[] | undefined): readonly Sql[] =>
  values === undefined ? [] : [oneOf(column, values)];

const lightSql = (colors: readonly string[] | undefined, { color }: Lights): readonly Sql[] =>
  colors === undefined
    ? []
    : [sql(`(${color.text}) IN (SELECT value FROM json_each(?))`, ...color.values, JSON.stringify(colors))];

const organSql = ({ organ, leadOrgan }: BoardFilter): readonly Sql[] => [
  ...(organ === undefined
    ? []
    : [sql('(instr(leads, ?) > 0 OR instr(co_organs, ?) > 0)', `|${organ}|`, `|${organ}|`)]),
  ...(leadOrgan === undefined ? [] : [sql('instr(leads, ?) > 0', `|${leadOrgan}|`)]),
];

const dueSql = ({ dueFrom, dueTo }: BoardFilter): readonly Sql[] => [
  ...(dueFrom === undefined ? [] : [sql('COALESCE(running, due) >= ?', dueFrom)]),
  ...(dueTo === undefined ? [] : [sql('COALESCE(running, due) <= ?', dueTo)]),
];

const yesNo = (condition: string, value: boolean | undefined): readonly Sql[] =>
  value === undefined ? [] : [sql(value ? condition : `NOT (${condition})`)];

/** A board filter as one condition. Every word of `text` must occur in a title or number. */
export const boardWhere = (filter: BoardFilter, today: string, lights: Lights): Sql => {
  const words = (filter.text ?? '').split(/\s+/).filter((word) => word !== '');
  return all([
    ...among('stage', filter.stage),
    ...lightSql(filter.light, lights),
    ...organSql(filter),
    ...equals('addressee', filter.addressee),
    ...equals('topic', filter.topic),
    ...among('form', filter.form),
    ...among('disposition', filter.disposition),
    ...among('register_status', filter.registerStatus),
    ...equals('category', filter.category),
    ...equals('case_id', filter.caseId),
    ...equals('batch_id', filter.batchId),
    ...dueSql(filter),
    ...words.map((word) => {
      const anywhere = join(
        SEARCHED.map((column) => contains(column, word)),
        ' OR ',
      );
      return sql(`(${anywhere.text})`, ...anywhere.values);
    }),
    ...yesNo('imported = 1', filter.imported),
    ...yesNo('ended = 1', filter.ended),
    ...yesNo('running IS NOT NULL', filter.running),
    ...(filter.flag === undefined ? [] : [flagSql(filter.flag, today)]),
  ]);
};
