import type { Language } from '@duban/contracts';
import { ATTACHMENTS_FILE, CHECKPOINT_FILE, EVENTS_FILE, PROGRAM_FILE, SUMS_FILE } from './package-entry.ts';

/** What a package holds, counted while it was written. */
export type PackageContents = {
  readonly stream: string;
  readonly caseNo: string;
  readonly events: number;
  readonly proven: number;
  readonly files: number;
  readonly imported: number;
  readonly lastRecordedAt: string;
  readonly checkpointSize: number | null;
  readonly withFiles: boolean;
};

const commands = ({ events, stream, withFiles }: PackageContents): Readonly<Record<string, string>> => ({
  sums: `sha256sum -c ${SUMS_FILE}`,
  program: `node ${PROGRAM_FILE} "<verifier key>"`,
  duban: 'duban verify . --key "<verifier key>"',
  log: 'duban verify log.duban --key "<verifier key>"',
  within: `grep -cF -f ${EVENTS_FILE} log.duban   # ${String(events)}`,
  later: `grep -cF '"stream":"${stream}"' log.duban   # ${String(events)}`,
  attachment: withFiles ? '(cd attachments && sha256sum -c SHA256SUMS)' : 'sha256sum <file>',
});

const zh = (contents: PackageContents): readonly string[] => {
  const { sums, program, duban, log, within, later, attachment } = commands(contents);
  const { stream, caseNo, events, proven, files, imported, lastRecordedAt, checkpointSize } = contents;
  return [
    '案件包自查单',
    '',
    `案件：${caseNo}（${stream}）`,
    `事件：${events} 条，修订号 0 至 ${events - 1}，最后记录于 ${lastRecordedAt}`,
    `其中由台账导入、非本系统经办：${imported} 条`,
    `已封存并附证明：${proven} 条；检查点大小：${checkpointSize ?? '无'}`,
    `事件中登记的文件摘要：${files} 个（${ATTACHMENTS_FILE}；文件本身另存）`,
    '',
    '以下各步不需要数据库，也不需要网络。',
    '',
    '1. 包内文件齐全、未被改动：',
    `   ${sums}`,
    '2. 每条事件都在同一棵树上，检查点由日志的密钥签名（公钥须另行取得，不要用包内的）：',
    `   ${program}`,
    `   或用 Duban：${duban}`,
    '   0 通过，1 不通过并指出修订号，2 无法判断（未给公钥，或有事件尚未封存）。',
    '3. 包内事件与整个日志一致，并且之后没有遗漏（需要整个日志的导出文件 log.duban）：',
    `   ${log}`,
    `   ${within}`,
    `   ${later}`,
    `4. 附件与登记的摘要一致（逐个对照 ${ATTACHMENTS_FILE}）：`,
    `   ${attachment}`,
    '',
    '不能证明的：所写内容属实；导入的历史在导入之前的真实性；最后一条之后是否还有事件（第 3 步可查）。',
    '事件按存储原样给出，个人信息文本保持加密；密钥被依法销毁后，证明仍然有效。',
    `检查点：${CHECKPOINT_FILE}`,
  ];
};

const en = (contents: PackageContents): readonly string[] => {
  const { sums, program, duban, log, within, later, attachment } = commands(contents);
  const { stream, caseNo, events, proven, files, imported, lastRecordedAt, checkpointSize } = contents;
  return [
    'Self-check sheet of a case package',
    '',
    `Case: ${caseNo} (${stream})`,
    `Events: ${events}, revisions 0 to ${events - 1}, the last one recorded at ${lastRecordedAt}`,
    `Of these imported from a register, not observed here: ${imported}`,
    `Sealed, with a proof: ${proven}; size of the checkpoint: ${checkpointSize ?? 'none'}`,
    `Digests of files named by events: ${files} (${ATTACHMENTS_FILE}; the files are kept elsewhere)`,
    '',
    'None of these steps needs a database or a network.',
    '',
    '1. The files of the package are complete and unchanged:',
    `   ${sums}`,
    '2. Every event is under one root, and the checkpoint is signed by the key of the log (get the key from',
    '   somewhere else, never from this package):',
    `   ${program}`,
    `   or with Duban: ${duban}`,
    '   0 good, 1 bad with the revision named, 2 cannot tell (no key given, or events not sealed yet).',
    '3. The events are those of the whole log, and none came later (needs the export of the log, log.duban):',
    `   ${log}`,
    `   ${within}`,
    `   ${later}`,
    `4. Files are what was registered (compare with ${ATTACHMENTS_FILE}):`,
    `   ${attachment}`,
    '',
    'Not shown: that what people wrote is true; that imported history was so before its import; whether events',
    'follow the last one (step 3 shows it).',
    'Events are given as stored, personal text still encrypted; proofs hold after a key was destroyed by law.',
    `Checkpoint: ${CHECKPOINT_FILE}`,
  ];
};

/** What an auditor does with the package, as exact commands. */
export const checkSheet = (contents: PackageContents, language: Language): string =>
  `${(language === 'zh' ? zh(contents) : en(contents)).join('\n')}\n`;
