import { refusal } from '@duban/domain/texts';
import type { RegistryFaultCode } from '../events/registry-faults.ts';
import { auditErrors, type AuditFaultCode } from './audit-errors.ts';
import { EXIT, type ErrorEntries } from './error-entry.ts';
import { privacyErrors, type PrivacyFaultCode } from './privacy-errors.ts';
import { readErrors, type ReadFaultCode } from './read-errors.ts';

/** Codes that infrastructure throws; the process' own log names the details. */
export type FaultCode =
  | RegistryFaultCode
  | AuditFaultCode
  | PrivacyFaultCode
  | ReadFaultCode
  | 'event.schema'
  | 'event.unserialisable'
  | 'event.type-unknown'
  | 'event.version-unknown'
  | 'event.wrong-stream'
  | 'event.id-taken'
  | 'append.empty'
  | 'append.mixed-commands'
  | 'log.unavailable'
  | 'log.closed'
  | 'log.read-only'
  | 'log.foreign-file'
  | 'read.bad-limit'
  | 'position.mixed-formats';

export const faultErrors: ErrorEntries<FaultCode> = {
  ...auditErrors,
  ...privacyErrors,
  ...readErrors,
  'event.schema': {
    status: 422,
    exitCode: EXIT.invalid,
    ...refusal(
      ['事件内容不符合格式', 'The event does not fit its schema'],
      ['按 errors 逐项改正', 'Mend what errors names'],
    ),
  },
  'event.unserialisable': {
    status: 422,
    exitCode: EXIT.invalid,
    ...refusal(
      ['内容无法保存或超过 1 MiB', 'The content cannot be stored or is over 1 MiB'],
      ['去掉无法保存的值或缩小内容', 'Take out what cannot be stored, or make it smaller'],
    ),
  },
  'event.type-unknown': {
    status: 503,
    exitCode: EXIT.damaged,
    ...refusal(
      ['日志中有本版本不认识的事件类型', 'The log holds an event type that this release does not know'],
      ['升级到写入该事件的版本', 'Run the release that wrote it, or a newer one'],
    ),
  },
  'event.version-unknown': {
    status: 503,
    exitCode: EXIT.damaged,
    ...refusal(
      ['日志中有更新版本的事件', 'The log holds an event of a newer version'],
      ['升级到写入该事件的版本', 'Run the release that wrote it, or a newer one'],
    ),
  },
  'event.wrong-stream': {
    status: 500,
    exitCode: EXIT.damaged,
    ...refusal(
      ['事件不属于这类事件流', 'The event does not belong to this kind of stream'],
      ['停止写入并核查日志', 'Stop writing and verify the log'],
    ),
  },
  'event.id-taken': {
    status: 500,
    exitCode: EXIT.failed,
    ...refusal(['事件编号已被占用', 'The event id is taken'], ['联系管理员', 'Tell the administrator']),
  },
  'append.empty': {
    status: 500,
    exitCode: EXIT.failed,
    ...refusal(['没有可写入的事件', 'There is nothing to append'], ['联系管理员', 'Tell the administrator']),
  },
  'append.mixed-commands': {
    status: 500,
    exitCode: EXIT.failed,
    ...refusal(
      ['一次写入混有不同命令的事件', 'The events come from more than one command'],
      ['联系管理员', 'Tell the administrator'],
    ),
  },
  'log.unavailable': {
    status: 503,
    exitCode: EXIT.unavailable,
    ...refusal(
      ['事件日志暂不可用，没有写入任何内容', 'The log is unavailable; nothing was written'],
      ['检查磁盘和连接后重试', 'Check disk and connection, then try again'],
    ),
  },
  'log.closed': {
    status: 503,
    exitCode: EXIT.unavailable,
    ...refusal(
      ['事件日志已关闭', 'The log is closed'],
      ['等待服务重新启动', 'Wait until the service is up again'],
    ),
  },
  'log.read-only': {
    status: 503,
    exitCode: EXIT.unavailable,
    ...refusal(
      ['事件日志只读', 'The log is read-only'],
      ['检查文件权限和磁盘', 'Check permissions and disk'],
    ),
  },
  'log.foreign-file': {
    status: 503,
    exitCode: EXIT.damaged,
    ...refusal(
      ['文件不是督办的事件日志', 'The file is not a Duban log'],
      ['核对数据目录', 'Check the data directory'],
    ),
  },
  'read.bad-limit': {
    status: 422,
    exitCode: EXIT.invalid,
    ...refusal(
      ['每页数量必须是正整数', 'A page holds a positive whole number of events'],
      ['改正 limit', 'Mend limit'],
    ),
  },
  'position.mixed-formats': {
    status: 422,
    exitCode: EXIT.invalid,
    ...refusal(
      ['位置来自另一种日志', 'The position comes from another kind of log'],
      ['从头开始，或使用本日志给出的位置', 'Start anew, or use a position of this log'],
    ),
  },
  'registry.duplicate-type': {
    status: 500,
    exitCode: EXIT.failed,
    ...refusal(
      ['事件类型重复登记', 'An event type is registered twice'],
      ['修正登记表', 'Mend the registry'],
    ),
  },
  'registry.duplicate-version': {
    status: 500,
    exitCode: EXIT.failed,
    ...refusal(['事件版本重复登记', 'A version is registered twice'], ['修正登记表', 'Mend the registry']),
  },
  'registry.duplicate-upcaster': {
    status: 500,
    exitCode: EXIT.failed,
    ...refusal(['升级转换重复登记', 'An upcaster is registered twice'], ['修正登记表', 'Mend the registry']),
  },
  'registry.gap': {
    status: 500,
    exitCode: EXIT.failed,
    ...refusal(
      ['事件版本不连续', 'The versions have a gap'],
      ['补齐缺少的版本或转换', 'Add the version or upcaster that is missing'],
    ),
  },
  'registry.cycle': {
    status: 500,
    exitCode: EXIT.failed,
    ...refusal(
      ['升级转换形成循环', 'The upcasters form a cycle'],
      ['每个转换只到下一版本', 'Let each lead to the next version'],
    ),
  },
  'registry.latest-wrong': {
    status: 500,
    exitCode: EXIT.failed,
    ...refusal(['最新版本号有误', 'The latest version is wrong'], ['修正登记表', 'Mend the registry']),
  },
};
