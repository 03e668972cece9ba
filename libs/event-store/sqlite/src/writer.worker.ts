import { type MessagePort, parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import type { AppendRequest, WriterOptions, WriterOrders, WriterReports } from './append-message.ts';
import { packReplies, unpackRequests } from './message-packing.ts';
import { WriterLoop } from './writer-loop.ts';
import { toLogFault } from './log-faults.ts';

/** Everything that waits becomes one transaction (group commit): one sync serves all of them. */
const takeAll = (port: MessagePort, first: WriterOrders): { requests: AppendRequest[]; closing: boolean } => {
  const requests: AppendRequest[] = [];
  for (let order: WriterOrders | undefined = first; order !== undefined;) {
    if (order.kind === 'close') return { requests, closing: true };
    requests.push(...unpackRequests(order.requests));
    order = receiveMessageOnPort(port)?.message as WriterOrders | undefined;
  }
  return { requests, closing: false };
};

const serve = (port: MessagePort, options: WriterOptions): void => {
  const report = (message: WriterReports) => {
    port.postMessage(message);
  };
  const loop = new WriterLoop(options, (fault) => {
    report({ kind: 'health', fault });
  });
  try {
    report({ kind: 'ready', ...loop.start() });
  } catch (error) {
    const { code, message } = toLogFault(error, options.file);
    report({ kind: 'refused', fault: { code, message } });
    port.close();
    return;
  }
  port.on('message', (first: WriterOrders) => {
    const { requests, closing } = takeAll(port, first);
    if (requests.length > 0) report({ kind: 'replies', replies: packReplies(loop.append(requests)) });
    if (!closing) return;
    loop.stop();
    port.close();
  });
};

if (parentPort !== null) serve(parentPort, workerData as WriterOptions);
