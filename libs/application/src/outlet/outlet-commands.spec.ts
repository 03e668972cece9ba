import { describe, expect, it } from '@jest/globals';
import { openMemoryStore } from '@duban/event-store-memory';
import { outletCommands, outletState, type OutletCommand } from './outlet-commands.ts';

const actor = { id: 'person:sys-1', role: 'system-admin', organ: 'so' };
const occurredAt = '2026-03-05T09:00:00.000+08:00';
const clock = { now: () => Date.parse(occurredAt) };

const scene = () => {
  const store = openMemoryStore();
  const send = outletCommands({ store, pause: async () => undefined, clock });
  let number = 0;
  return {
    state: () => outletState(store, 'kafka'),
    send: (type: OutletCommand['type'], reason: string, more: { occurredAt?: string } = {}) => {
      number += 1;
      return send({ type, data: { outlet: 'kafka', reason }, commandId: `c${number}`, actor, ...more });
    },
  };
};

describe('an outlet', () => {
  it('is open until somebody pauses it, and says who did and why', async () => {
    const { state, send } = scene();
    expect(await state()).toEqual({ isPaused: false, since: null, by: null, reason: null });
    expect(await send('PauseOutlet', '迁移')).toMatchObject({ outcome: 'accepted' });
    expect(await state()).toEqual({ isPaused: true, since: occurredAt, by: 'person:sys-1', reason: '迁移' });
    expect(await send('ResumeOutlet', '完成')).toMatchObject({ outcome: 'accepted' });
    expect(await state()).toMatchObject({ isPaused: false, reason: null });
  });

  it('is never paused at another time than now', async () => {
    const { state, send } = scene();
    const codes: unknown[] = [];
    for (const stated of ['2026-03-04T09:00:00+08:00', '2026-03-06T09:00:00+08:00', '0001-01-01T00:00:00Z']) {
      codes.push(await send('PauseOutlet', '迁移', { occurredAt: stated }));
    }
    expect(codes).toMatchObject([
      { rejected: 'command.time-not-yours' },
      { rejected: 'command.in-future' },
      { rejected: 'command.too-early' },
    ]);
    expect(await state()).toMatchObject({ isPaused: false });
  });

  it('decides nothing twice', async () => {
    const { state, send } = scene();
    expect(await send('ResumeOutlet', '没停')).toMatchObject({ outcome: 'nothing-to-do' });
    await send('PauseOutlet', '一');
    expect(await send('PauseOutlet', '二')).toMatchObject({ outcome: 'nothing-to-do' });
    expect(await state()).toMatchObject({ reason: '一' });
  });
});
