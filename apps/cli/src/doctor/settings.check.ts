import { SETTINGS, type Config } from '@duban/config';
import type { Environment } from '../environment.ts';
import { words } from '../texts/words.ts';
import { fine, finding, type Finding } from './finding.ts';

/** Values of secrets are never shown. */
const shown = (env: Environment): string =>
  SETTINGS.filter(({ name }) => env[name] !== undefined)
    .map(({ name, secret }) => `${name}=${secret === true ? '***' : (env[name] ?? '')}`)
    .join(' ');

const unknown = (env: Environment): readonly string[] =>
  Object.keys(env).filter(
    (name) => name.startsWith('DUBAN_') && !SETTINGS.some((setting) => setting.name === name),
  );

export const checkSettings = (config: Config, env: Environment): Finding => {
  const strange = unknown(env);
  const set = shown(env);
  const about = `${config.profile}, ${config.dataDir}${set === '' ? '' : `, ${set}`}`;
  return strange.length === 0
    ? fine('settings', words(about, about))
    : finding(
        'settings',
        'warn',
        words(`不认识的设置:${strange.join(', ')}`, `unknown settings: ${strange.join(', ')}`),
        words('删除或改正拼写', 'remove them or mend their spelling'),
      );
};
