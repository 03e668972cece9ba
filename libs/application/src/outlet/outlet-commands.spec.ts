import { describe, expect, it } from '@jest/globals';
import { openMemoryStore } from '@duban/event-store-memory';
import { outletCommands, outletState, type OutletCommand } from './outlet-commands.ts';

const actor = { id: 'person:sys-1', role: 'system-admin', organ: 'so' };
const occurredAt = '2026-03-05T09:00:00+08:00';

const scene = () => {
  const store = openMemoryStore();
  const send = outletCommands({ store, pause: async () => undefined, clock: Date });
  let number = 0;
  return {
    state: () => outletState(store, 'kafka'),
    send: (type: OutletCommand['type'], reason: string) => {
      number += 1;
      return send({ type, data: { outlet: 'kafka', reason }, commandId: `c${number}`, actor, occurredAt });
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

  it('decides nothing twice', async () => {
    const { state, send } = scene();
    expect(await send('ResumeOutlet', '没停')).toMatchObject({ outcome: 'nothing-to-do' });
    await send('PauseOutlet', '一');
    expect(await send('PauseOutlet', '二')).toMatchObject({ outcome: 'nothing-to-do' });
    expect(await state()).toMatchObject({ reason: '一' });
  });
});
