import { describe, expect, it } from '@jest/globals';
import { freeText } from './free-text.ts';
import { itemIdsOf } from './item-ids.ts';

describe('what the search finds an event by', () => {
  it('is what people wrote and the numbers that they type, wherever it stands', () => {
    const data = {
      title: '电梯加装',
      reason: 'no funds left',
      register: { number: '012/23', fileDigest: 'sha256:0011' },
      on: '2026-03-05',
      code: 'problem',
      comments: ['同意', 7, null, true],
    };
    expect(freeText(data).split('\n')).toEqual(['电梯加装', 'no funds left', '012/23', '同意']);
  });
});

describe('the items of an event', () => {
  it.each([
    [{ itemId: 'a' }, ['a']],
    [{ itemIds: ['a', 'b'] }, ['a', 'b']],
    [{ claims: [{ itemId: 'a' }] }, ['a']],
    [{ findings: [{ itemId: 'b' }] }, ['b']],
    [{ findings: 'all well', itemId: 'c' }, ['c']],
    [{ caseNo: '1' }, []],
  ])('are read from %j', (data, itemIds) => {
    expect(itemIdsOf(data)).toEqual(itemIds);
  });
});
