import { at, clock, type SampleStream } from './sample.ts';

const systemAdmin = { id: 'person:sys-1', role: 'system-admin', organ: 'cq-npcsc-so' };

export const relaySample: SampleStream = {
  stream: 'relay-kafka',
  steps: [
    [
      at('2026-08-04'),
      clock,
      {
        type: 'RelayAdvanced',
        data: { epoch: 1, position: 'n1.00000000000000000042', holder: 'host/17/a' },
      },
    ],
  ],
};

export const outletSample: SampleStream = {
  stream: 'outlet-kafka',
  steps: [
    [
      at('2026-08-04', '10:00:00'),
      systemAdmin,
      { type: 'OutletPaused', data: { outlet: 'kafka', reason: '消费方迁移，暂停两小时' } },
    ],
    [
      at('2026-08-04', '12:00:00'),
      systemAdmin,
      { type: 'OutletResumed', data: { outlet: 'kafka', reason: '迁移完成' } },
    ],
  ],
};
