import { refusal } from '@duban/domain/texts';
import { EXIT, type ErrorEntries } from './error-entry.ts';

/** Codes of the files of cases and of where they are kept. */
export type AttachmentFaultCode =
  | 'export.files-need-folder'
  | 'attachment.empty'
  | 'attachment.cut-off'
  | 'attachment.too-large'
  | 'attachment.type-refused'
  | 'attachment.name-refused'
  | 'attachment.erased'
  | 'attachment.lost'
  | 'attachment.damaged'
  | 'attachment.missing'
  | 'attachment.bad-address'
  | 'attachment.store-full'
  | 'attachment.store-unavailable';

const invalid = { status: 422, exitCode: EXIT.invalid } as const;
const damaged = { status: 500, exitCode: EXIT.damaged } as const;

export const attachmentErrors: ErrorEntries<AttachmentFaultCode> = {
  'export.files-need-folder': {
    status: 422,
    exitCode: EXIT.invalid,
    ...refusal(
      ['附件只能导出到文件夹', 'Files can only be exported into a folder'],
      ['加上 --format folder', 'Add --format folder'],
    ),
  },
  'attachment.empty': {
    ...invalid,
    ...refusal(['文件是空的', 'The file is empty'], ['检查所选的文件', 'Look at the file you chose']),
  },
  'attachment.cut-off': {
    ...{ status: 400, exitCode: EXIT.invalid },
    ...refusal(
      ['上传中断，文件没有保存', 'The upload broke off; nothing was kept'],
      ['重新上传', 'Upload it again'],
    ),
  },
  'attachment.too-large': {
    ...{ status: 413, exitCode: EXIT.invalid },
    ...refusal(
      ['文件超过允许的大小', 'The file is larger than allowed'],
      ['压缩或拆分后再上传', 'Make it smaller, or send it in parts'],
    ),
  },
  'attachment.type-refused': {
    ...{ status: 415, exitCode: EXIT.invalid },
    ...refusal(
      ['不接收这类文件，或内容与扩展名不符', 'This kind of file is not taken, or content and name differ'],
      [
        '改用 PDF、OFD、Office 文档、图片或 UTF-8 文本',
        'Send PDF, OFD, an office document, a picture or UTF-8 text',
      ],
    ),
  },
  'attachment.name-refused': {
    ...invalid,
    ...refusal(
      ['文件名不能使用', 'The file name cannot be used'],
      ['给文件取一个带扩展名的名称', 'Give the file a name with an extension'],
    ),
  },
  'attachment.erased': {
    ...{ status: 410, exitCode: EXIT.notFound },
    ...refusal(
      ['附件已随个人信息依法删除', 'The file was erased with the data of a person'],
      ['无法恢复；事件和证明仍在', 'It cannot be had again; events and proofs remain'],
    ),
  },
  'attachment.lost': {
    ...{ status: 410, exitCode: EXIT.notFound },
    ...refusal(
      ['附件的密钥已随密钥库丢失', 'The key of the file is lost with its vault'],
      ['找到原文件的，请重新上传', 'File it again where somebody still has it'],
    ),
  },
  'attachment.damaged': {
    ...damaged,
    ...refusal(
      ['存储的附件已损坏', 'The stored file is damaged'],
      [
        '从备份恢复，或请提交单位重新提交原文件',
        'Restore it from a backup, or have the same file filed again',
      ],
    ),
  },
  'attachment.missing': {
    ...damaged,
    ...refusal(
      ['存储中没有这个附件', 'The store does not have the file'],
      [
        '从备份恢复，或请提交单位重新提交原文件',
        'Restore it from a backup, or have the same file filed again',
      ],
    ),
  },
  'attachment.bad-address': {
    ...{ status: 500, exitCode: EXIT.failed },
    ...refusal(
      ['附件地址格式不对', 'The address of the file is malformed'],
      ['把 traceId 告诉管理员', 'Give the traceId to the administrator'],
    ),
  },
  'attachment.store-full': {
    ...{ status: 507, exitCode: EXIT.unavailable },
    ...refusal(
      ['附件存储空间已满，文件没有保存', 'There is no room for the file; it was not kept'],
      ['请管理员腾出空间后重新上传', 'Have the administrator make room, then upload it again'],
    ),
  },
  'attachment.store-unavailable': {
    ...{ status: 503, exitCode: EXIT.unavailable },
    ...refusal(
      ['附件存储暂不可用', 'The store of the files is unavailable'],
      ['稍后用同一 Idempotency-Key 重试', 'Try again later with the same Idempotency-Key'],
    ),
  },
};
