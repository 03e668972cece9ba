import { refusal } from '@duban/domain/texts';
import { EXIT, type ErrorEntries } from './error-entry.ts';

/** Codes of a process that works on the log itself: settings, profile and file. */
export type ToolFaultCode =
  | 'config.invalid'
  | 'command.occurred-at'
  | 'log.not-durable'
  | 'log.schema-newer'
  | 'log.not-there'
  | 'server.cannot-listen'
  | 'republish.suffix'
  | 'seed.refused'
  | 'steps.asker-unsaid';

export const toolErrors: ErrorEntries<ToolFaultCode> = {
  'config.invalid': {
    status: 500,
    exitCode: EXIT.invalid,
    ...refusal(['设置无法使用', 'The settings cannot be used'], ['逐项改正', 'Mend each of them']),
  },
  'command.occurred-at': {
    status: 422,
    exitCode: EXIT.invalid,
    ...refusal(
      ['时间格式有误', 'The time cannot be read'],
      ['写作 2026-03-05T09:00:00+08:00', 'Write it as 2026-03-05T09:00:00+08:00'],
    ),
  },
  'server.cannot-listen': {
    status: 503,
    exitCode: EXIT.unavailable,
    ...refusal(
      ['无法监听该地址', 'This address cannot be listened on'],
      ['换一个端口（PORT），或停掉占用它的程序', 'Choose another PORT, or stop what uses this one'],
    ),
  },
  'log.not-durable': {
    status: 503,
    exitCode: EXIT.unavailable,
    ...refusal(
      ['该位置不能可靠保存日志', 'The log cannot be kept safely at this place'],
      ['把数据目录放在本机磁盘上', 'Keep the data folder on a local disk'],
    ),
  },
  'log.schema-newer': {
    status: 503,
    exitCode: EXIT.damaged,
    ...refusal(
      ['日志由更新的版本建立', 'The log was made by a newer release'],
      ['升级到该版本', 'Run that release'],
    ),
  },
  'log.not-there': {
    status: 404,
    exitCode: EXIT.notFound,
    ...refusal(
      ['数据目录中没有事件日志', 'The data folder holds no log'],
      ['设置 DUBAN_DATA，或先执行 npm start', 'Set DUBAN_DATA, or run npm start first'],
    ),
  },
  'republish.suffix': {
    status: 422,
    exitCode: EXIT.invalid,
    ...refusal(
      ['重发的主题后缀无效', 'The suffix of the topics does not fit'],
      [
        '写成 .r2 的形式：小写字母、数字、点和短横',
        'Write it as .r2: lower-case letters, digits, dots and hyphens',
      ],
    ),
  },
  'steps.asker-unsaid': {
    status: 422,
    exitCode: EXIT.invalid,
    ...refusal(
      ['没有说明由谁来办', 'It is not said who asks'],
      [
        '写明 --role；承办单位另加 --organ，代表另加 --as',
        'Say --role; for an organ’s part also --organ, for a deputy also --as',
      ],
    ),
  },
  'seed.refused': {
    status: 500,
    exitCode: EXIT.failed,
    ...refusal(
      ['内置日历或规则未能写入', 'The built-in calendar or rules could not be written'],
      ['查看详情，联系管理员', 'See the details and tell the administrator'],
    ),
  },
};
