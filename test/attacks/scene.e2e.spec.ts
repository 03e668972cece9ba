import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openAttackScene, type AttackScene } from './attack-scene.ts';

let scene: AttackScene;
beforeAll(async () => {
  scene = await openAttackScene();
  await scene.walkThrough('request-return');
});
afterAll(() => scene.close());

const decide = { itemId: 'i1', assignmentId: 'a1', accept: false, reason: '属本局职责' };

describe('the scene of the attacks', () => {
  it('a refused command names its reason in both languages and leaves the log where it was', async () => {
    const later = {
      by: 'civil',
      command: 'file-plan',
      data: { itemId: 'i1', assignmentId: 'a1', measures: [] },
    };
    await scene.refuses(later, 'item.wrong-stage');
    await scene.refuses({ by: 'auditor', command: 'decide-return', data: decide }, 'forbidden');
    await scene.refuses({ by: 'gov', command: 'decide-return', data: {} }, 'schema.required');
  });

  it('an accepted command passes as a lawful way, never as a refusal', async () => {
    const lawful = { by: 'gov', command: 'decide-return', data: decide };
    await expect(scene.takes({ ...lawful, data: {} })).rejects.toThrow(/schema.required/);
    await scene.takes(lawful);
  });
});
