import { expect, it } from '@jest/globals';
import { threadShare } from './thread-share.ts';

it('work in the background rests after a slice, as long as the slice was, and not before', async () => {
  let now = 0;
  const breathe = threadShare(() => now);
  let turns = 0;
  const others = setInterval(() => (turns += 1), 1);
  for (const at of [3, 6, 9]) {
    now = at;
    await breathe();
  }
  expect(turns).toBe(0);
  now = 12;
  await breathe();
  expect(turns).toBeGreaterThan(0);
  clearInterval(others);
});
