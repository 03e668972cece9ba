import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CASE_ID, openAttackScene, PAPER, type AttackScene, type Attempt } from './attack-scene.ts';

let scene: AttackScene;
beforeAll(async () => {
  scene = await openAttackScene();
  await scene.walkThrough('file-plan');
  scene.moveTo('2025-03-31T10:00:00+08:00');
});
afterAll(() => scene.close());

const suspending: Attempt = {
  by: 'cc',
  command: 'suspend',
  data: { itemId: 'i1', ground: 'superior-approval', reviewDate: '2025-12-31' },
  basis: PAPER,
};
const resuming: Attempt = { by: 'cc', command: 'resume', data: { itemId: 'i1' } };

const decision = { body: 'cq-cc', form: 'meeting', on: '2025-03-31', meeting: 'cc-32' };
const council = {
  ...{ kind: 'chairpersons-council', since: '2023-01-20', serving: 9, quota: 9, keptBy: ['cq-so'] },
};
const meeting = { body: 'cq-cc', session: '六届', number: 32, heldOn: '2025-03-31', present: 7 };
const mandate = {
  ...{ body: 'cq-cc', role: 'chairpersons-council', organ: 'cq-cc', steps: ['Suspend', 'Resume'] },
  ...{ all: true, cases: [], topics: [], from: '2025-03-31', until: null },
};

const keep = (by: string, path: string, data: object, more: object = {}) =>
  scene.http.ask(by, `/v1/${path}`, { method: 'POST', body: { data, ...more } });

/** The last event of this type, as the office reads it. */
const eventOf = async (type: string): Promise<Readonly<Record<string, unknown>> | undefined> => {
  await scene.http.office.read.waitFor(await scene.http.office.store.head(), 10_000);
  const { body } = await scene.http.ask('so', `/v1/cases/${CASE_ID}/events?limit=200`);
  return (body['items'] as Record<string, unknown>[]).findLast((event) => event['type'] === type);
};

describe('a body over HTTP', () => {
  it('acts on its paper until it is registered, and from then on by decision', async () => {
    await scene.takes(suspending);
    await scene.takes({ ...resuming, basis: PAPER });
    const path = 'bodies/cq-cc/commands/register-body';
    expect((await keep('so', path, council)).body['reason']).toBe('body.without-basis');
    expect((await keep('cc', path, council, { basis: PAPER })).status).toBe(403);
    expect((await keep('so', path, council, { basis: PAPER })).status).toBe(200);
    await scene.refuses(suspending, 'decision.missing');
  });

  it('decides at a meeting that is recorded, and the event keeps the meeting’s revision', async () => {
    await scene.refuses({ ...suspending, decision }, 'decision.meeting-unknown');
    const path = 'meetings/cc-32/commands/record-meeting';
    expect((await keep('so', path, { ...meeting, present: 10 })).body['reason']).toBe(
      'meeting.present-impossible',
    );
    expect((await keep('so', path, meeting)).status).toBe(200);
    await scene.refuses(
      { ...suspending, decision: { ...decision, on: '2025-03-30' } },
      'decision.other-meeting',
    );
    await scene.takes({ ...suspending, decision });
    expect(await eventOf('ItemSuspended')).toMatchObject({
      decision: { ...decision, revision: 0 },
      mandate: null,
    });
  });

  it('gives a mandate by decision, under which its post acts until the body ends it', async () => {
    const give = 'mandates/m-1/commands/give-mandate';
    const named = { mandate: { id: 'm-1' } };
    await scene.refuses({ ...resuming, ...named }, 'mandate.unknown');
    expect((await keep('cc', give, mandate)).body['reason']).toBe('decision.missing');
    const votes = await keep('cc', give, { ...mandate, steps: ['RecordVote'] }, { decision });
    expect(votes.body['reason']).toBe('mandate.never-delegable');
    expect((await keep('cc', give, mandate, { decision })).status).toBe(200);
    await scene.refuses({ ...resuming, mandate: { id: 'm-1', revision: 1 } }, 'mandate.changed');
    await scene.takes({ ...resuming, ...named });
    expect(await eventOf('ItemResumed')).toMatchObject({
      mandate: { id: 'm-1', revision: 0 },
      decision: null,
    });
    const end = 'mandates/m-1/commands/end-mandate';
    expect((await keep('cc', end, { lastDay: '2025-03-29' }, { decision })).body['reason']).toBe(
      'mandate.in-the-past',
    );
    expect((await keep('cc', end, { lastDay: '2025-03-30' }, { decision })).status).toBe(200);
    await scene.refuses({ ...suspending, ...named }, 'mandate.not-in-force');
    await scene.takes({ ...suspending, decision });
  });

  it('is found with its meetings and mandates, as of a moment; whom it mandated no deputy or organ reads', async () => {
    await scene.http.office.read.waitFor(await scene.http.office.store.head(), 10_000);
    const list = async (by: string, path: string): Promise<unknown> =>
      (await scene.http.ask(by, `/v1/${path}`)).body['items'];
    const { since, keptBy, serving, quota, kind } = council;
    expect(await list('housing', 'bodies')).toEqual([
      {
        ...{ status: 'registered', bodyId: 'cq-cc', kind, lastDay: null },
        sizes: [{ from: since, serving, quota, keptBy }],
      },
    ]);
    expect(await list('housing', 'bodies?asOf=2025-03-30T00:00:00Z')).toEqual([]);
    expect(await list('deputy', 'meetings')).toEqual([
      { status: 'recorded', meetingId: 'cc-32', ...meeting, serving: 9, bodyRevision: 0 },
    ]);
    expect(await list('so', 'mandates')).toMatchObject([
      { mandateId: 'm-1', steps: ['Suspend', 'Resume'], until: '2025-03-30', first: null },
    ]);
    for (const by of ['housing', 'deputy', 'analyst'])
      expect((await scene.http.ask(by, '/v1/mandates')).status).toBe(403);
  });
});
