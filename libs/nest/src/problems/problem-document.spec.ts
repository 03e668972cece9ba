import { describe, expect, it } from '@jest/globals';
import { problemDocument } from './problem-document.ts';
import { ProblemError } from './problem-error.ts';

const faults = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ pointer: `/data/${String(n)}`, code: 'c', detail: 'd' }));

const told = (count: number) =>
  problemDocument(new ProblemError('validation-failed', { errors: faults(count) }), 'en', 'trace');

describe('a problem document', () => {
  it('lists twenty faults and counts the others', () => {
    expect(told(20)).not.toHaveProperty('moreErrors');
    const document = told(50_000);
    expect([document.errors?.length, document.moreErrors]).toEqual([20, 49_980]);
  });

  it('of a refusal speaks with the words of its reason', () => {
    const { title, status, reason } = problemDocument(
      new ProblemError('payload-too-large', { reason: 'request.too-many-values' }),
      'en',
      'trace',
    );
    expect([title, status, reason]).toEqual([
      'The request holds too many fields, list entries or levels',
      413,
      'request.too-many-values',
    ]);
  });
});
