import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { WitnessAnswer } from './witness.ts';

/** A request is a proof of at most 63 lines and a checkpoint with at most 64 signatures. */
const LARGEST_BODY = 65_536;
const REQUEST_MS = 10_000;

const readBody = async (request: IncomingMessage): Promise<string | null> => {
  let size = 0;
  const pieces: Buffer[] = [];
  for await (const piece of request as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > LARGEST_BODY) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
};

/** `POST <prefix>/add-checkpoint` over plain HTTP; put a TLS proxy in front of it where others must reach it. */
export const witnessServer = (witness: (body: string) => Promise<WitnessAnswer>): Server => {
  const answer = async (request: IncomingMessage): Promise<WitnessAnswer | 404 | 405 | 413> => {
    if (!/^(?:\/[^?]*)?\/add-checkpoint$/.test(request.url ?? '')) return 404;
    if (request.method !== 'POST') return 405;
    const body = await readBody(request);
    return body === null ? 413 : witness(body);
  };
  const server = createServer((request, response) => {
    answer(request).then(
      (answered) => {
        if (typeof answered === 'number') response.writeHead(answered, { connection: 'close' }).end();
        else response.writeHead(answered.status, { 'content-type': answered.contentType }).end(answered.body);
      },
      (error: unknown) => {
        // A head that could not be saved must not be cosigned; the log asks again.
        process.emitWarning(`the witness failed: ${String(error)}`, { code: 'WITNESS_FAILED' });
        response.writeHead(500).end();
      },
    );
  });
  server.requestTimeout = REQUEST_MS;
  return server;
};
