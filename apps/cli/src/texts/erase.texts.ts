import { words } from './words.ts';

export const eraseTexts = {
  person: words('人员', 'Person'),
  fields: words('不再可读的字段', 'Fields that can be read no more'),
  keysDestroyed: words('销毁的密钥', 'Keys destroyed'),
  position: words('记录于', 'Recorded at'),
} as const;
