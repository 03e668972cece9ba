import { createRequire } from 'node:module';
import type * as Kafkajs from 'kafkajs';

type RequestQueue = {
  throttledUntil: number;
  throttleCheckTimeoutId: NodeJS.Timeout | null;
  readonly pending: readonly unknown[];
  checkPendingRequests: () => void;
  scheduleCheckPendingRequests: () => void;
};

const CHECK_INTERVAL_MS = 10;

/**
 * Without this an idle connection checks its queue about every millisecond, with a negative delay that Node warns about
 * (kafkajs#1704, #1751). A check is only needed for requests that wait: their end is what a throttle or a full
 * connection holds up, and every answer checks the queue as well.
 */
function schedule(this: RequestQueue): void {
  if (this.throttleCheckTimeoutId !== null || this.pending.length === 0) return;
  const throttled = this.throttledUntil - Date.now();
  this.throttleCheckTimeoutId = setTimeout(
    () => {
      this.throttleCheckTimeoutId = null;
      this.checkPendingRequests();
    },
    Math.max(throttled > 0 ? throttled : CHECK_INTERVAL_MS, 1),
  );
}

const require = createRequire(import.meta.url);

/** kafkajs 2.2.4, mended in place. Loaded by whoever talks to Kafka first: most processes never do. */
export const loadKafkajs = (): typeof Kafkajs => {
  const queue = require('kafkajs/src/network/requestQueue/index.js') as { prototype: RequestQueue };
  queue.prototype.scheduleCheckPendingRequests = schedule;
  return require('kafkajs') as typeof Kafkajs;
};
