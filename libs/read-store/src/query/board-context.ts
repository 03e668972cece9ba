import { CodedError } from '@duban/kernel';
import { isIsoDate } from '@duban/projections';
import type { BoardScope } from '../api/board.query.ts';
import { boardSource } from './board-source.ts';
import { boardWhere } from './board-where.ts';
import { lightsOn, type Lights } from './light-sql.ts';
import { momentOf } from './moment.ts';
import { lightGround, type LightGround } from './reference.ts';
import { all, noneOf, type Connection, type Sql } from './sql.ts';

export type BoardContext = {
  readonly connection: Connection;
  readonly scope: BoardScope;
  readonly ground: LightGround;
  readonly lights: Lights;
  readonly source: Sql;
  readonly where: Sql;
};

/** What all questions about the board begin with. @throws CodedError `today.invalid`, `as-of.invalid` */
export const boardContext = (connection: Connection, scope: BoardScope): BoardContext => {
  const { today } = scope;
  if (!isIsoDate(today)) throw new CodedError('today.invalid', `${today} is no date: write 2026-03-05`);
  const at = momentOf(scope);
  const ground = lightGround(connection, at);
  const lights = lightsOn(ground, today);
  return {
    connection,
    scope,
    ground,
    lights,
    source: boardSource(at),
    where: all([boardWhere(scope, today, lights), ...noneOf('case_id', scope.without)]),
  };
};
