import type { ExaminationCode } from '@duban/domain';
import { text, type Texts } from './text.ts';

/**
 * What an old log holds that today's rules refuse, said of the past: what is there, not what to do. Total: a rule of
 * the examination without its text does not compile.
 */
export const examinationTexts: Texts<ExaminationCode> = {
  'command.in-future': text('发生时间晚于记录时间', 'is stated to have happened after it was recorded'),
  'command.too-early': text('发生时间早于 1949 年', 'is stated to have happened before 1949'),
  'text.forbidden-character': text(
    '含有无法导出或改变文字方向的字符',
    'holds a character that no export can show, or that turns the text around it',
  ),
};
