import type { Server } from 'node:http';
import { Server as Listener } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';

/** A connection that was accepted just now has its request on the way. */
const ARRIVAL_MS = 500;
const MOST_TURNS = 1_000;
const SHORT_TURN_MS = 1;

/** The end of a short turn of the loop in which nobody came: what waits at a door that is shut is reset by the kernel. */
const quietMoment = async (server: Server): Promise<void> => {
  let came = 0;
  const note = (): void => {
    came += 1;
  };
  server.on('connection', note);
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const before = { came, time: performance.now() };
    await nextTurn();
    if (came === before.came && performance.now() - before.time < SHORT_TURN_MS) break;
  }
  server.off('connection', note);
};

/**
 * Takes no new connections and answers what came in before: a rolling restart fails no command. An HTTP server's own
 * `close` cuts at once what is idle, and idle is also a connection whose request is still on its way; here it is cut
 * when it has had time to say something, and everything after `graceMs`.
 */
export const stopListening = async (server: Server, graceMs: number): Promise<void> => {
  if (graceMs > 0) await quietMoment(server);
  const closed = new Promise<void>((resolve) => {
    Listener.prototype.close.call(server, () => {
      resolve();
    });
  });
  const impatience = setTimeout(() => {
    server.closeAllConnections();
  }, graceMs);
  const cutting = setInterval(() => {
    // After what has arrived meanwhile was read.
    setImmediate(() => {
      server.closeIdleConnections();
    });
  }, ARRIVAL_MS);
  await closed;
  clearInterval(cutting);
  clearTimeout(impatience);
};
