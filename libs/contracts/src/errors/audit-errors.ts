import { refusal } from '@duban/domain/texts';
import { EXIT, type ErrorEntries } from './error-entry.ts';

/** Codes of sealing, proving and exporting the log: what they stop for, nobody may step over. */
export type AuditFaultCode =
  | 'audit.fork'
  | 'audit.rolled-back'
  | 'audit.epoch-began'
  | 'audit.log-behind'
  | 'audit.log-rewritten'
  | 'audit.other-log'
  | 'audit.guard-damaged'
  | 'audit.key-missing'
  | 'audit.key-exposed'
  | 'audit.key-unusable'
  | 'audit.not-sealed'
  | 'audit.checkpoint-moved'
  | 'audit.sealing-busy'
  | 'audit.key-exists'
  | 'audit.no-reader'
  | 'audit.tsa-refused'
  | 'audit.tsa-unreachable'
  | 'audit.key-unknown'
  | 'audit.note-forged'
  | 'audit.witness-refused'
  | 'audit.witness-unreachable'
  | 'jcs.refused';

export const auditErrors: ErrorEntries<AuditFaultCode> = {
  'audit.fork': {
    status: 500,
    exitCode: EXIT.damaged,
    ...refusal(
      ['已签名的记录与日志不一致', 'The log is not the one that was signed'],
      ['停止写入，运行 duban verify', 'Stop writing and run duban verify'],
    ),
  },
  'audit.epoch-began': {
    status: 503,
    exitCode: EXIT.unavailable,
    ...refusal(
      ['日志已重新起算', 'The log began a new epoch'],
      ['重新启动此进程', 'Start this process again'],
    ),
  },
  'audit.rolled-back': {
    status: 500,
    exitCode: EXIT.damaged,
    ...refusal(
      ['日志比已签名的短', 'The log is shorter than what was signed'],
      ['恢复最近的备份，运行 duban verify', 'Restore the latest backup and run duban verify'],
    ),
  },
  'audit.log-behind': {
    status: 500,
    exitCode: EXIT.damaged,
    ...refusal(
      ['日志缺少已封存的记录', 'The log ends before what is sealed'],
      ['恢复日志后再启动', 'Restore the log before starting'],
    ),
  },
  'audit.log-rewritten': {
    status: 500,
    exitCode: EXIT.damaged,
    ...refusal(
      ['已封存的记录被改动', 'A sealed event was changed'],
      ['停止写入，运行 duban verify', 'Stop writing and run duban verify'],
    ),
  },
  'audit.other-log': {
    status: 500,
    exitCode: EXIT.damaged,
    ...refusal(
      ['封存文件属于另一日志', 'The seals belong to another log'],
      ['核对数据目录和设置', 'Check the data directory and the settings'],
    ),
  },
  'audit.guard-damaged': {
    status: 500,
    exitCode: EXIT.damaged,
    ...refusal(
      ['封存凭据文件损坏', 'The guard of the seals is damaged'],
      ['从备份恢复，不要删除', 'Restore it from the backup; do not delete it'],
    ),
  },
  'audit.key-missing': {
    status: 503,
    exitCode: EXIT.unavailable,
    ...refusal(
      ['没有签名密钥', 'There is no signing key'],
      ['放置 Ed25519 私钥（0600）', 'Provide an Ed25519 key, mode 0600'],
    ),
  },
  'audit.key-exposed': {
    status: 503,
    exitCode: EXIT.unavailable,
    ...refusal(
      ['签名密钥可被他人读取', 'Others may read the signing key'],
      ['改为 0600 并更换密钥', 'Set mode 0600 and replace the key'],
    ),
  },
  'audit.key-unusable': {
    status: 503,
    exitCode: EXIT.unavailable,
    ...refusal(
      ['签名密钥无法使用', 'The signing key cannot be used'],
      ['换成 Ed25519 私钥', 'Provide an Ed25519 private key'],
    ),
  },
  'audit.key-unknown': {
    status: 500,
    exitCode: EXIT.damaged,
    ...refusal(
      ['检查点由未知密钥签名', 'A checkpoint is signed by a key that is not known here'],
      [
        '确认密钥来源后，将其公钥加入 verifier-keys.txt',
        'If you know whose key it is, add its verifier key to verifier-keys.txt',
      ],
    ),
  },
  'audit.note-forged': {
    status: 500,
    exitCode: EXIT.damaged,
    ...refusal(
      ['日志中的检查点系伪造', 'A checkpoint in the log is forged'],
      ['保全日志，运行 duban verify', 'Keep the log as evidence and run duban verify'],
    ),
  },
  'audit.not-sealed': {
    status: 404,
    exitCode: EXIT.notFound,
    ...refusal(
      ['尚无覆盖该记录的检查点', 'No checkpoint covers it yet'],
      ['稍后再查，或先封存', 'Ask again shortly, or seal the log first'],
    ),
  },
  'audit.sealing-busy': {
    status: 503,
    exitCode: EXIT.unavailable,
    ...refusal(['另一进程正在封存', 'Another process is sealing'], ['稍后再试', 'Try again shortly']),
  },
  'audit.key-exists': {
    status: 409,
    exitCode: EXIT.conflict,
    ...refusal(
      ['签名密钥已存在', 'There is a signing key already'],
      ['不要覆盖：旧检查点靠它核验', 'Keep it: earlier checkpoints were signed with it'],
    ),
  },
  'audit.no-reader': {
    status: 500,
    exitCode: EXIT.failed,
    ...refusal(['日志无法读取', 'The log has no reader'], ['联系管理员', 'Tell the administrator']),
  },
  'audit.tsa-refused': {
    status: 502,
    exitCode: EXIT.unavailable,
    ...refusal(
      ['时间戳机构没有给出可用的时间戳', 'The time-stamp authority gives no time stamp that can be used'],
      ['与该机构核对接口和策略', 'Ask the authority about its interface and its policy'],
    ),
  },
  'audit.tsa-unreachable': {
    status: 502,
    exitCode: EXIT.unavailable,
    ...refusal(
      ['时间戳机构没有应答', 'The time-stamp authority does not answer'],
      ['检查网络和 DUBAN_TSA_URL', 'Check the network and DUBAN_TSA_URL'],
    ),
  },
  'audit.witness-refused': {
    status: 502,
    exitCode: EXIT.unavailable,
    ...refusal(
      ['见证方拒绝签名', 'A witness refuses to cosign'],
      ['双方核对公钥和日志名称', 'Compare keys and the name of the log with the witness'],
    ),
  },
  'audit.witness-unreachable': {
    status: 502,
    exitCode: EXIT.unavailable,
    ...refusal(
      ['见证方没有应答', 'A witness does not answer'],
      [
        '检查网络、DUBAN_WITNESSES 和 DUBAN_READS_WITNESSES',
        'Check the network, DUBAN_WITNESSES and DUBAN_READS_WITNESSES',
      ],
    ),
  },
  'audit.checkpoint-moved': {
    status: 503,
    exitCode: EXIT.unavailable,
    ...refusal(
      ['导出期间日志又被封存', 'The log was sealed again while it was exported'],
      ['重新导出', 'Export it again'],
    ),
  },
  'jcs.refused': {
    status: 500,
    exitCode: EXIT.failed,
    ...refusal(
      ['内容无法规范化', 'The content has no canonical form'],
      ['联系管理员', 'Tell the administrator'],
    ),
  },
};
