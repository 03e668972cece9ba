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
  transcribedFor: words('代录，来文单位', 'transcribed for'),
  rule: words('依据规则', 'by the rule'),
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
  'before-list': words('清单尚未审定', 'before the list was approved'),
  'before-opinion': words('专工委尚未提出意见', 'before the committee gave its opinion'),
  'without-instrument': words('没有评价依据', 'rests on no evaluation'),
  'by-handling-organ': words('由承办单位自行销号或核查', 'by an organ that handled the item'),
  'after-date': words('期限已过', 'after the date'),
  'by-another': words('由无权评价者评价', 'by somebody who may not evaluate'),
  'without-decision': words('没有决定依据', 'without a decision'),
} as const;

export const watchedTexts = {
  due: words('办理期限', 'due'),
  plan: words('方案期限', 'plan'),
  'co-opinion': words('会办意见期限', 'co-opinion'),
  'look-back': words('回头看期限', 'look-back'),
} as const;
