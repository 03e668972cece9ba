/** What the pages know of answers they know from the document, and from nowhere else. */
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const WEB = fileURLToPath(new URL('../../apps/web/src/', import.meta.url));

const sources = globSync('**/*.{ts,tsx}', { cwd: WEB })
  .filter((file) => !/\.(?:gen|spec)\.tsx?$/.test(file))
  .map((file) => ({ file, text: readFileSync(`${WEB}${file}`, 'utf8') }));

const found = (pattern: RegExp, excepted: readonly string[] = []): readonly string[] =>
  sources.filter(({ file, text }) => !excepted.includes(file) && pattern.test(text)).map(({ file }) => file);

describe('answers in the pages', () => {
  it('are named in one file, each by its name in the document', () => {
    const { text = '' } = sources.find(({ file }) => file === 'api/answers.ts') ?? {};
    const types = [...text.matchAll(/^export type (?<name>\w+) = (?<shape>[^;]+);/gm)];
    const made = /^(?:NonNullable<)?Schemas\['\w+'\]>?$/;
    expect(types.length).toBeGreaterThan(10);
    expect(types.filter(({ groups }) => !made.test(groups?.['shape'] ?? ''))).toEqual([]);
    expect([...text.matchAll(/^export type/gm)]).toHaveLength(types.length);
  });

  it('have the type of their address: nobody says another one', () => {
    expect(sources.length).toBeGreaterThan(50);
    expect(found(/\b(?:useAnswer|getJson)</)).toEqual([]);
  });

  it('are read by the client only, and a problem where it is made', () => {
    expect(found(/\.json\(\)/, ['api/problem.ts'])).toEqual([]);
    expect(found(/from 'openapi-fetch'/, ['api/get-json.ts'])).toEqual([]);
  });

  it('are not types of the domain', () => {
    expect(found(/from '@duban\/domain'/)).toEqual([]);
    expect(
      found(/\b(?:OpenedCase|ItemState|CaseView|EventView)\b[^;]*from '@duban\/contracts\/browser'/),
    ).toEqual([]);
  });
});
