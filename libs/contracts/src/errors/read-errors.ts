import { refusal } from '../texts/refusals/refusal.ts';
import { EXIT, type ErrorEntries } from './error-entry.ts';

/** Codes of queries, read models and their runners. */
export type ReadFaultCode =
  | 'cursor.invalid'
  | 'limit.invalid'
  | 'as-of.invalid'
  | 'today.invalid'
  | 'calendar.period-invalid'
  | 'access.undeclared'
  | 'read-model.not-built'
  | 'runner.no-reader'
  | 'runner.not-owner'
  | 'projection.revision-gap'
  | 'projection.too-many-parked'
  | 'rebuild.differs'
  | 'replay.not-whole';

export const readErrors: ErrorEntries<ReadFaultCode> = {
  'cursor.invalid': {
    status: 422,
    exitCode: EXIT.invalid,
    ...refusal(
      ['分页游标无效', 'The cursor was not made for this list'],
      ['从第一页开始', 'Begin with the first page'],
    ),
  },
  'limit.invalid': {
    status: 422,
    exitCode: EXIT.invalid,
    ...refusal(['每页数量超出范围', 'A page cannot hold that many'], ['改正 limit', 'Mend limit']),
  },
  'as-of.invalid': {
    status: 422,
    exitCode: EXIT.invalid,
    ...refusal(
      ['时点格式有误', 'The moment cannot be read'],
      ['写作 2026-03-05T09:00:00+08:00', 'Write it as 2026-03-05T09:00:00+08:00'],
    ),
  },
  'today.invalid': {
    status: 422,
    exitCode: EXIT.invalid,
    ...refusal(['日期格式有误', 'The date cannot be read'], ['写作 2026-03-05', 'Write it as 2026-03-05']),
  },
  'calendar.period-invalid': {
    status: 422,
    exitCode: EXIT.invalid,
    ...refusal(
      ['期限必须是正整数', 'A legal period counts from 1'],
      ['填写正整数', 'Give a positive whole number'],
    ),
  },
  'access.undeclared': {
    status: 500,
    exitCode: EXIT.failed,
    ...refusal(
      ['接口没有写明权限', 'A route does not say who may use it'],
      ['为该接口声明权限', 'Declare who may use it'],
    ),
  },
  'read-model.not-built': {
    status: 503,
    exitCode: EXIT.unavailable,
    ...refusal(
      ['查询数据尚未建立', 'The read models are not built yet'],
      ['启动服务，或运行 duban rebuild', 'Start the service, or run duban rebuild'],
    ),
  },
  'runner.no-reader': {
    status: 500,
    exitCode: EXIT.failed,
    ...refusal(
      ['没有可用的日志读取器', 'There is no reader of the log'],
      ['联系管理员', 'Tell the administrator'],
    ),
  },
  'runner.not-owner': {
    status: 503,
    exitCode: EXIT.unavailable,
    ...refusal(
      ['查询数据由另一进程维护', 'Another process has these read models'],
      ['等待，或停止另一进程', 'Wait, or stop the other process'],
    ),
  },
  'projection.revision-gap': {
    status: 500,
    exitCode: EXIT.damaged,
    ...refusal(
      ['事件流有缺口', 'A stream has a gap'],
      ['运行 duban verify，再重建', 'Run duban verify, then rebuild'],
    ),
  },
  'projection.too-many-parked': {
    status: 503,
    exitCode: EXIT.unavailable,
    ...refusal(
      ['搁置的案件过多，已停止', 'Too many streams are parked, so the runner stopped'],
      ['排除原因后重试', 'Correct the cause, then retry'],
    ),
  },
  'rebuild.differs': {
    status: 500,
    exitCode: EXIT.damaged,
    ...refusal(
      ['重建结果不一致，没有切换', 'The rebuild differs, so it was not switched'],
      ['保留原数据并报告', 'Keep the old one and report it'],
    ),
  },
  'replay.not-whole': {
    status: 500,
    exitCode: EXIT.damaged,
    ...refusal(
      ['案件的事件不完整', 'The history of the case is not whole'],
      ['运行 duban doctor 和 duban verify', 'Run duban doctor and duban verify'],
    ),
  },
};
