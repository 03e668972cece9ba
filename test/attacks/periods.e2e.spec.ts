import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { walk } from '../../apps/api/src/testing/walk.fixture.ts';
import { openAttackScene, PAPER, type AttackScene, type Attempt } from './attack-scene.ts';

let scene: AttackScene;
beforeAll(async () => {
  scene = await openAttackScene();
  await scene.walkThrough('assign');
});
afterAll(() => scene.close());

/** The step of the walk as somebody would send it, whatever the day. */
const step = (command: string): Attempt => {
  const { by = '', data = {} } = walk.find((one) => one.command === command) ?? {};
  return { by, command, data };
};

/** A stated time helps nobody past the guard, with or without a paper. */
const refusesStated = async (attempt: Attempt, occurredAt: string): Promise<void> => {
  await scene.refuses({ ...attempt, occurredAt }, 'command.time-not-yours');
  await scene.refuses({ ...attempt, occurredAt, basis: PAPER }, 'command.time-not-yours');
};

describe('a period over HTTP', () => {
  it('in which an item is returned ends for whoever states an earlier day; within it the return is taken', async () => {
    const asking = step('request-return');
    scene.moveTo('2025-03-18T10:00:00+08:00');
    await scene.refuses(asking, 'return.window-passed');
    await refusesStated(asking, '2025-03-10T10:00:00+08:00');
    await scene.walkThrough('request-return');
  });

  it('is not begun by a receipt of 2020, but by the receipt of the day', async () => {
    await scene.walkThrough('assign', 2);
    scene.moveTo('2025-03-13T10:00:00+08:00');
    await refusesStated(step('acknowledge-receipt'), '2020-01-01T09:00:00+08:00');
    await scene.walkThrough('acknowledge-receipt');
  });

  it('for a longer one is asked for in time, not on a stated day', async () => {
    await scene.walkThrough('report-progress');
    const asking = step('request-extension');
    scene.moveTo('2025-06-20T10:00:00+08:00');
    await scene.refuses(asking, 'extension.after-deadline');
    await refusesStated(asking, '2025-05-12T10:00:00+08:00');
    scene.moveTo('2025-05-12T10:00:00+08:00');
    await scene.takes({ ...asking, data: { itemId: 'i1', requestedDue: '2025-07-10', reason: '汛期停工' } });
  });

  it('lets no report overtake the committee’s opinion; after the opinion the report is taken', async () => {
    const grant = { itemId: 'i1', grant: false, reason: '按期办结' };
    await scene.takes({ by: 'cc', command: 'decide-extension', data: grant, basis: PAPER });
    await scene.walkThrough('submit-draft-result');
    const report = step('submit-result');
    scene.moveTo('2025-06-24T10:00:00+08:00');
    await scene.refuses(report, 'result.opinion-missing');
    await refusesStated(report, '2025-06-23T10:00:00+08:00');
    await scene.walkThrough('submit-result');
  });
});
