import { hash, randomBytes } from 'node:crypto';
import { fromBER, Integer, OctetString, Sequence, type BaseBlock } from 'asn1js';
import { AlgorithmIdentifier, ContentInfo, MessageImprint, SignedData, TimeStampReq, TSTInfo } from 'pkijs';
import { parseNote } from '@duban/audit-tree';
import { CodedError } from '@duban/kernel';
import type { TileStore } from './tile-store.port.ts';

export type TimestampParts = {
  readonly store: Pick<TileStore, 'latestCheckpoint' | 'hasTimestamp' | 'addTimestamp'>;
  /** Default: the network. */
  readonly send?: (url: string, body: Uint8Array<ArrayBuffer>) => Promise<Response>;
};

const SHA256 = '2.16.840.1.101.3.4.2.1';
const TST_INFO = '1.2.840.113549.1.9.16.1.4';
const PATIENCE_MS = 10_000;
const NONCE_BYTES = 8;
const GRANTED = [0, 1];

type Asked = { readonly imprint: Uint8Array<ArrayBuffer>; readonly nonce: Uint8Array<ArrayBuffer> };

const sendByHttp = (url: string, body: Uint8Array<ArrayBuffer>): Promise<Response> =>
  fetch(url, {
    ...{ method: 'POST', body, redirect: 'error', signal: AbortSignal.timeout(PATIENCE_MS) },
    headers: { 'content-type': 'application/timestamp-query' },
  });

/** What is stamped: the text of the checkpoint without its signatures, which come in later. */
const imprintOf = (note: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(hash('sha256', parseNote(note).text, 'buffer'));

const questionOf = ({ imprint, nonce }: Asked): Uint8Array<ArrayBuffer> => {
  const messageImprint = new MessageImprint({
    hashAlgorithm: new AlgorithmIdentifier({ algorithmId: SHA256 }),
    hashedMessage: new OctetString({ valueHex: imprint.buffer }),
  });
  const request = new TimeStampReq({
    ...{ version: 1, messageImprint, certReq: true },
    nonce: new Integer({ valueHex: nonce.buffer }),
  });
  return new Uint8Array(request.toSchema().toBER());
};

const refused = (why: string, cause?: unknown): CodedError =>
  new CodedError('audit.tsa-refused', `the time-stamp authority ${why}`, { cause });

const partsOf = (block: BaseBlock | undefined): readonly BaseBlock[] =>
  block instanceof Sequence ? block.valueBlock.value : [];

/** PKIStatus and the token's own bytes, as they came (RFC 3161 section 2.4.2). */
const tokenIn = (answer: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> => {
  const [status, token] = partsOf(fromBER(answer).result);
  const [code] = partsOf(status);
  if (!(code instanceof Integer) || !GRANTED.includes(code.valueBlock.valueDec))
    throw refused('grants nothing');
  if (token === undefined) throw refused('gave no token');
  return new Uint8Array(token.valueBeforeDecodeView);
};

const stampedIn = (token: Uint8Array<ArrayBuffer>): TSTInfo => {
  const signed = new SignedData({ schema: ContentInfo.fromBER(token).content });
  const content = signed.encapContentInfo.eContent?.getValue();
  if (signed.encapContentInfo.eContentType !== TST_INFO || content === undefined)
    throw refused('gave another token');
  return TSTInfo.fromBER(content);
};

const isSame = (a: ArrayBuffer | Uint8Array, b: Uint8Array): boolean =>
  Buffer.from(a as ArrayBuffer).equals(b);

/** Whether the token is the answer to this question; who signed it is for whoever trusts the authority to check. */
const answered = (token: Uint8Array<ArrayBuffer>, { imprint, nonce }: Asked): boolean => {
  const { messageImprint, nonce: echoed } = stampedIn(token);
  return (
    isSame(messageImprint.hashedMessage.getValue(), imprint) &&
    echoed !== undefined &&
    isSame(echoed.valueBlock.valueHexView, nonce)
  );
};

const post = async (url: string, body: Uint8Array<ArrayBuffer>, { send = sendByHttp }: TimestampParts) => {
  try {
    const answer = await send(url, body);
    if (answer.ok) return new Uint8Array(await answer.arrayBuffer());
  } catch (cause) {
    throw new CodedError('audit.tsa-unreachable', new URL(url).host, { cause });
  }
  throw new CodedError('audit.tsa-unreachable', `${new URL(url).host} does not answer as one`);
};

/**
 * Has the newest checkpoint stamped (RFC 3161) and keeps the token. Does nothing where that is done already.
 * @throws CodedError `audit.tsa-unreachable`, `audit.tsa-refused`
 */
export const askTimestamp = async (url: string, parts: TimestampParts): Promise<void> => {
  const checkpoint = parts.store.latestCheckpoint();
  if (checkpoint === null || parts.store.hasTimestamp(checkpoint.size)) return;
  // The first bit is zero, so that DER writes the number in as many bytes as it has here.
  const nonce = new Uint8Array(randomBytes(NONCE_BYTES)).map((byte, at) =>
    at === 0 ? (byte & 0x7f) | 1 : byte,
  );
  const asked = { imprint: imprintOf(checkpoint.note), nonce };
  const answer = await post(url, questionOf(asked), parts);
  try {
    const token = tokenIn(answer);
    if (!answered(token, asked)) throw refused('stamped something else');
    parts.store.addTimestamp(checkpoint.size, token);
  } catch (error) {
    if (error instanceof CodedError) throw error;
    throw refused('answered with something else', error);
  }
};
