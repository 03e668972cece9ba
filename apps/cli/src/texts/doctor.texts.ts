import { words } from './words.ts';

export const doctorTexts = {
  ok: words('正常', 'ok'),
  warn: words('注意', 'warn'),
  fail: words('故障', 'FAIL'),
} as const;
