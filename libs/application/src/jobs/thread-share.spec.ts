import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { threadShare } from './thread-share.ts';

beforeEach(() => {
  jest.useFakeTimers({ now: 0 });
});
afterEach(() => {
  jest.useRealTimers();
});

it('work in the background rests after a slice, as long as the slice was, and not before', async () => {
  let now = 0;
  const breathe = threadShare(() => now);
  for (const at of [3, 6, 9]) {
    now = at;
    await breathe();
  }
  expect(jest.getTimerCount()).toBe(0);
  now = 12;
  let rested = false;
  const rest = breathe().then(() => (rested = true));
  await jest.advanceTimersByTimeAsync(9);
  expect(rested).toBe(false);
  await jest.advanceTimersByTimeAsync(1);
  expect(rested).toBe(true);
  await rest;
});
