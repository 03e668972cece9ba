import { text, type EventTexts } from '@duban/domain/texts';
import type { OutletEvent, RelayEvent } from '../../events/relay.events.ts';

export const relayTexts: EventTexts<RelayEvent | OutletEvent> = {
  RelayAdvanced: {
    label: text('事件外发进度', 'relay advanced'),
    zh: ({ position, holder }) => `进程 ${holder} 已将公开事件外发至日志位置 ${position}`,
    en: ({ position, holder }) => `process ${holder} has sent the public events up to ${position} of the log`,
  },
  OutletPaused: {
    label: text('暂停外发', 'outlet paused'),
    zh: ({ outlet, reason }) => `暂停向 ${outlet} 外发事件：${reason}`,
    en: ({ outlet, reason }) => `sending events to ${outlet} is paused: ${reason}`,
  },
  OutletResumed: {
    label: text('恢复外发', 'outlet resumed'),
    zh: ({ outlet, reason }) => `恢复向 ${outlet} 外发事件：${reason}`,
    en: ({ outlet, reason }) => `events are sent to ${outlet} again: ${reason}`,
  },
};
