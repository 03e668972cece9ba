import { text, type EventTexts } from '@duban/domain/texts';
import type { LeaseEvent } from '../../events/lease.events.ts';

export const leaseTexts: EventTexts<LeaseEvent> = {
  LeaseTaken: {
    label: text('取得后台作业权', 'lease taken'),
    zh: ({ epoch, holder, until }) => `进程 ${holder} 取得后台作业权（第 ${epoch} 期），至 ${until}`,
    en: ({ epoch, holder, until }) =>
      `process ${holder} took the lease of the jobs (epoch ${epoch}) until ${until}`,
  },
  LeaseReleased: {
    label: text('交回后台作业权', 'lease released'),
    zh: ({ epoch, holder }) => `进程 ${holder} 交回后台作业权（第 ${epoch} 期）`,
    en: ({ epoch, holder }) => `process ${holder} released the lease of the jobs (epoch ${epoch})`,
  },
};
