import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer } from '../../apps/api/src/testing/http-office.fixture.ts';
import { CASE_ID, openAttackScene, PAPER, type AttackScene, type Attempt } from './attack-scene.ts';

const NOWHERE = `sha256:${'0c'.repeat(32)}`;
const path = `/v1/cases/${CASE_ID}`;

let scene: AttackScene;
let attachment: string;

const filedScan = async (): Promise<string> => {
  const answer = await fetch(`${scene.http.address}${path}/attachments?itemId=i1`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${scene.http.token('so')}`,
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('延期申请.pdf')}`,
    },
    body: '%PDF-1.7\n关于延期的请示\n%%EOF\n',
  });
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { sha256: string }).sha256;
};

/** The item was given to the housing bureau on 12 March and is due on 12 June; the office sits at the desk on the 20th. */
beforeAll(async () => {
  scene = await openAttackScene();
  await scene.walkThrough('report-progress');
  scene.moveTo('2025-06-20T10:00:00+08:00');
  attachment = await filedScan();
});
afterAll(() => scene.close());

const paperOf = (more: object = {}): object => ({
  ...{ enteredFor: 'cq-housing', incomingNo: '收〔2025〕117号', attachment },
  ...{ documentDate: '2025-06-09', receivedOn: '2025-06-10' },
  ...more,
});

const asking = { itemId: 'i1', requestedDue: '2025-08-12', reason: '工作量大' };

/** The housing bureau's request for an extension, entered by the office. */
const entering = (paper: object = {}, more: Partial<Attempt> = {}): Attempt => ({
  ...{ by: 'so', command: 'request-extension', data: asking, paper: paperOf(paper) },
  ...more,
});

/** The bureau's report of the end of May, entered by the General Office, which numbers for itself. */
const report = (paper: object = {}): Attempt => ({
  ...{ by: 'go', command: 'report-progress', paper: paperOf(paper) },
  data: {
    ...{ itemId: 'i1', assignmentId: 'a2', periodEnd: '2025-05-31', percent: 80, blockers: '' },
    milestoneStates: [{ measureId: 'm1', state: 'on-track' }],
    evidence: [{ digest: attachment, name: '月报.pdf', mediaType: 'application/pdf' }],
  },
});

const read = async (by: string, address: string): Promise<Record<string, unknown>> => {
  const after = await scene.http.office.store.head();
  const at = `${address}${address.includes('?') ? '&' : '?'}after=${String(after)}`;
  const answer = await scene.http.ask(by, at);
  expect([address, answer.status]).toEqual([address, 200]);
  return answer.body;
};

type Row = Readonly<Record<string, unknown>>;
const rowsIn = (body: Record<string, unknown>, list: string): readonly Row[] => body[list] as readonly Row[];

