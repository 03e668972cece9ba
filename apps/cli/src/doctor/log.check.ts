import type { LogHealth, Pragmas } from '@duban/event-store-sqlite';
import { words } from '../texts/words.ts';
import { fine, finding, type Finding } from './finding.ts';

export type LogFacts = {
  readonly health: LogHealth;
  readonly pragmas: Pragmas;
  readonly events: number | null;
};

const WAL_BYTES = 268_435_456;

/** Its first answer is the check. */
export const checkReachedLog = (): Finding =>
  fine('log', words('EventStoreDB 可以访问', 'EventStoreDB answers'));

export const checkLog = ({ health, pragmas, events }: LogFacts): readonly Finding[] => {
  if (health.status !== 'ok')
    return [finding('log', 'fail', words(health.code, health.code), words(health.remedy, health.remedy))];
  const journal = String(pragmas['journal_mode']);
  const about = `${events ?? '?'} events, journal_mode=${journal}, synchronous=FULL`;
  const log =
    journal === 'wal'
      ? fine('log', words(about, about))
      : finding(
          'log',
          'fail',
          words(`journal_mode=${journal},应为 wal`, `journal_mode=${journal}, should be wal`),
          words(
            '不要用其他工具打开日志文件;重新启动服务',
            'open the log with no other tool, and start the server again',
          ),
        );
  const wal = Math.round(health.walBytes / 1_048_576);
  return health.walBytes <= WAL_BYTES
    ? [log]
    : [
        log,
        finding(
          'log-wal',
          'warn',
          words(`预写日志 ${wal} MiB`, `the write-ahead log is ${wal} MiB`),
          words('结束长时间读取日志的进程', 'end processes that read the log for long'),
        ),
      ];
};
