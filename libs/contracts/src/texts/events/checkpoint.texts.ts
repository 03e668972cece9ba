import { text, type EventTexts } from '@duban/domain/texts';
import type { CheckpointSealed } from '../../events/checkpoint.events.ts';

export const checkpointTexts: EventTexts<CheckpointSealed> = {
  CheckpointSealed: {
    label: text('封存检查点', 'checkpoint sealed'),
    zh: ({ origin, size, rootHash }) => `日志 ${origin} 的前 ${size} 条记录已签名封存，根哈希 ${rootHash}`,
    en: ({ origin, size, rootHash }) =>
      `the first ${size} records of ${origin} were signed under the root ${rootHash}`,
  },
};
