import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SYSTEM_ACTOR } from '@duban/application';
import type { PostCommand } from '@duban/domain';
import {
  openHttpOffice,
  type Answer,
  type HttpOffice,
} from '../../apps/api/src/testing/http-office.fixture.ts';

const NAME = '龘靐齉';
const ASKED = { legalBasis: '个人信息保护法第四十七条', requestedBy: 'person' };
const A_SECOND = 1_100;

let http: HttpOffice;
let now = Date.parse('2026-06-01T09:00:00+08:00');

const post = (by: string, path: string, body: object): Promise<Answer> =>
  http.ask(by, path, { method: 'POST', body });
const command = (by: string, person: string, name: string, data: object): Promise<Answer> =>
  post(by, `/v1/people/${person}/erasure/commands/${name}`, { data });
const erasedOf = async (person: string): Promise<readonly string[]> =>
  (await http.office.store.readStream(`privacy-${person.slice('person:'.length)}`)).events.map(
    ({ type }) => type,
  );

const grantAtTheMachine = async (person: string, role: string, organ: string): Promise<void> => {
  const data = { personId: `person:demo-${person}`, role, organ, from: '2026-06-01', until: null };
  const outcome = await http.office.references.posts({
    ...({ type: 'GrantPost', data } as PostCommand),
    commandId: `first-${person}`,
    // Of no organ in which anybody else administers.
    actor: SYSTEM_ACTOR,
    basis: { documentNo: '渝人常办〔2026〕1号' },
  });
  expect(outcome.outcome).toBe('accepted');
};

beforeAll(async () => {
  http = await openHttpOffice({ clock: { now: () => now } }, { DUBAN_POSTS: 'register' });
  await grantAtTheMachine('secadmin', 'security-admin', 'cq-information-centre');
  await grantAtTheMachine('so', 'supervision-office', 'cq-so');
  await new Promise((resolve) => {
    setTimeout(resolve, A_SECOND);
  });
});
afterAll(() => http.close());

describe('erasing a person', () => {
  it('is done by one where there is no second administrator, and the order says so', async () => {
    const { status, body } = await post('secadmin', '/v1/people/person:alone/erasure', ASKED);
    expect([status, body]).toMatchObject([200, { person: 'person:alone', keysDestroyed: 0 }]);
    const { events } = await http.office.store.readStream('erasure-alone');
    expect(events).toMatchObject([{ type: 'ErasureOrdered', data: { byOnePerson: true, proposalId: null } }]);
    expect(await erasedOf('person:alone')).toEqual(['PersonalDataErased']);
  });

  it('takes two where there are two: nothing is erased before the other one confirms', async () => {
    await grantAtTheMachine('sysadmin', 'security-admin', 'cq-information-centre');
    await new Promise((resolve) => {
      setTimeout(resolve, A_SECOND);
    });
    await post('so', '/v1/people', { id: 'person:both', name: NAME });
    const alone = await post('secadmin', '/v1/people/person:both/erasure', ASKED);
    expect([alone.status, alone.body['reason']]).toEqual([409, 'erasure.needs-second']);
    expect((await command('secadmin', 'person:both', 'propose-erasure', ASKED)).status).toBe(200);
    const waiting = { act: 'erasure', proposalId: 'erasure-1', personId: 'person:both' };
    const waitingFor = async (by: string) => {
      const after = await http.office.store.head();
      return (await http.ask(by, `/v1/proposals?after=${after}`)).body['items'];
    };
    expect(await waitingFor('sysadmin')).toMatchObject([{ ...waiting, own: false, caseId: null }]);
    expect(await waitingFor('secadmin')).toMatchObject([{ ...waiting, own: true }]);
    expect(await waitingFor('so')).toEqual([]);
    const named = { proposalId: 'erasure-1' };
    const own = await command('secadmin', 'person:both', 'confirm-erasure', named);
    expect(own.body['reason']).toBe('proposal.own');
    expect((await http.ask('so', '/v1/people/person:both')).body['name']).toBe(NAME);
    expect((await command('so', 'person:both', 'confirm-erasure', named)).body['code']).toBe('forbidden');

    const confirmed = await command('sysadmin', 'person:both', 'confirm-erasure', named);

    expect([confirmed.status, confirmed.body['events']]).toMatchObject([200, [{ type: 'ErasureOrdered' }]]);
    expect((await http.ask('so', '/v1/people/person:both')).status).toBe(404);
    expect(await erasedOf('person:both')).toEqual(['PersonalDataErased']);
    expect(await waitingFor('sysadmin')).toEqual([]);
    expect((await command('sysadmin', 'person:both', 'confirm-erasure', named)).status).toBe(200);
    expect(await erasedOf('person:both')).toEqual(['PersonalDataErased']);
  });

  it('does not happen where it was declined', async () => {
    await post('so', '/v1/people', { id: 'person:kept', name: NAME });
    await command('secadmin', 'person:kept', 'propose-erasure', ASKED);
    const named = { proposalId: 'erasure-1' };
    expect((await command('sysadmin', 'person:kept', 'decline-erasure', named)).status).toBe(200);
    const late = await command('sysadmin', 'person:kept', 'confirm-erasure', named);
    expect(late.body['reason']).toBe('proposal.ended');
    expect((await http.ask('so', '/v1/people/person:kept')).body['name']).toBe(NAME);
  });

  it('that was ordered when the process ended is carried out by the next start, once', async () => {
    await post('so', '/v1/people', { id: 'person:late', name: NAME });
    now += 1_000;
    await http.office.references.erasure({
      ...{ type: 'OrderErasure', data: { person: 'person:late', ...ASKED, requestedBy: 'person' } },
      ...{ commandId: 'order-late', actor: SYSTEM_ACTOR },
    });
    expect((await http.ask('so', '/v1/people/person:late')).body['name']).toBe(NAME);
    expect(await http.office.people.resume()).toMatchObject([{ person: 'person:late' }]);
    expect(await http.office.people.resume()).toEqual([]);
    expect((await http.ask('so', '/v1/people/person:late')).status).toBe(404);
  });
});
