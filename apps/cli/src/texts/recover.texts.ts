import { words } from './words.ts';

export const recoverTexts = {
  why: words('停止受理的原因', 'Why nothing is taken'),
  epoch: words('将开始的期次', 'Epoch to begin'),
  keptUpTo: words('日志保留至', 'The log is kept up to'),
  seenUpTo: words('曾读到或封存至', 'It was seen up to'),
  sealedKept: words('仍在的封存记录', 'Sealed records that are there'),
  sealedLost: words('丢失的封存记录', 'Sealed records that are lost'),
  streams: words('被截断的案件与记录流', 'Cases and streams cut short'),
  none: words('无已知', 'none that is known'),
  began: words('新期次起点', 'The epoch began at'),
  advice: words(
    '先找更新的备份。确实没有时：停止所有进程，保留此目录的副本，再执行 duban recover --accept-loss --basis <文号>。丢失的内容不会恢复，其位置不再使用。',
    'Look for a newer backup first. Where there is none: stop every process, keep a copy of this folder, then run ' +
      'duban recover --accept-loss --basis <document>. What is lost stays lost; its positions are not used again.',
  ),
  next: words(
    '启动服务；把新的验证公钥（duban export log 会显示）交给审计与见证方，旧日志的检查点仍是证据。',
    'Start the server. Give the new verifier key (duban export log shows it) to auditors and witnesses; the heads of the old log stay evidence.',
  ),
  nothing: words(
    '日志没有缺失：没有任何记录比它更新',
    'Nothing is lost: nothing beside the log has seen further',
  ),
} as const;
