import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { refusedFor } from '../refused.fixture.ts';
import { readMapping } from './read-mapping.ts';

const shipped = new URL('../../mappings/', import.meta.url);
const textOf = (name: string): string => readFileSync(new URL(name, shipped), 'utf8');
const nz = JSON.parse(textOf('nz-safety-recommendations.json')) as Record<string, unknown>;
const changed = (change: object): string => JSON.stringify({ ...nz, ...change });

describe('shipped mappings', () => {
  it.each(readdirSync(shipped))('%s can be used and says what it assumes', (name) => {
    expect(readMapping(textOf(name)).register).not.toBe('');
    expect((JSON.parse(textOf(name)) as { notes: string[] }).notes.length).toBeGreaterThan(0);
  });
});

describe('a mapping', () => {
  it('means the same whatever its layout and notes', () => {
    const { digest } = readMapping(JSON.stringify(nz));
    expect(readMapping(JSON.stringify({ ...nz, notes: ['other'] }, null, 8)).digest).toBe(digest);
    expect(readMapping(changed({ register: 'other' })).digest).not.toBe(digest);
  });

  it('is refused with every misspelt word by its place', async () => {
    const text = changed({ sheets: 1, case: { form: 'regster' }, identity: [] });
    expect(await refusedFor(() => readMapping(text))).toEqual([
      'mapping.invalid:/sheets',
      'mapping.invalid:/identity',
      'mapping.invalid:/case/form',
    ]);
  });

  it('is refused when it is no JSON', async () => {
    expect(await refusedFor(() => readMapping('{'))).toEqual(['mapping.invalid']);
  });

  it('knows only dates it can read, stages of the loop and rules of its own', async () => {
    const text = changed({
      dates: ['yyyy'],
      statuses: { Open: { stage: 'RECTIFYING', disposition: null } },
    });
    expect(await refusedFor(() => readMapping(text))).toEqual(['mapping.invalid:/dates/0']);
    const stage = changed({ statuses: { Open: { stage: 'TAKEN_BACK', disposition: null } } });
    expect(await refusedFor(() => readMapping(stage))).toEqual(['mapping.invalid:/statuses/Open/stage']);
    expect(await refusedFor(() => readMapping(changed({ rules: { organ: 'warn' } })))).toEqual([
      'mapping.invalid:/rules/organ',
    ]);
  });

  it('has to say where a row stands', async () => {
    expect(await refusedFor(() => readMapping(changed({ statuses: undefined })))).toEqual([
      'mapping.invalid:/statuses',
    ]);
    const { status: _, ...fields } = nz['fields'] as Record<string, unknown>;
    expect(await refusedFor(() => readMapping(changed({ fields })))).toEqual([
      'mapping.invalid:/withoutStatus',
    ]);
  });
});
