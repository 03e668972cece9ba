import { refusal } from '@duban/domain/texts';
import { EXIT, type ErrorEntries } from './error-entry.ts';

/** Codes of the key vault, the encrypted fields and erasure. */
export type PrivacyFaultCode =
  | 'vault.missing'
  | 'vault.foreign'
  | 'vault.too-old'
  | 'vault.foreign-file'
  | 'vault.master-missing'
  | 'vault.master-exposed'
  | 'vault.master-unusable'
  | 'vault.wrong-master'
  | 'vault.key-unknown'
  | 'vault.not-emptied'
  | 'vault.not-safe'
  | 'people.missing'
  | 'people.foreign'
  | 'privacy.not-authentic'
  | 'privacy.envelope-given'
  | 'privacy.bad-person'
  | 'privacy.person-erased'
  | 'privacy.person-named';

const damaged = { status: 503, exitCode: EXIT.damaged } as const;
const unavailable = { status: 503, exitCode: EXIT.unavailable } as const;
const invalid = { status: 422, exitCode: EXIT.invalid } as const;

export const privacyErrors: ErrorEntries<PrivacyFaultCode> = {
  'vault.missing': {
    ...unavailable,
    ...refusal(
      ['日志已有内容，而密钥库文件不存在', 'The log holds events, and there is no key vault'],
      [
        '恢复密钥库备份，或核对 DUBAN_VAULT_DIR；确已丢失的，见 duban vault renew',
        'Restore the vault from its backup, or check DUBAN_VAULT_DIR; if it is lost, see duban vault renew',
      ],
    ),
  },
  'vault.foreign': {
    ...unavailable,
    ...refusal(
      ['密钥库与日志不配套', 'The key vault does not belong to this log'],
      [
        '把属于同一安装的日志和密钥库放在一起；确已丢失的，见 duban vault renew',
        'Put the log and the vault of one installation together; if its own is lost, see duban vault renew',
      ],
    ),
  },
  'vault.too-old': {
    ...unavailable,
    ...refusal(
      [
        '密钥库比日志旧，缺少日志所用的密钥',
        'The key vault is older than the log: it lacks keys that the log needs',
      ],
      [
        '恢复较新的密钥库备份；确已丢失的，见 duban vault renew',
        'Restore a newer copy of the vault; if there is none, see duban vault renew',
      ],
    ),
  },
  'vault.foreign-file': {
    ...damaged,
    ...refusal(
      ['文件不是督办的密钥库', 'The file is not a Duban key vault'],
      ['核对数据目录', 'Check the data directory'],
    ),
  },
  'vault.master-missing': {
    ...unavailable,
    ...refusal(
      ['缺少主密钥文件', 'The master key file is missing'],
      ['放回主密钥文件（权限 0600）', 'Put the master key file back (mode 0600)'],
    ),
  },
  'vault.master-exposed': {
    ...unavailable,
    ...refusal(
      ['主密钥文件可被他人读取', 'Others may read the master key file'],
      ['改为权限 0600，并视为已泄露', 'Change its mode to 0600, and think of it as leaked'],
    ),
  },
  'vault.master-unusable': {
    ...unavailable,
    ...refusal(
      ['主密钥文件无法使用', 'The master key file cannot be used'],
      ['恢复主密钥文件', 'Restore the master key file'],
    ),
  },
  'vault.wrong-master': {
    ...unavailable,
    ...refusal(
      ['主密钥与密钥库不符', 'The master key does not belong to this vault'],
      ['使用该密钥库的主密钥', 'Use the master key of this vault'],
    ),
  },
  'vault.key-unknown': {
    ...damaged,
    ...refusal(
      ['密钥库中没有该密钥，也没有销毁记录', 'The vault neither has this key nor says that it was destroyed'],
      ['恢复与日志配套的密钥库', 'Restore the vault that belongs to this log'],
    ),
  },
  'vault.not-emptied': {
    ...unavailable,
    ...refusal(
      [
        '密钥已删除，但日志文件尚未清空',
        'The key is deleted, but its traces in the write-ahead file are not yet',
      ],
      ['结束占用密钥库的进程后再次执行', 'End what holds the vault open, then run the erasure again'],
    ),
  },
  'vault.not-safe': {
    ...unavailable,
    ...refusal(
      [
        '磁盘或数据库引擎不能保证彻底删除',
        'The disk or the engine cannot promise that what is deleted is gone',
      ],
      ['把密钥库放在本地磁盘上', 'Keep the vault on a local disk'],
    ),
  },
  'people.missing': {
    ...unavailable,
    ...refusal(
      ['密钥库记得姓名文件，而该文件不存在', 'The vault knows a file of names, and it is not there'],
      [
        '恢复 people.sqlite；确已丢失的，见 duban vault renew',
        'Restore people.sqlite; if it is lost, see duban vault renew',
      ],
    ),
  },
  'people.foreign': {
    ...unavailable,
    ...refusal(
      ['姓名文件与密钥库不配套', 'The file of names does not belong to this vault'],
      [
        '恢复属于本安装的 people.sqlite；确已丢失的，见 duban vault renew',
        'Restore the people.sqlite of this installation; if it is lost, see duban vault renew',
      ],
    ),
  },
  'privacy.not-authentic': {
    ...damaged,
    ...refusal(
      ['加密字段被改动或移动过', 'An encrypted field was changed or moved'],
      ['停止写入，运行 duban verify', 'Stop writing and run duban verify'],
    ),
  },
  'privacy.envelope-given': {
    ...invalid,
    ...refusal(
      ['内容中有形似加密字段的对象', 'The content holds an object that looks like an encrypted field'],
      ['提交明文', 'Send the plain text'],
    ),
  },
  'privacy.bad-person': {
    ...invalid,
    ...refusal(
      ['人员编号格式应为 person:<编号>', 'A person is named as person:<id>'],
      ['改正人员编号', 'Mend the identifier'],
    ),
  },
  'privacy.person-erased': {
    status: 409,
    exitCode: EXIT.conflict,
    ...refusal(
      ['该人员的个人信息已依法删除', 'The personal data of this person was erased'],
      ['使用新的人员编号', 'Give the person a new id'],
    ),
  },
  'privacy.person-named': {
    status: 409,
    exitCode: EXIT.refused,
    ...refusal(
      ['该人员编号已有姓名，不能改名', 'The id has a name already, and keeps it'],
      [
        '姓名有误的，今后使用新的人员编号；经两人核准的更名将在后续版本提供',
        'Where the name is wrong, use a new id from now on; renaming by two people comes with a later release',
      ],
    ),
  },
};
