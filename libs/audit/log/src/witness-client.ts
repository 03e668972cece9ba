import {
  decodeBase64,
  formatSignature,
  parseNote,
  parseSignatures,
  TreeError,
  type NoteSignature,
  type NoteVerifier,
} from '@duban/audit-tree';
import { CodedError } from '@duban/kernel';
import { verifierOf } from './note-verifier-of.ts';
import type { ProofService } from './proof-service.ts';
import type { SealedCheckpoint, TileStore } from './tile-store.port.ts';
import { formatWitnessRequest } from './witness-request.ts';

/** A witness that this log asks: where it listens, and the key that it must sign with. */
export type WitnessAddress = { readonly url: string; readonly verifierKey: string };

export type WitnessedParts = {
  readonly store: TileStore;
  readonly proofs: ProofService;
  /** Default: the network. */
  readonly send?: (url: string, body: string) => Promise<Response>;
};

const PATIENCE_MS = 5_000;
const FIRST_QUESTION_AND_CORRECTION = 2;

const sendByHttp = (url: string, body: string): Promise<Response> =>
  fetch(url, { method: 'POST', body, redirect: 'error', signal: AbortSignal.timeout(PATIENCE_MS) });

const isBy = ({ name, keyId }: NoteVerifier, signature: NoteSignature): boolean =>
  signature.name === name && signature.keyId === keyId;

const requestFrom = (old: number, { size, note }: SealedCheckpoint, proofs: ProofService): string => {
  const { proof } = proofs.consistency(old, size);
  const hashes = proof.map((text) => decodeBase64(text) ?? new Uint8Array(0));
  return formatWitnessRequest({ old, proof: hashes, checkpoint: note });
};

/** Only what the pinned key signed is kept; a witness may answer with lines of other keys as well. */
const keep = (body: string, { size, note }: SealedCheckpoint, by: NoteVerifier, store: TileStore): void => {
  const signature = parseSignatures(body).find((each) => isBy(by, each));
  if (signature === undefined || !by.verify(parseNote(note).text, signature.signature))
    throw new CodedError('audit.witness-refused', `${by.name} did not sign with the key that is set for it`);
  store.addCosignature(size, formatSignature(signature));
};

const post = async (url: string, body: string, parts: WitnessedParts): Promise<Response> => {
  try {
    return await (parts.send ?? sendByHttp)(new URL('add-checkpoint', url).href, body);
  } catch (cause) {
    throw new CodedError('audit.witness-unreachable', new URL(url).host, { cause });
  }
};

/** The size that the witness knows, where its answer says so. */
const sizeIn = (answer: Response, body: string): number | null =>
  answer.status === 409 && /^\d+\n$/.test(body) ? Number(body) : null;

const refusalOf = (status: number, name: string): CodedError =>
  status === 409 || status === 422
    ? new CodedError('audit.fork', `the witness ${name} holds a head that this log does not grow from`)
    : new CodedError('audit.witness-refused', `${name} answered ${String(status)}: compare keys and origin`);

type Question = { readonly checkpoint: SealedCheckpoint; readonly url: string; readonly by: NoteVerifier };

/** Begins with a guess; the witness corrects a wrong one, once. */
const cosigned = async (
  { checkpoint, url, by }: Question,
  guess: number,
  parts: WitnessedParts,
): Promise<string> => {
  let old = guess;
  for (let turn = 0; turn < FIRST_QUESTION_AND_CORRECTION; turn += 1) {
    const answer = await post(url, requestFrom(old, checkpoint, parts.proofs), parts);
    const body = await answer.text();
    if (answer.status === 200) return body;
    const known = sizeIn(answer, body);
    if (known === null) throw refusalOf(answer.status, by.name);
    if (known > checkpoint.size) {
      throw new CodedError(
        'audit.rolled-back',
        `the witness ${by.name} saw ${String(known)} records, here are ${String(checkpoint.size)}`,
      );
    }
    old = known;
  }
  throw refusalOf(0, by.name);
};

/**
 * Has the newest checkpoint cosigned (C2SP tlog-witness) and keeps the line. A head that it has cosigned before is shown to it again:
 * it may have seen a later one, of which nothing is left here.
 * @throws CodedError `audit.fork`, `audit.rolled-back`: the witness has seen another history; `audit.witness-refused`,
 * `audit.witness-unreachable`
 */
export const askWitness = async (witness: WitnessAddress, parts: WitnessedParts): Promise<void> => {
  const checkpoint = parts.store.latestCheckpoint();
  if (checkpoint === null) return;
  const by = verifierOf(witness.verifierKey);
  const isKept = parseNote(checkpoint.note).signatures.some((signature) => isBy(by, signature));
  const question = { checkpoint, url: witness.url, by };
  const body = await cosigned(question, isKept ? checkpoint.size : 0, parts);
  if (isKept) return;
  try {
    keep(body, checkpoint, by, parts.store);
  } catch (error) {
    if (!(error instanceof TreeError)) throw error;
    throw new CodedError('audit.witness-refused', `${by.name} answered with something else`, {
      cause: error,
    });
  }
};
