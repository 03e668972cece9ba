import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { walk } from '../../apps/api/src/testing/walk.fixture.ts';
import { openAttackScene, type AttackScene, type Attempt } from './attack-scene.ts';

let scene: AttackScene;
beforeAll(async () => {
  scene = await openAttackScene();
  await scene.walkThrough('open-case');
});
afterAll(() => scene.close());

let count = 0;
const item = (change: object): Attempt => {
  count += 1;
  const data = { ...walk[1]?.data, itemId: `c${String(count)}`, ...change };
  return { by: 'so', command: 'register-item', data };
};

describe('a character that no release could take out of the log again', () => {
  it.each([
    ['NUL in a title', { title: '物业\u0000费' }, 'text.forbidden-character'],
    ['U+FFFE in a title', { title: '题\uFFFE目' }, 'text.forbidden-character'],
    ['a C1 control in a text', { text: '费\u0085用' }, 'text.forbidden-character'],
    ['half a surrogate pair', { text: '\uD83D' }, 'text.forbidden-character'],
    ['an override of direction', { text: '\u202E字文' }, 'text.forbidden-character'],
    ['an isolate in a title', { title: '\u2066甲\u2069' }, 'text.forbidden-character'],
    ['a number that looks like another', { sourceId: '4\u200B号' }, 'text.forbidden-character'],
    ['a title that looks like another', { title: '物\u200B业费' }, 'text.forbidden-character'],
    ['the mark of an erased text', { text: '\u2400erased' }, 'text.erased-mark'],
    ['the mark of a withheld text', { title: '见\u2400withheld' }, 'text.erased-mark'],
    ['an id with a blank', { itemId: 'i 1' }, 'id.malformed'],
    ['an id in other letters that look the same', { itemId: 'і1' }, 'id.malformed'],
    ['a person with an unseen character', { proposers: ['person:dp\u200B1'] }, 'id.malformed'],
  ])('is refused: %s', async (_, change, code) => {
    await scene.refuses(item(change), code);
  });

  it('is refused in the envelope, too', async () => {
    const { data } = walk[1] ?? { data: {} };
    const attempt = { by: 'so', command: 'register-item', data };
    await scene.refuses({ ...attempt, basis: { documentNo: '4\u200B号' } }, 'validation.forbidden-character');
    await scene.refuses({ ...attempt, basis: { meeting: '会\u0000议' } }, 'text.forbidden-character');
    await scene.refuses({ ...attempt, onBehalfOf: 'cq cc' }, 'validation.id');
  });

  it('is refused in the names of people and organs', async () => {
    const body = { id: 'person:x1', name: '张\u200B三' };
    await scene.refusesRequest(
      'so',
      '/v1/people',
      { method: 'POST', body },
      'validation.forbidden-character',
    );
    const organ = { data: { kind: 'bureau', name: '住\u202E建委', since: '2020-01-01' } };
    const path = '/v1/organs/cq-new/commands/register-organ';
    await scene.refusesRequest('so', path, { method: 'POST', body: organ }, 'text.forbidden-character');
  });

  it('is none of those that people write', async () => {
    const text = '第一行\n\t第二行:“物业费”收支 100%,见 https://example.org/公示 🏢';
    await scene.takes(
      item({ itemId: '物业-1', title: 'Ünïcode 与 𠮷', text, proposers: ['person:代表012'] }),
    );
  });
});

describe('the name of a person', () => {
  const named = (name: string) => ({ method: 'POST', body: { id: 'person:dp-9', name } });

  it('is given once, may be repeated, and becomes no other', async () => {
    expect((await scene.http.ask('so', '/v1/people', named('孙代'))).status).toBe(200);
    expect((await scene.http.ask('so', '/v1/people', named('孙代'))).status).toBe(200);
    await scene.refusesRequest('so', '/v1/people', named('钱某'), 'privacy.person-named');
    await scene.refusesRequest('wb', '/v1/people', named('钱某'), 'forbidden');
    const { body } = await scene.http.ask('wb', '/v1/people/person:dp-9');
    expect(body['name']).toBe('孙代');
  });

  it('of somebody whose name was wrong is given under a new id', async () => {
    const body = { name: '钱某' };
    const { status } = await scene.http.ask('so', '/v1/people', { method: 'POST', body });
    expect(status).toBe(200);
  });
});
