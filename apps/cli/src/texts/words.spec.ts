import { expect, it } from '@jest/globals';
import { askedLanguage } from './words.ts';

it.each([
  [[], {}, 'zh'],
  [[], { LANG: 'C.UTF-8' }, 'zh'],
  [[], { LANG: 'en_US.UTF-8' }, 'en'],
  [[], { LC_ALL: 'zh_CN.UTF-8', LANG: 'en_US.UTF-8' }, 'zh'],
  [[], { LC_ALL: '', LANG: 'en_US.UTF-8' }, 'en'],
  [['doctor', '--lang', 'en'], {}, 'en'],
  [['doctor', '--lang=zh'], { LANG: 'en_US.UTF-8' }, 'zh'],
  [['doctor', '--lang', 'fr'], {}, 'zh'],
])('%j under %j is told in %s', (args, env, language) => {
  expect(askedLanguage(args, env)).toBe(language);
});
