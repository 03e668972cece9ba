import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer, type RequestListener } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import { formatVerifierKey, openNote } from '@duban/audit-tree';
import {
  askWitness,
  cosignatureNoteKey,
  cosigner,
  createProofService,
  createWitness,
  verifierOf,
  type SealedHead,
  type WitnessedParts,
} from '@duban/audit-log';
import { storedEvents } from './fake-log.ts';
import { growSealed, newKey, sealedLog, type SealedLog } from './sealed-log.ts';

const NAME = 'witness.example/w1';
const URL_OF_WITNESS = 'http://witness.example:8080/duban/';

type Sender = NonNullable<WitnessedParts['send']>;

const grown = async (to: number): Promise<SealedLog> => {
  const log = sealedLog();
  await growSealed(log, storedEvents(0, to));
  return log;
};

/** A witness in memory that remembers what it was asked. */
const aWitness = (log: SealedLog, name = NAME) => {
  const key = newKey();
  let head: SealedHead | null = null;
  const heads = {
    read: () => head,
    save: (_origin: string, next: SealedHead) => {
      head = next;
    },
  };
  const logs = new Map([[log.origin, { hash: log.hash, verifiers: [verifierOf(log.verifierKey)] }]]);
  const answer = createWitness({ logs, heads, signer: cosigner(name, key, () => 1_700_000_000) });
  const asked: { url: string; first: string }[] = [];
  const send: Sender = async (url, body) => {
    asked.push({ url, first: body.split('\n')[0] ?? '' });
    const { status, body: text } = await answer(body);
    return new Response(text, { status });
  };
  const verifierKey = formatVerifierKey(cosignatureNoteKey(name, key));
  return { send, asked, verifierKey, address: { url: URL_OF_WITNESS, verifierKey } };
};

const partsOf = (log: SealedLog, send: Sender): WitnessedParts => ({
  store: log.store,
  proofs: createProofService(log.store, log.hash),
  send,
});
const noteOf = (log: SealedLog): string => log.store.latestCheckpoint()?.note ?? '';
const cosignaturesIn = (log: SealedLog, ...keys: string[]) =>
  openNote(noteOf(log), [log.verifierKey, ...keys].map(verifierOf)).verified.length - 1;

const answering = (status: number, body = ''): Sender => {
  return () => Promise.resolve(new Response(body, { status }));
};

