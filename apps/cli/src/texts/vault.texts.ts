import { words } from './words.ts';

export const vaultTexts = {
  fine: words('密钥库与日志配套,无需处理', 'The vault belongs to the log; there is nothing to do'),
  fault: words('问题', 'What is wrong'),
  texts: words('将永远无法读取的文字', 'Texts that nobody will ever read again'),
  keys: words('缺少的密钥', 'Keys that are missing'),
  putAside: words('旧文件移到', 'The old file is now'),
  wouldBeLost: words(
    '什么都没有改动。先找备份:恢复密钥库后一切照旧。确已丢失的,停止所有督办进程,备份 read-models 文件夹(其中可能还有这些文字),再加上 --accept-loss 执行:上述文字、附件和姓名从此永远显示为“密钥已丢失”,不能撤销;日志、证明和事件顺序不变。',
    'Nothing was changed. Look for a backup first: once the vault is restored, all is as it was. If it is lost, end every Duban process, keep a copy of the folder read-models, which may be the last to hold these texts, and run this again with --accept-loss: texts, files and names then read as lost for ever, and that cannot be taken back. Log, order and proofs stay as they are.',
  ),
  renewed: words(
    '已开始使用新的密钥库。请立即备份密钥库和主密钥,并运行 duban rebuild。',
    'A new vault is in use. Back it up with its master key now, and run duban rebuild.',
  ),
} as const;
