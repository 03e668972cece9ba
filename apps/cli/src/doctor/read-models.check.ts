import type { Health } from '@duban/read-store';
import { words } from '../texts/words.ts';
import { fine, finding, type Finding } from './finding.ts';

const FAR_BEHIND = 1_000;

/** `lag`: events of the log that the read models do not show yet. */
export const checkReadModels = (health: Health | null, lag: number | null): Finding => {
  const rebuild = words('执行 npx duban rebuild', 'run npx duban rebuild');
  if (health === null || health.generation === null)
    return finding(
      'read-models',
      'warn',
      words('尚未建立', 'not built yet'),
      words('启动服务,或执行 npx duban rebuild', 'start the server, or run npx duban rebuild'),
    );
  if (health.parkedCases > 0)
    return finding(
      'read-models',
      'warn',
      words(`${health.parkedCases} 个案件暂停处理`, `${health.parkedCases} case(s) are parked`),
      words(
        '升级到含修正的版本后执行 npx duban rebuild',
        'run a release with the fix, then npx duban rebuild',
      ),
    );
  const found = words(
    `${health.generation},落后 ${lag ?? '?'} 个事件`,
    `${health.generation}, ${lag ?? '?'} event(s) behind`,
  );
  return lag !== null && lag <= FAR_BEHIND
    ? fine('read-models', found)
    : finding('read-models', 'warn', found, rebuild);
};
