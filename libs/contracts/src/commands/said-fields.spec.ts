import { expect, it } from '@jest/globals';
import { commandFaults } from './command-registry.ts';
import { saidFaults } from './said-fields.ts';

const HEX = '0a'.repeat(32);

it.each(['', ' ', '\u3000', '\u200B\u200D', '\t\n', '\u2060\uFEFF', '\u3164\u115F', '。——…', '\u2800'])(
  'a ground of %j says nothing',
  (reason) => {
    expect(saidFaults({ reason, itemId: 'i1' })).toMatchObject([{ pointer: '/reason', code: 'text.blank' }]);
  },
);

it.each(['理由', '1', 'ок', ' 见附件。', 'ß'])('a ground of %j says something', (reason) => {
  expect(saidFaults({ reason })).toEqual([]);
});

it('what says nothing is found in lists and in what they hold, and only where something has to be said', () => {
  const claims = [{ itemId: 'i1', evidence: [{ digest: 'sha256:00', name: '', mediaType: '' }] }];
  expect(saidFaults({ defects: ['late', ' '], blockers: '', scopeText: '', claims })).toMatchObject([
    { pointer: '/defects/1', code: 'text.blank' },
    { pointer: '/claims/0/evidence/0/digest', code: 'digest.malformed' },
  ]);
});

it.each([`sha256:${HEX}`, `sm3:${HEX}`])('%s is a digest', (digest) => {
  expect(saidFaults({ digest, datasetHash: digest, documentHash: digest })).toEqual([]);
});

it.each([HEX, `sha256:${HEX.toUpperCase()}`, `sha256:${HEX}0`, `md5:${HEX}`, `sha256:${HEX}\n`, 'sha256:x'])(
  '%j is no digest',
  (digest) => {
    expect(saidFaults({ digest })).toMatchObject([{ code: 'digest.malformed' }]);
  },
);

it('a command is held to it, an item of a register is not', () => {
  const withdrawal = { itemId: 'i1', reason: ' ', consentDocs: [] };
  expect(commandFaults('Withdraw', withdrawal)).toMatchObject([{ code: 'text.blank' }]);
  expect(commandFaults('ImportItem', { reason: ' ' }).map(({ code }) => code)).not.toContain('text.blank');
});
