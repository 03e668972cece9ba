import { describe, expect, it } from '@jest/globals';
import { dayThatCounts } from './day-that-counts.ts';

describe('the day that counts', () => {
  const paper = {
    ...{ enteredFor: 'housing-bureau', incomingNo: '2026-117', documentDate: '2026-03-01' },
    ...{ receivedOn: '2026-03-02', attachment: `sha256:${'a'.repeat(64)}` },
  };

  it('of a paper is the day on which it was received, however late it was entered', () => {
    expect(dayThatCounts({ paper, decidedOn: '2026-06-30' })).toBe('2026-03-02');
  });

  it('of everything else is the day of the decision, whatever day was stated', () => {
    const stated = { occurredOn: '2026-03-02', decidedOn: '2026-03-05' };
    expect(dayThatCounts(stated)).toBe('2026-03-05');
  });
});
