import { words } from './words.ts';

export const helpTexts = {
  program: words(
    '督办：直接在事件日志上工作，服务运行时也可以使用。退出码见 docs/cli.md。',
    'Duban: works on the event log itself, also while the server runs. Exit codes: docs/cli.md.',
  ),
  import: words(
    '导入台账（.xlsx、.csv），或撤销一批导入',
    'import a register (.xlsx, .csv), or take a batch back',
  ),
  file: words('台账文件', 'the register'),
  mapping: words('映射文件（JSON）', 'mapping file (JSON)'),
  dryRun: words('只报告，不写入', 'report only, write nothing'),
  undo: words(
    '撤销该文件的导入，或按批次号撤销',
    'take the import of this file back, or a batch by its number',
  ),
  reason: words('撤销的理由', 'why it is taken back'),
  report: words('把逐行结果写入 .csv 或 .xlsx 文件', 'write what became of each row to a .csv or .xlsx file'),
  strict: words('有任何一行被拒收时以退出码 3 结束', 'end with exit code 3 when any row was refused'),
  as: words('操作人（person:<编号> 中的编号）', 'who does it (the id in person:<id>)'),
  replay: words(
    '重放一个案件：当时的状态，每个事件一句话',
    'replay a case: its state then, one sentence per event',
  ),
  caseId: words('案件编号', 'id of the case'),
  asOf: words('截至某一时刻或日期', 'as of an instant or a date'),
  by: words(
    '按记录时间 recorded（默认）或发生时间 occurred',
    'by time of recording (recorded, default) or legal time (occurred)',
  ),
  until: words('截至某一版本（事件序号，从 0 起）', 'up to a revision (number of an event, from 0)'),
  events: words('列出事件', 'list the events'),
  rebuild: words('重建查询数据，完成后切换', 'build the read models anew, then switch'),
  doctor: words('自检：每一项问题都附处理办法', 'check this installation; each finding comes with its fix'),
  verify: words(
    '核验日志导出文件，不需要服务和网络',
    'check an exported log; needs no server and no network',
  ),
  bundle: words('导出文件', 'the exported bundle'),
  key: words('日志的公钥（可重复）', 'verifier key of the log (repeatable)'),
  witness: words('见证方的公钥（可重复）', 'verifier key of a witness (repeatable)'),
  quorum: words('需要几个见证签名', 'how many witnesses must have cosigned'),
  known: words('以前见过的检查点文件（可重复）', 'file with a checkpoint seen before (repeatable)'),
  earlier: words('同一日志以前的导出文件', 'an earlier bundle of the same log'),
  trustBundleKeys: words(
    '采用文件自带的公钥（只证明自洽）',
    'take the keys that the bundle names (shows consistency only)',
  ),
  output: words('输出格式：table 或 json', 'output: table or json'),
  lang: words('语言：zh 或 en', 'language: zh or en'),
  help: words('显示帮助', 'show help'),
  version: words('显示版本', 'show the version'),
} as const;
