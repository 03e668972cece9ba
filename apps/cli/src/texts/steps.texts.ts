import { words } from './words.ts';

export const stepTexts = {
  step: words('步骤', 'step'),
  name: words('命令', 'command'),
  senders: words('由谁办', 'by'),
  needed: words('须填', 'must say'),
  now: words('现在可以办：', 'Can be done now:'),
  notNow: words('现在不能办：', 'Cannot be done now:'),
  nothingNow: words('  没有', '  nothing'),
  none: words('这一角色不办任何一步', 'this part sends no step'),
} as const;
