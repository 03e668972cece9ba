import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { commandNameOf, offeredCommands } from '@duban/contracts';
import { openHttpOffice, type HttpOffice } from '../testing/http-office.fixture.ts';

const CHECKED_IN = fileURLToPath(new URL('../../../../docs/openapi.json', import.meta.url));

let http: HttpOffice;
let document: Record<string, unknown>;

beforeAll(async () => {
  http = await openHttpOffice();
  document = (await http.ask(null, '/openapi.json')).body;
});
afterAll(() => http.close());

describe('the OpenAPI document', () => {
  it('is the one that is checked in; `npm run docs:openapi` writes it', async () => {
    expect(document).toEqual(JSON.parse(await readFile(CHECKED_IN, 'utf8')));
  });

  it('is OpenAPI 3.1 and names every command with a body of its own', () => {
    const paths = document['paths'] as Record<string, unknown>;
    expect(document['openapi']).toBe('3.1.0');
    const missing = offeredCommands
      .map(commandNameOf)
      .filter((name) => !(`/v1/cases/{caseId}/commands/${name}` in paths));
    expect(missing).toEqual([]);
    expect(Object.keys(paths).filter((path) => /import-item|take-back-import/.test(path))).toEqual([]);
  });

  it('refers to nothing that is not there', () => {
    const text = JSON.stringify(document);
    const { schemas } = document['components'] as { schemas: Record<string, unknown> };
    const referred = [...text.matchAll(/"#\/components\/schemas\/(?<name>[^"]+)"/g)].map(
      ({ groups }) => groups?.['name'] ?? '',
    );
    expect(referred.filter((name) => !(name in schemas))).toEqual([]);
  });
});

describe('Swagger UI', () => {
  it('comes with all it needs from here, and asks nobody else', async () => {
    const { text } = (await http.ask(null, '/docs')).body as { text: string };
    const sources = [...text.matchAll(/(?:src|href)="(?<url>[^"#]+)"/g)].map(
      ({ groups }) => groups?.['url'] ?? '',
    );
    expect(sources.length).toBeGreaterThan(3);
    for (const source of sources) {
      expect(source).not.toMatch(/^(?:https?:)?\/\//);
      expect((await fetch(new URL(source, `${http.address}/docs`))).status).toBe(200);
    }
    expect(text).not.toMatch(/<script(?![^>]*src=)[^>]*>/);
  });
});
