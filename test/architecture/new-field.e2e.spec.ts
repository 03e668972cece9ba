import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { buildMissing } from '../setup/built-server.ts';
import { describeWith } from '../setup/describe-with.ts';
import { ChangedCopy, type Server } from './changed-copy.ts';
import { FIELD_EDITS } from './new-field.ts';

/** A copy is type-checked, built and started. */
jest.setTimeout(600_000);

type Row = Readonly<Record<string, unknown>>;
type Group = { readonly key: string | null; readonly count: number };

let copy: ChangedCopy;
let server: Server | undefined;
let tokens = new Map<string, string>();

const get = (path: string, persona = 'so'): Promise<Response> =>
  fetch(`${server?.address ?? ''}${path}`, {
    headers: { authorization: `Bearer ${tokens.get(persona) ?? ''}`, 'accept-language': 'en' },
  });

const json = async (path: string): Promise<Row> => (await (await get(path)).json()) as Row;

const itemsOf = async (query: string): Promise<readonly Row[]> =>
  (await json(`/v1/board?limit=500${query}`))['items'] as readonly Row[];

const committeesOf = (items: readonly Row[]): readonly unknown[] =>
  items.map(({ leadCommittee }) => leadCommittee);

describeWith(buildMissing(), 'a field of the board that nobody knew', () => {
  beforeAll(async () => {
    copy = new ChangedCopy();
    for (const edit of FIELD_EDITS) copy.edit(edit);
    server = await copy.start();
    const { items } = (await json('/demo/personas')) as {
      items: readonly { id: string; token: string }[];
    };
    tokens = new Map(items.map(({ id, token }) => [id.replace('person:demo-', ''), token]));
    for (let answer = await get('/v1/board'); answer.status === 503; answer = await get('/v1/board'))
      await answer.text();
  });
  afterAll(async () => {
    await server?.stop();
    copy.remove();
  });

  it('stands in rows, narrows them, counts them and orders them', async () => {
    const all = committeesOf(await itemsOf(''));
    const [committee] = all.filter((each) => typeof each === 'string');
    const wanted = all.filter((each) => each === committee).length;
    expect(wanted).toBeGreaterThan(0);
    const narrowed = committeesOf(await itemsOf(`&leadCommittee=${String(committee)}`));
    expect([narrowed.length, new Set(narrowed)]).toEqual([wanted, new Set([committee])]);
    const { groups } = (await json('/v1/board/counts?groupBy=leadCommittee')) as { groups: Group[] };
    expect(groups).toContainEqual({ key: committee, count: wanted });
    const ordered = committeesOf(await itemsOf('&sort=committee')).filter((each) => each !== null);
    expect(ordered).toEqual([...ordered].sort());
    expect((await get('/v1/board?leadComittee=x')).status).toBe(422);
  });

  it('is a column of the exported register, by its name', async () => {
    const csv = await (await get('/v1/exports/register.csv', 'auditor')).text();
    const [head = '', first = ''] = csv.split('\r\n');
    expect(head.split(',').at(-1)).toBe('lead committee');
    expect(first.split(',')).toHaveLength(head.split(',').length);
    expect((await get('/v1/exports/register.xlsx', 'auditor')).status).toBe(200);
  });

  it('is in the document of the interface, as a field, a filter, a facet and an order', async () => {
    const document = JSON.stringify(await json('/openapi.json'));
    expect(document).toContain('"leadCommittee":{"type":["string","null"]}');
    expect(document).toContain('"description":"Committee that leads the case"');
    expect(document).toMatch(/"enum":\["committee","due"/);
    expect(document).toMatch(/"enum":\["stage","light"[^\]]*"leadCommittee"\]/);
  });

  it('is added by six files at most, and nothing else fails to compile', () => {
    const files = new Set(FIELD_EDITS.map(({ file }) => file));
    expect(files.size).toBeLessThanOrEqual(6);
    expect(copy.typeFaults()).toBe('');
  });
});
