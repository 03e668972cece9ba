import { refusal } from '@duban/domain/texts';
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
  | 'read-model.building'
  | 'read-model.folder'
  | 'read-model.removed'
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
  'read-model.building': {
    status: 503,
    exitCode: EXIT.unavailable,
    ...refusal(
      [
        '正在由事件日志建立查询数据，完成前不显示任何数字',
        'The lists are being built from the log; no figure is shown before they are whole',
      ],
      [
        '无需操作，稍候自动可查；办理操作照常受理',
        'Nothing to do: ask again shortly. Commands are taken meanwhile',
      ],
    ),
  },
  'read-model.folder': {
    status: 503,
    exitCode: EXIT.unavailable,
    ...refusal(
      ['查询数据的目录无法使用', 'The folder of the read models cannot be used'],
      [
        '核对 DUBAN_DATA 下 read-models 的权限和磁盘；该目录可以整个删除，会由日志重建',
        'Look at rights and disk of read-models in DUBAN_DATA. The folder may be deleted: it is built again from the log',
      ],
    ),
  },
  'read-model.removed': {
    status: 503,
    exitCode: EXIT.unavailable,
    ...refusal(
      ['查询数据的文件在运行中被移走', 'The files of the read models were taken away while Duban ran'],
      ['无需操作，会由日志重建', 'Nothing to do: they are built again from the log'],
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
