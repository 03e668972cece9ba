import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openHttpOffice, type HttpOffice } from './testing/http-office.fixture.ts';
import { walk } from './testing/walk.fixture.ts';

let http: HttpOffice;
beforeAll(async () => {
  http = await openHttpOffice();
});
afterAll(() => http.close());

it('every answer tells up to which event it is complete, and knows of what `after` names', async () => {
  const [opening] = walk;
  const written = await http.ask('so', `/v1/cases/R-1/commands/${opening?.command ?? ''}`, {
    method: 'POST',
    body: { data: opening?.data },
  });
  const position = written.headers.get('duban-position') ?? '';
  expect(position).toBe(await http.office.store.head());
  await http.ask('so', `/v1/board?after=${position}`);
  const { headers } = await http.ask('so', '/v1/board');
  expect(headers.get('duban-position')).toBe(position);
  expect((await http.ask('so', '/health/live')).headers.get('duban-position')).toBeNull();
});
