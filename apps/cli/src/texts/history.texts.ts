import { words } from './words.ts';

export const historyTexts = {
  reading: words('读取案件', 'reading cases'),
  same: words('没有差异', 'no difference'),
  none: words('没有', 'none'),
  clock: words('系统时钟', 'the clock'),
  byPerson: words('自行作出', 'of their own accord'),
  because: words('起因：版本', 'because of revision'),
  elsewhere: words('起因在案件之外', 'because of something outside the case'),
  timer: words('计时至', 'runs to'),
  days: words('天', 'day(s)'),
  underDraft: words('草案', 'draft'),
  underOwn: words('原规则', 'own rules'),
  file: words('导出文件', 'File'),
  format: words('格式', 'Format'),
  bytes: words('字节', 'Bytes'),
} as const;

export const changeTexts = {
  entered: words('新增', 'entered'),
  left: words('办结', 'left'),
  changed: words('变化', 'changed'),
  'came-and-went': words('期间产生并办结', 'came and went'),
} as const;

export const deviationTexts = {
  skipped: words('缺少', 'skipped'),
  'out-of-order': words('顺序颠倒', 'out of order'),
  'legal-order': words('法定时间颠倒', 'before its step by legal time'),
  'look-back-missing': words('未回头看', 'look-back missing'),
} as const;

export const watchedTexts = {
  due: words('办理期限', 'due'),
  plan: words('方案期限', 'plan'),
  'co-opinion': words('会办意见期限', 'co-opinion'),
  'look-back': words('回头看期限', 'look-back'),
} as const;
