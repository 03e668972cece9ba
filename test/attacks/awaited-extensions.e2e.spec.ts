import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { walk } from '../../apps/api/src/testing/walk.fixture.ts';
import { openAttackScene, PAPER, type AttackScene } from './attack-scene.ts';

let scene: AttackScene;
beforeAll(async () => {
  scene = await openAttackScene();
  await scene.walkThrough('report-progress');
});
afterAll(() => scene.close());

type Row = {
  readonly light: { readonly color: string; readonly ruleId: string };
  readonly flags: readonly string[];
  readonly awaitsDecision: boolean;
};

const board = async (query = ''): Promise<readonly Row[]> => {
  const after = await scene.http.office.store.head();
  const { body } = await scene.http.ask('so', `/v1/board?after=${after}${query}`);
  return body['items'] as readonly Row[];
};

const asking = walk.find(({ command }) => command === 'request-extension');
/** Of the result, as the walk's assignment has it. */
const AFTER_THE_DATE = '2025-08-01T10:00:00+08:00';

describe('more time that was asked for before the date', () => {
  it('is the decider’s wait once the date has passed: the board shows it as such, and not as overdue', async () => {
    scene.moveTo('2025-05-12T10:00:00+08:00');
    const data = { itemId: 'i1', requestedDue: '2025-09-10', reason: '汛期停工' };
    await scene.takes({ by: asking?.by ?? '', command: 'request-extension', data });
    const [inTime] = await board();
    expect(inTime?.light.ruleId).not.toBe('waits-for-decision');
    expect(inTime?.awaitsDecision).toBe(true);

    scene.moveTo(AFTER_THE_DATE);
    const [held] = await board();
    expect(held?.light).toEqual({ color: 'grey', ruleId: 'waits-for-decision', workingDaysLeft: null });
    expect(held?.flags).not.toContain('overdue');
    expect(await board('&flag=overdue')).toEqual([]);
    expect(await board('&light=red')).toEqual([]);
    expect(await board('&awaitsDecision=true')).toHaveLength(1);
  });

  it('is missed once it was refused', async () => {
    const refusal = { itemId: 'i1', grant: false, reason: '按期办结' };
    await scene.takes({ by: 'cc', command: 'decide-extension', data: refusal, basis: PAPER });
    const [late] = await board('&flag=overdue');
    expect(late?.light.color).toBe('red');
    expect(late?.awaitsDecision).toBe(false);
  });
});