describe('what is entered from paper', () => {
  it.each<[string, object, string]>([
    ['without its file', { attachment: NOWHERE }, 'paper.attachment-missing'],
    ['for an organ that is no party', { enteredFor: 'cq-traffic-police' }, 'paper.not-a-party'],
    ['for an organ whose assignment ended', { enteredFor: 'cq-civil-affairs' }, 'paper.not-a-party'],
    ['for a co-organ, which asks for nothing', { enteredFor: 'cq-emergency' }, 'paper.not-a-party'],
    ['for the office itself', { enteredFor: 'cq-so' }, 'paper.not-a-party'],
    ['for a deputy who proposed nothing', { enteredFor: 'person:demo-deputy' }, 'paper.not-a-party'],
    ['received in the future', { receivedOn: '2025-06-21' }, 'paper.received-in-future'],
    [
      'received before the assignment',
      { documentDate: '2025-03-11', receivedOn: '2025-03-11' },
      'paper.received-before-assignment',
    ],
    ['dated after it came in', { documentDate: '2025-06-11' }, 'paper.dated-after-receipt'],
    ['received after the due date', { receivedOn: '2025-06-13' }, 'extension.after-deadline'],
  ])('is refused %s', async (_what, paper, code) => {
    await scene.refuses(entering(paper), code);
  });

  it('is refused with another time beside its own', async () => {
    const basis = { documentNo: '收〔2025〕117号' };
    const stated = entering({}, { occurredAt: '2025-06-10T09:00:00+08:00', basis });
    await scene.refuses(stated, 'paper.time-stated');
  });

  it.each([
    ['the organ itself', 'housing', 'paper.not-yours-to-enter'],
    ['another organ', 'civil', 'paper.not-yours-to-enter'],
    ['a committee', 'wb', 'paper.not-yours-to-enter'],
    ['the Council', 'cc', 'forbidden'],
    ['a deputy', 'deputy', 'forbidden'],
    ['the government’s office', 'gov', 'forbidden'],
    ['an auditor', 'auditor', 'forbidden'],
    ['an analyst', 'analyst', 'forbidden'],
  ])('is refused to %s', async (_who, by, code) => {
    await scene.refuses(entering({}, { by }), code);
  });

  it('is refused to the offices without the paper, and to the bureau in its own name: the date has passed', async () => {
    for (const by of ['so', 'go']) {
      const { status } = await scene.refuses(entering({}, { by, paper: null }), 'forbidden');
      expect(status).toBe(403);
    }
    await scene.refuses(entering({}, { by: 'housing', paper: null }), 'extension.after-deadline');
  });

  it('is never a vote, nor what the Congress’s side decides', async () => {
    const vote = {
      ...{ voteId: 'V1', meetingNo: 'M-V1', question: '对整改情况是否满意', coversItemIds: ['i1'] },
      ...{ tellers: ['person:teller-1', 'person:teller-2'], ballotMode: 'paper' },
      ...{ signedTallyHash: attachment, eligible: 61, present: 56, issued: 56, collected: 56, valid: 56 },
      ...{ invalid: 0, counts: { satisfied: 23, basic: 7, dissatisfied: 26 } },
    };
    const code = 'paper.not-for-this-step';
    await scene.refuses(entering({}, { command: 'record-vote', data: vote }), code);
    const opinion = { itemIds: ['i1'], verdict: 'agree', comments: [] };
    await scene.refuses(entering({}, { by: 'wb', command: 'give-committee-opinion', data: opinion }), code);
  });
});

