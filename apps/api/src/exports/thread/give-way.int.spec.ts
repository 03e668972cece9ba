import { once } from 'node:events';
import { getPriority } from 'node:os';
import { Worker } from 'node:worker_threads';
import { expect, it } from '@jest/globals';

const url = new URL('./give-way.ts', import.meta.url).href;
const script = `
  import { getPriority } from 'node:os';
  import { parentPort } from 'node:worker_threads';
  import { giveWay } from ${JSON.stringify(url)};
  giveWay();
  giveWay();
  parentPort.postMessage(getPriority(0));
`;

it('a thread that gives way does so alone, and may do it again', async () => {
  const before = getPriority(0);
  const thread = new Worker(new URL(`data:text/javascript,${encodeURIComponent(script)}`));
  // A last message may come with the end of its thread: who listens for the end only then waits for ever.
  const ended = once(thread, 'exit');
  const [priority] = (await once(thread, 'message')) as [number];
  await ended;
  expect(getPriority(0)).toBe(before);
  expect(priority).toBe(process.platform === 'linux' ? Math.max(before, 10) : before);
});
