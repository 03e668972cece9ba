import { refusal } from '@duban/domain/texts';
import { EXIT, type ErrorEntries } from './error-entry.ts';

/** Why a log takes no commands any more, although it can be read: what was acknowledged might be lost, or lost again. */
export const WRITES_STOPPED = ['log.file-gone', 'log.older-than-reader', 'log.other-history'] as const;

export type LogFaultCode = (typeof WRITES_STOPPED)[number] | 'recover.on-server';

export const logErrors: ErrorEntries<LogFaultCode> = {
  'recover.on-server': {
    status: 409,
    exitCode: EXIT.refused,
    ...refusal(
      [
        'EventStoreDB 的日志不能在此重新起算',
        'A log on EventStoreDB cannot begin a new epoch here: the server gives the positions',
      ],
      [
        '从其他成员或更新的备份还原；以后的版本会提供办法',
        'Restore from another member or a newer backup; a later release will bring another way',
      ],
    ),
  },
  'log.file-gone': {
    status: 503,
    exitCode: EXIT.damaged,
    ...refusal(
      [
        '日志文件已被移走、删除或替换，已停止受理',
        'The file of the log was moved, removed or replaced: nothing is taken any more',
      ],
      [
        '通知管理员：停止服务，把移走的文件连同 -wal 放回原处，再启动',
        'Tell the administrator: stop the server, put back what was moved together with its -wal, then start',
      ],
    ),
  },
  'log.older-than-reader': {
    status: 503,
    exitCode: EXIT.damaged,
    ...refusal(
      [
        '日志比已封存或已读过的内容旧，可能还原了旧备份；只能查询，不能办理',
        'The log ends before what was sealed or read: an older copy was put back. It can be read, and takes nothing',
      ],
      [
        '通知管理员：还原更新的备份；确实没有时执行 duban recover 查看缺失内容',
        'Tell the administrator: restore a newer backup; where there is none, duban recover shows what is lost',
      ],
    ),
  },
  'log.other-history': {
    status: 503,
    exitCode: EXIT.damaged,
    ...refusal(
      [
        '日志中已封存位置上的内容与封存时不同；只能查询，不能办理',
        'The log holds another event where one was sealed. It can be read, and takes nothing',
      ],
      [
        '通知管理员：保留两份日志作为证据，执行 duban export log 与 duban verify',
        'Tell the administrator: keep both logs as evidence, run duban export log and duban verify',
      ],
    ),
  },
};