describe('a request that came in on 10 June and is entered on the 20th', () => {
  let eventId: string;
  const sent = (): Promise<Answer> => {
    const { data, paper } = entering();
    const headers = { 'idempotency-key': 'desk-117' };
    return scene.http.ask('so', `${path}/commands/request-extension`, {
      ...{ method: 'POST', headers, body: { data, paper } },
    });
  };

  it('is in time, and one event however often it is sent', async () => {
    const first = await sent();
    const head = await scene.http.office.store.head();
    const again = await sent();
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(again.body['events']).toEqual(first.body['events']);
    await scene.takes(entering());
    expect(await scene.http.office.store.head()).toBe(head);
    const [event] = rowsIn(first.body, 'events');
    expect(event).toMatchObject({ type: 'ExtensionRequested' });
    eventId = String(event?.['id']);
  });

  it.each(['so', 'housing', 'cc', 'auditor'])(
    'shows organ and office in case, events, history and why, to %s',
    async (by) => {
      const actor = { id: 'person:demo-so', role: 'supervision-office', organ: 'cq-so' };
      const paper = paperOf();
      const { state } = (await read(by, path)) as unknown as { state: Record<string, unknown> };
      expect(state['papers']).toMatchObject([
        { eventId, on: '2025-06-10', enteredOn: '2025-06-20', by: actor, data: paper },
      ]);
      expect(state['items']).toMatchObject({
        i1: { cycle: { extensions: [{ askedBy: 'cq-housing', requestedOn: '2025-06-10' }] } },
      });
      const told = { id: eventId, type: 'ExtensionRequested', actor, paper };
      for (const address of [`${path}/events`, `${path}/history`]) {
        const found = rowsIn(await read(by, address), 'items').find(({ id }) => id === eventId);
        expect(found).toMatchObject(told);
        expect(found?.['sentence']).toMatch(/^市住房和城乡建设委员会.*（市人大常委会督办工作办公室代录：/);
      }
      const links = rowsIn(await read(by, `${path}/why?event=${eventId}`), 'items');
      expect(links.at(-1)).toMatchObject({ actor, paper, events: [{ id: eventId }] });
    },
  );

  it('leaves the item the bureau’s on the board, and its date waiting instead of missed', async () => {
    const [row] = rowsIn(await read('so', `/v1/board?caseId=${CASE_ID}`), 'items');
    expect(row).toMatchObject({ leadOrgans: ['cq-housing'], stage: 'RECTIFYING' });
    const dates = rowsIn(await read('so', '/v1/deadlines'), 'items');
    const byKind = (kind: string) => dates.find((date) => date['kind'] === kind);
    expect(byKind('due')).toMatchObject({ date: '2025-06-12', missed: false, waits: true });
    expect(byKind('item-due')).toMatchObject({ date: '2025-06-06', missed: true });
  });

  it('has a number that no other paper of this office takes; another office numbers for itself', async () => {
    const other = { documentDate: '2025-06-03', receivedOn: '2025-06-04' };
    await scene.refuses({ ...report(other), by: 'so' }, 'paper.number-taken');
    await scene.refuses(
      { ...report({ ...other, incomingNo: '收 [2025] 117 号' }), by: 'so' },
      'paper.number-taken',
    );
    await scene.takes(report(other));
  });

  const objection = (by: string, ground = '六月五日已送达'): Attempt => ({
    by,
    command: 'object',
    data: { itemId: 'i1', against: 'received-day', subjectId: eventId, ground },
  });

  it('is objected to by the bureau, and by no stranger', async () => {
    for (const by of ['emergency', 'civil', 'gov', 'deputy'])
      await scene.refuses(objection(by), 'objection.not-yours');
    await scene.refuses(objection('traffic'), 'case.unknown');
    for (const by of ['cc', 'auditor']) await scene.refuses(objection(by), 'forbidden');
    await scene.takes(objection('housing'));
    await scene.refuses(objection('housing', '另有理由'), 'objection.made-already');
  });

  it('has its objection decided by the Council, once, and stays as it was entered', async () => {
    const deciding = (by: string, upheld = true): Attempt => ({
      ...{ by, command: 'decide-objection', basis: PAPER },
      data: { objectionId: 'objection-1', upheld, ground: '收文章为六月五日' },
    });
    for (const by of ['so', 'go', 'housing', 'deputy']) await scene.refuses(deciding(by), 'forbidden');
    await scene.takes(deciding('cc'));
    await scene.refuses(deciding('cc', false), 'objection.decided');
    const { state } = (await read('housing', path)) as unknown as { state: Record<string, unknown> };
    expect(state['objections']).toMatchObject([
      { by: { organ: 'cq-housing' }, decision: { by: { organ: 'cq-cc' }, data: { upheld: true } } },
    ]);
    expect(rowsIn(state, 'papers')[0]).toMatchObject({ on: '2025-06-10' });
  });
});

describe('a result of the government', () => {
  it('counts from the day on which it came in', async () => {
    const grant = { itemId: 'i1', grant: true, newDue: '2025-08-12', reason: '同意' };
    await scene.takes({ by: 'cc', command: 'decide-extension', data: grant, basis: PAPER });
    await scene.walkThrough('give-committee-opinion');
    scene.moveTo('2025-08-20T10:00:00+08:00');
    const evidence = [{ digest: attachment, name: '整改结果报告.pdf', mediaType: 'application/pdf' }];
    const data = {
      ...{ reportNo: 'R1', signer: 'person:vice-mayor' },
      claims: [{ itemId: 'i1', claimedDisposition: 'resolved', evidence }],
    };
    const days = { documentDate: '2025-08-11', receivedOn: '2025-08-12', incomingNo: '收〔2025〕140号' };
    const sent = (enteredFor: string): Attempt =>
      entering({ ...days, enteredFor }, { command: 'submit-result', data });
    await scene.refuses(sent('cq-housing'), 'paper.not-a-party');
    await scene.takes(sent('cq-government'));
    const [row] = rowsIn(await read('so', `/v1/board?caseId=${CASE_ID}`), 'items');
    expect(row).toMatchObject({ stage: 'SUBMITTED', addressee: 'cq-government' });
    const missed = rowsIn(await read('so', '/v1/deadlines?missed=true'), 'items');
    expect(missed.map(({ kind }) => kind)).not.toContain('due');
  });
});
