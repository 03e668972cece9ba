export type Language = 'zh' | 'en';
export type Text = { readonly zh: string; readonly en: string };

const text = (zh: string, en: string): Text => ({ zh, en });

export const pageTexts = {
  goodCase: text(
    '案件包中的每一事件均已封存，未被改动，其间没有缺失',
    'Good: every event of this case package was sealed as it stands here, and none between them is missing',
  ),
  goodProof: text('该事件记录在签名的日志中', 'Good: the record of this event is in the signed log'),
  mayFollow: text('不能证明：最后一条之后是否还有事件', 'Not shown: whether events follow the last one'),
  nothingFollows: text(
    '检查点时其后没有事件',
    'Nothing followed the last one when the checkpoint was signed',
  ),
  labelOnly: text(
    '证明只含事件的摘要和标签，不含内容',
    'A proof holds digest and labels of the event, not its content',
  ),
  events: text('事件', 'events'),
  record: text('日志记录', 'record'),
  size: text('日志大小', 'size of the log'),
  title: text('核验督办日志', 'Check a Duban log'),
  intro: text(
    '本页在您的浏览器内核验日志导出文件、案件包或单个证明，不联网，不上传任何内容。时间戳不在此核验，请用 duban verify --tsa-cert。',
    'This page checks an exported log, a case package or a proof inside your browser. It uses no network and sends nothing anywhere. Time stamps are not checked here: use duban verify --tsa-cert.',
  ),
  bundle: text('导出的文件（可拖放到此处）', 'Exported file (drop it here)'),
  keys: text('日志公钥，每行一个', 'Verifier keys of the log, one a line'),
  witnesses: text('见证方公钥（可选）', 'Verifier keys of witnesses (optional)'),
  known: text('以前见过的检查点（可选）', 'A checkpoint seen before (optional)'),
  earlier: text('同一日志以前的导出文件（可选）', 'An earlier export of the same log (optional)'),
  check: text('核验', 'Check'),
  checking: text('正在核验……', 'Checking …'),
  noFile: text('请先选择文件', 'Choose a file first'),
  failed: text('文件无法读取', 'The file cannot be read'),
  good: text('完整，未被改动', 'Good: complete and unaltered'),
  bad: text('有问题', 'Bad'),
  'cannot-tell': text('无法判断', 'Cannot tell'),
  records: text('记录', 'records'),
  checkpoints: text('检查点', 'checkpoints'),
  signatures: text('有效签名', 'valid signatures'),
  cosignatures: text('见证签名', 'cosignatures'),
} as const;

export type PageTextKey = keyof typeof pageTexts;

export const isPageText = (key: string | undefined): key is PageTextKey =>
  key !== undefined && Object.hasOwn(pageTexts, key);
