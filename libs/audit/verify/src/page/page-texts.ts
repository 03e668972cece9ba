export type Language = 'zh' | 'en';
export type Text = { readonly zh: string; readonly en: string };

const text = (zh: string, en: string): Text => ({ zh, en });

export const pageTexts = {
  title: text('核验督办日志', 'Check a Duban log'),
  intro: text(
    '本页在您的浏览器内核验日志导出文件，不联网，不上传任何内容。',
    'This page checks an exported log inside your browser. It uses no network and sends nothing anywhere.',
  ),
  bundle: text('日志导出文件（可拖放到此处）', 'Exported log (drop it here)'),
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
