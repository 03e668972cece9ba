import { refusal } from '@duban/domain/texts';
import { EXIT, type ErrorEntries } from './error-entry.ts';

/** Codes of a log that is kept by a server. */
export type ServerFaultCode =
  | 'lease.lost'
  | 'log.bad-connection-string'
  | 'log.second-server'
  | 'log.server-too-old'
  | 'log.access-denied';

export const serverErrors: ErrorEntries<ServerFaultCode> = {
  'log.bad-connection-string': {
    status: 500,
    exitCode: EXIT.invalid,
    ...refusal(
      ['日志服务器的连接串有误', 'The connection string of the log server cannot be used'],
      ['按说明改正；其中内容不会显示', 'Mend it as the message says; nothing of it is shown'],
    ),
  },
  'lease.lost': {
    status: 503,
    exitCode: EXIT.conflict,
    ...refusal(
      ['后台作业权已由其他进程取得', 'Another process has taken over the background jobs'],
      ['无需处理；由新的持有进程继续', 'Nothing to do: the new holder goes on'],
    ),
  },
  'log.second-server': {
    status: 500,
    exitCode: EXIT.failed,
    ...refusal(
      ['同一进程连接了两个日志服务器', 'One process connects to two log servers'],
      ['每个进程只用一个连接串', 'Use one connection string per process'],
    ),
  },
  'log.server-too-old': {
    status: 503,
    exitCode: EXIT.unavailable,
    ...refusal(
      ['日志服务器版本过旧', 'The log server is too old'],
      ['升级到 22.10 或更新版本', 'Use release 22.10 or newer'],
    ),
  },
  'log.access-denied': {
    status: 503,
    exitCode: EXIT.unavailable,
    ...refusal(
      ['日志服务器拒绝访问', 'The log server refuses access'],
      ['核对账号和权限', 'Check the user and the access lists'],
    ),
  },
};