describe('a log that asks its witness', () => {
  it('begins with nothing, is corrected by the witness, and keeps what that one signed', async () => {
    const log = await grown(20);
    const { send, asked, address, verifierKey } = aWitness(log);
    await askWitness(address, partsOf(log, send));
    await growSealed(log, storedEvents(20, 40));
    expect(cosignaturesIn(log, verifierKey)).toBe(0);
    await askWitness(address, partsOf(log, send));
    expect(cosignaturesIn(log, verifierKey)).toBe(1);
    expect(asked.map(({ first }) => first)).toEqual(['old 0', 'old 0', 'old 20']);
    expect(asked[0]?.url).toBe(`${URL_OF_WITNESS}add-checkpoint`);
  });

  it('asks again about a head that was cosigned, and keeps one line of it', async () => {
    const log = await grown(20);
    const { send, asked, address, verifierKey } = aWitness(log);
    await askWitness(address, partsOf(log, send));
    await askWitness(address, partsOf(log, send));
    expect(asked.map(({ first }) => first)).toEqual(['old 0', 'old 20']);
    expect(cosignaturesIn(log, verifierKey)).toBe(1);
    expect(noteOf(log).match(new RegExp(NAME, 'g'))).toHaveLength(1);
  });

  it('is told of a roll-back to a head that the witness itself cosigned', async () => {
    const log = await grown(20);
    const { send, address } = aWitness(log);
    await askWitness(address, partsOf(log, send));
    const cosigned = log.store.latestCheckpoint();
    await growSealed(log, storedEvents(20, 40));
    await askWitness(address, partsOf(log, send));
    const back = { ...log.store, latestCheckpoint: () => cosigned };
    await expect(askWitness(address, { ...partsOf(log, send), store: back })).rejects.toMatchObject({
      code: 'audit.rolled-back',
    });
  });

  it('asks each of its witnesses about the same head, whatever the others said', async () => {
    const log = await grown(20);
    const [one, other, namesake] = [aWitness(log), aWitness(log, 'witness.example/w2'), aWitness(log)];
    for (const each of [one, other, namesake]) await askWitness(each.address, partsOf(log, each.send));
    expect(cosignaturesIn(log, one.verifierKey, other.verifierKey, namesake.verifierKey)).toBe(3);
  });

  it('asks nothing while nothing is sealed', async () => {
    const log = sealedLog();
    const { send, asked, address } = aWitness(log);
    await askWitness(address, partsOf(log, send));
    expect(asked).toEqual([]);
  });

  it('keeps the line of the pinned key alone', async () => {
    const log = await grown(20);
    const [pinned, talkative] = [aWitness(log), aWitness(log, 'witness.example/w2')];
    const both: Sender = async (url, body) => {
      const foreign = await (await talkative.send(url, body)).text();
      return new Response(foreign + (await (await pinned.send(url, body)).text()));
    };
    await askWitness(pinned.address, partsOf(log, both));
    expect(cosignaturesIn(log, pinned.verifierKey)).toBe(1);
    expect(noteOf(log)).not.toContain('witness.example/w2');
  });

  it('is told when the witness holds a head that it cannot have grown from', async () => {
    const log = await grown(20);
    const { address } = aWitness(log);
    for (const send of [answering(409), answering(422), answering(409, 'x20\n'), answering(409, '20\nx')]) {
      await expect(askWitness(address, partsOf(log, send))).rejects.toMatchObject({
        code: 'audit.fork',
        message: expect.stringContaining(NAME),
      });
    }
  });

  it('is told when the witness saw more records than there are', async () => {
    const log = await grown(20);
    const { address } = aWitness(log);
    await expect(askWitness(address, partsOf(log, answering(409, '21\n')))).rejects.toMatchObject({
      code: 'audit.rolled-back',
      message: expect.stringMatching(/saw 21 records, here are 20/),
    });
  });

  it('does not go on for ever with a witness that changes its mind', async () => {
    const log = await grown(20);
    const { address } = aWitness(log);
    let turns = 0;
    const fickle: Sender = () => {
      turns += 1;
      return Promise.resolve(new Response(`${20 - turns}\n`, { status: 409 }));
    };
    await expect(askWitness(address, partsOf(log, fickle))).rejects.toMatchObject({
      code: 'audit.witness-refused',
    });
    expect(turns).toBe(2);
  });

  it.each([400, 403, 404, 500])('is told when the witness refuses with %d', async (status) => {
    const log = await grown(20);
    const { address } = aWitness(log);
    await expect(askWitness(address, partsOf(log, answering(status, '20\n')))).rejects.toMatchObject({
      code: 'audit.witness-refused',
      message: expect.stringContaining(`${NAME} answered ${status}`),
    });
  });

  it('does not keep what the pinned key did not sign', async () => {
    const log = await grown(20);
    const pinned = aWitness(log);
    const stranger = aWitness(log, 'witness.example/w2');
    const forged: Sender = async (url, body) => {
      const bytes = Buffer.from((await (await pinned.send(url, body)).text()).split(' ')[2] ?? '', 'base64');
      bytes[20] = (bytes[20] ?? 0) ^ 1;
      return new Response(`— ${NAME} ${bytes.toString('base64')}\n`);
    };
    const short: Sender = async (url, body) => {
      const bytes = Buffer.from((await (await pinned.send(url, body)).text()).split(' ')[2] ?? '', 'base64');
      return new Response(`— ${NAME} ${bytes.subarray(0, -1).toString('base64')}\n`);
    };
    const before = noteOf(log);
    for (const send of [stranger.send, forged, short, answering(200, 'welcome'), answering(200)]) {
      await expect(askWitness(pinned.address, partsOf(log, send))).rejects.toMatchObject({
        code: 'audit.witness-refused',
        message: expect.stringContaining(NAME),
      });
    }
    expect(noteOf(log)).toBe(before);
  });

  it('does not take a fault of its own store for one of the witness', async () => {
    const log = await grown(20);
    const { send, address } = aWitness(log);
    const parts = partsOf(log, send);
    const full = () => {
      throw new Error('disk full');
    };
    const asking = askWitness(address, { ...parts, store: { ...log.store, addCosignature: full } });
    await expect(asking).rejects.toThrow('disk full');
  });
});

describe('over the network', () => {
  const served = async (listener: RequestListener) => {
    const server = createServer(listener).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    return { url: `http://127.0.0.1:${port}/`, host: `127.0.0.1:${port}`, server };
  };
  const overHttp = (log: SealedLog): WitnessedParts => {
    const { store, proofs } = partsOf(log, answering(500));
    return { store, proofs };
  };

  it('posts the request', async () => {
    const log = await grown(20);
    const { send, verifierKey } = aWitness(log);
    const { server, url } = await served((request, response) => {
      void (async () => {
        const body = Buffer.concat((await request.toArray()) as Buffer[]).toString('utf8');
        response.end(request.method === 'POST' ? await (await send(request.url ?? '', body)).text() : '');
      })();
    });
    await askWitness({ url, verifierKey }, overHttp(log));
    server.close();
    expect(cosignaturesIn(log, verifierKey)).toBe(1);
  });

  it('says which witness cannot be reached, and follows none to another place', async () => {
    const log = await grown(20);
    const { send, verifierKey } = aWitness(log);
    const elsewhere = await served((request, response) => {
      void (async () => {
        const body = Buffer.concat((await request.toArray()) as Buffer[]).toString('utf8');
        response.end(await (await send(request.url ?? '', body)).text());
      })();
    });
    const { server, url, host } = await served((_request, response) => {
      response.writeHead(307, { location: `${elsewhere.url}add-checkpoint` }).end();
    });
    const refusal = { code: 'audit.witness-unreachable', message: expect.stringContaining(host) };
    await expect(askWitness({ url, verifierKey }, overHttp(log))).rejects.toMatchObject(refusal);
    server.close();
    elsewhere.server.close();
    await once(server, 'close');
    const asking = askWitness({ url, verifierKey }, overHttp(log));
    await expect(asking).rejects.toMatchObject({ ...refusal, cause: expect.anything() });
  });
});
