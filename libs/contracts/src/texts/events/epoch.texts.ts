import { text, type EventTexts } from '@duban/domain/texts';
import type { LogEpochBegan } from '../../events/epoch.events.ts';

export const epochTexts: EventTexts<LogEpochBegan> = {
  LogEpochBegan: {
    label: text('日志重新起算', 'log epoch began'),
    zh: ({ epoch, keptUpTo, sealedLost }) =>
      `日志自此为第 ${epoch} 期：${keptUpTo ?? '开头'} 之后的记录已丢失，其中已封存 ${sealedLost} 条`,
    en: ({ epoch, keptUpTo, sealedLost }) =>
      `epoch ${epoch} of the log begins: what stood behind ${keptUpTo ?? 'its start'} is lost, ${sealedLost} sealed records among it`,
  },
};
