import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openAttackScene, type AttackScene } from './attack-scene.ts';

let scene: AttackScene;
beforeAll(async () => {
  scene = await openAttackScene();
  await scene.walkThrough('file-plan');
  scene.moveTo('2025-04-30T10:00:00+08:00');
});
afterAll(() => scene.close());

const NOWHERE = `sha256:${'0c'.repeat(32)}`;

const progress = (digest: string, more: object = {}) => ({
  by: 'housing',
  command: 'report-progress',
  data: {
    ...{ itemId: 'i1', assignmentId: 'a2', periodEnd: '2025-04-30', percent: 60, blockers: '' },
    milestoneStates: [{ measureId: 'm1', state: 'on-track' }],
    evidence: [{ digest, name: '公示照片.png', mediaType: 'image/png' }],
    ...more,
  },
});

const file = async (): Promise<string> => {
  const answer = await fetch(`${scene.http.address}/v1/cases/DB-2025-004/attachments?itemId=i1`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${scene.http.token('housing')}`,
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('名单.pdf')}`,
    },
    body: '%PDF-1.7\n公示小区名单\n%%EOF\n',
  });
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { sha256: string }).sha256;
};

describe('a digest that is named as evidence', () => {
  it.each(['sha256:00', 'x', `sha256:${'0C'.repeat(32)}`])('is never %s, which is none', async (digest) => {
    await scene.refuses(progress(digest), 'digest.malformed');
    await scene.refuses(progress(digest, { heldOutside: [digest] }), 'digest.malformed');
  });

  it('belongs to a file that is there, or to one that is said to be held outside', async () => {
    await scene.refuses(progress(NOWHERE), 'digest.not-filed');
    await scene.takes(progress(NOWHERE, { heldOutside: [NOWHERE] }));
    await scene.takes(progress(await file()));
  });
});

describe('a ground', () => {
  it.each([' ', '\u3000', '。'])('is not %j', async (reason) => {
    const asked = { itemId: 'i1', requestedDue: '2025-07-10', reason };
    const answer = await scene.http.ask('housing', '/v1/cases/DB-2025-004/commands/request-extension', {
      method: 'POST',
      body: { data: asked },
    });
    expect(answer.status).toBe(422);
    await scene.refuses(
      { by: 'so', command: 'withhold-publication', data: { legalGround: '。' } },
      'text.blank',
    );
  });

  it('says something', async () => {
    const data = { itemId: 'i1', requestedDue: '2025-07-10', reason: '汛期停工' };
    scene.moveTo('2025-05-12T10:00:00+08:00');
    await scene.takes({ by: 'housing', command: 'request-extension', data });
  });
});
