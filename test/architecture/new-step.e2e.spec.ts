import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { FormField, OfferedStep } from '@duban/contracts';
import { buildMissing } from '../setup/built-server.ts';
import { describeWith } from '../setup/describe-with.ts';
import { ChangedCopy, type Server } from './changed-copy.ts';
import { EDITS, NEW_STEP } from './new-step.ts';

/** A copy is type-checked, built and started. */
jest.setTimeout(300_000);

const files = new Set([NEW_STEP.file, ...EDITS.map(({ file }) => file)]);

let copy: ChangedCopy;
let server: Server | undefined;
let tokens = new Map<string, string>();

const ask = async (persona: string, path: string, body?: object) => {
  const answer = await fetch(`${server?.address ?? ''}${path}`, {
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    headers: {
      authorization: `Bearer ${tokens.get(persona) ?? ''}`,
      'content-type': 'application/json',
      'accept-language': 'en',
    },
  });
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Row };
};

type Row = Readonly<Record<string, unknown>>;
type Place = { readonly caseId: string; readonly itemId: string };

/** An item that is being put right, of the demo. */
const place = async (): Promise<Place> => {
  const { body } = await ask('so', '/v1/board?stage=RECTIFYING&limit=1');
  const [item] = body['items'] as readonly Place[];
  if (item === undefined) throw new Error('nothing is being put right in the demo');
  return item;
};

const offer = async (
  persona: string,
  { caseId, itemId }: Place,
  after = '',
): Promise<OfferedStep | undefined> => {
  const { body } = await ask(persona, `/v1/cases/${caseId}/steps?item=${itemId}${after}`);
  return (body['items'] as OfferedStep[]).find(({ name }) => name === 'call-in');
};

const field = (step: OfferedStep | undefined, name: string): FormField | undefined =>
  step?.forms[0]?.find((each) => each.name === name);

/** What the stream of events says until this text comes, or until the moment is over. */
const followed = async (persona: string, until: string): Promise<string> => {
  const leaving = AbortSignal.timeout(5_000);
  const headers = {
    authorization: `Bearer ${tokens.get(persona) ?? ''}`,
    'last-event-id': 'n1.00000000000000000000',
  };
  const decoder = new TextDecoder();
  let text = '';
  try {
    const { body } = await fetch(`${server?.address ?? ''}/events`, { headers, signal: leaving });
    for await (const chunk of body ?? []) {
      text += decoder.decode(chunk as Uint8Array, { stream: true });
      if (text.includes(until)) break;
    }
  } catch (error) {
    if (!leaving.aborted) throw error;
  }
  return text;
};

describeWith(buildMissing(), 'a step that nobody knew', () => {
  beforeAll(async () => {
    copy = new ChangedCopy();
    copy.write(NEW_STEP.file, NEW_STEP.text);
    for (const edit of EDITS) copy.edit(edit);
    server = await copy.start();
    const personas = await fetch(`${server.address}/demo/personas`);
    const { items } = (await personas.json()) as { items: readonly { id: string; token: string }[] };
    tokens = new Map(items.map(({ id, token }) => [id.replace('person:demo-', ''), token]));
  });
  afterAll(async () => {
    await server?.stop();
    copy.remove();
  });

  it('is added by five files at most', () => {
    expect(files.size).toBeLessThanOrEqual(5);
    expect(copy.typeFaults()).toBe('');
  });

  describe('and is then like any other', () => {
    it('is offered with a form that lets one choose, and refused in words', async () => {
      const at = await place();
      const step = await offer('so', at);
      expect(step).toMatchObject({ label: { zh: '约谈', en: 'Call in' }, refused: null });
      const [assignment] = field(step, 'assignmentId')?.choices ?? [];
      expect(assignment?.label.zh).toMatch(/（(?:主办|分办|会办)）$/);
      const path = `/v1/cases/${at.caseId}/commands/call-in`;
      const data = { itemId: at.itemId, assignmentId: 'a9', handler: 'person:h1', text: '进度滞后' };
      expect(await ask('so', path, { data })).toMatchObject({
        status: 409,
        body: { reason: 'plan.nobody-to-call', detail: expect.stringContaining('assignment') },
      });
      expect((await ask('housing', path, { data })).status).toBe(403);
    });

    it('moves the item, is told in the stream, and shows its minutes to the office alone', async () => {
      const at = await place();
      const assignmentId = field(await offer('so', at), 'assignmentId')?.choices?.[0]?.value;
      const text = '进度滞后，请说明原因';
      const data = { itemId: at.itemId, assignmentId, handler: 'person:h1', text };
      const path = `/v1/cases/${at.caseId}/commands/call-in`;
      const done = await ask('so', path, { data });
      expect(done.status).toBe(200);
      const after = `after=${done.headers.get('duban-position') ?? ''}`;
      const { body: item } = await ask('so', `/v1/cases/${at.caseId}/items/${at.itemId}?${after}`);
      expect(item['stage']).toBe('REWORK');
      expect((await offer('so', at, `&${after}`))?.refused?.code).toBe('item.wrong-stage');
      const stream = await followed('analyst', 'organ-called-in');
      expect([stream.includes('organ-called-in'), stream.includes('minuted')]).toEqual([true, false]);
      const minutes = async (persona: string): Promise<unknown> => {
        const { body } = await ask(persona, `/v1/cases/${at.caseId}/events?limit=500&${after}`);
        return (body['items'] as Row[]).find((event) => event['type'] === 'CallMinuted')?.['data'];
      };
      expect(await minutes('so')).toEqual({ itemId: at.itemId, handler: 'person:h1', text });
      // Whoever checks sees that there are minutes, and not what they say.
      expect(await minutes('auditor')).toMatchObject({ text: expect.stringContaining('withheld') });
    });
  });
});
