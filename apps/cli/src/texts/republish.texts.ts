import { words } from './words.ts';

export const republishTexts = {
  sending: words('重发', 'sending'),
  topics: words('主题', 'Topics'),
  until: words('截至日志位置', 'Up to position'),
  passed: words('经过的事件', 'Events passed'),
  sent: words('发出的公开事件', 'Public events sent'),
  seconds: words('用时（秒）', 'Seconds'),
} as const;
