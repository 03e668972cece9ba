import { refusal } from '@duban/domain/texts';
import { EXIT, type ErrorEntries } from './error-entry.ts';

/** Codes of a process that cannot start because of the machine below it. */
export type StartFaultCode =
  | 'start.place-unusable'
  | 'start.disk-full'
  | 'start.disk-fails'
  | 'start.too-many-files'
  | 'start.damaged-file'
  | 'start.failed'
  | 'runner.silent';

export const startErrors: ErrorEntries<StartFaultCode> = {
  'start.place-unusable': {
    status: 503,
    exitCode: EXIT.unavailable,
    ...refusal(
      ['数据目录无法使用', 'The data folder cannot be used'],
      [
        '核对 DUBAN_DATA 是否为本机磁盘上可写的目录',
        'See that DUBAN_DATA is a writable folder on a local disk',
      ],
    ),
  },
  'start.disk-full': {
    status: 503,
    exitCode: EXIT.unavailable,
    ...refusal(['磁盘已满', 'The disk is full'], ['清出空间后重新启动', 'Make room, then start again']),
  },
  'start.disk-fails': {
    status: 503,
    exitCode: EXIT.damaged,
    ...refusal(
      ['磁盘读写出错', 'The disk cannot be read or written'],
      ['先检查磁盘，再做其他操作', 'Look at the disk before anything else'],
    ),
  },
  'start.too-many-files': {
    status: 503,
    exitCode: EXIT.unavailable,
    ...refusal(
      ['打开的文件过多', 'Too many files are open'],
      ['提高上限（ulimit -n）', 'Raise the limit (ulimit -n)'],
    ),
  },
  'start.damaged-file': {
    status: 503,
    exitCode: EXIT.damaged,
    ...refusal(
      ['数据目录中有损坏的数据库文件', 'A database in the data folder is damaged'],
      ['执行 npx duban doctor 查明是哪个文件', 'Run npx duban doctor, which names it'],
    ),
  },
  'start.failed': {
    status: 500,
    exitCode: EXIT.failed,
    ...refusal(
      ['启动失败，原因未预料到', 'The start failed for a reason that nobody foresaw'],
      ['把输出的内容交给系统管理员', 'Give what was printed to whoever looks after Duban'],
    ),
  },
  'runner.silent': {
    status: 503,
    exitCode: EXIT.unavailable,
    ...refusal(
      [
        '建立查询数据的线程没有响应，正在更换',
        'The thread of the read models is silent, and is being replaced',
      ],
      [
        '无需操作；若反复出现，查看磁盘和处理器负载',
        'Nothing to do; if it comes back, look at disk and processor',
      ],
    ),
  },
};
