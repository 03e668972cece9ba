import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openHttpOffice, type HttpOffice } from '../testing/http-office.fixture.ts';

let http: HttpOffice;

beforeAll(async () => {
  http = await openHttpOffice();
});
afterAll(() => http.close());

it('serves the AsyncAPI document that is checked in, to everybody', async () => {
  const { status, headers, body } = await http.ask(null, '/asyncapi.yaml');
  const written = await readFile(new URL('../../../../docs/asyncapi.yaml', import.meta.url), 'utf8');
  expect([status, headers.get('content-type')]).toEqual([200, 'application/yaml; charset=utf-8']);
  expect(body['text']).toBe(written);
});

it('serves it to a browser too, never the page of the application in its place', async () => {
  const { headers } = await http.ask(null, '/asyncapi.yaml', { headers: { accept: 'text/html' } });
  expect(headers.get('content-type')).toBe('application/yaml; charset=utf-8');
});

it('serves the schema that each of its messages names', async () => {
  const { body } = await http.ask(null, '/asyncapi.yaml');
  const paths = new Set(String(body['text']).match(/\/schemas\/duban\.[a-z.-]+\.v\d+\.json/g));
  expect(paths.size).toBeGreaterThan(40);
  const answers = await Promise.all(
    [...paths].map(async (path) => [path, (await http.ask(null, path)).status]),
  );
  expect(answers.filter(([, status]) => status !== 200)).toEqual([]);
});
