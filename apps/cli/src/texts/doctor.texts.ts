import { words } from './words.ts';

export const doctorTexts = {
  ok: words('正常', 'ok'),
  warn: words('注意', 'warn'),
  fail: words('故障', 'FAIL'),
  examining: words('对照现行规则', 'holding the log against the rules of today'),
} as const;
