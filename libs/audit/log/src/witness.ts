import { formatSignature, type NoteSigner, type NoteVerifier } from '@duban/audit-tree';
import { hasherOf, type HashName } from './hash-name.ts';
import { decideWitness, readSubmission } from './witness.decision.ts';
import type { WitnessHeadStore } from './witness-head-store.ts';

export type WitnessParts = {
  /** Logs it watches, by origin. */
  readonly logs: ReadonlyMap<
    string,
    { readonly hash: HashName; readonly verifiers: readonly NoteVerifier[] }
  >;
  readonly heads: WitnessHeadStore;
  /** Its own key, on its own disk: see `cosigner`. */
  readonly signer: NoteSigner;
};

export type WitnessAnswer = {
  readonly status: 200 | 400 | 403 | 404 | 409 | 422;
  readonly contentType: 'text/plain; charset=utf-8' | 'text/x.tlog.size';
  readonly body: string;
};

const plain = (status: WitnessAnswer['status'], body = ''): WitnessAnswer => ({
  status,
  contentType: 'text/plain; charset=utf-8',
  body,
});

/**
 * `POST /add-checkpoint` of C2SP tlog-witness. Comparing and saving the head is one synchronous step, so requests of
 * one process cannot overtake each other; run one process for each folder of heads.
 */
export const createWitness =
  ({ logs, heads, signer }: WitnessParts) =>
  async (body: string): Promise<WitnessAnswer> => {
    const submission = readSubmission(body);
    if (submission === null) return plain(400);
    const { origin } = submission.checkpoint;
    const log = logs.get(origin);
    const known = log && { verifiers: log.verifiers, hasher: hasherOf(log.hash), head: heads.read(origin) };
    const decision = decideWitness(submission, known);
    if (decision.status === 409 && decision.body !== '') {
      return { status: 409, contentType: 'text/x.tlog.size', body: decision.body };
    }
    if (decision.status !== 200) return plain(decision.status);
    heads.save(origin, decision.head);
    const { name, keyId } = signer;
    return plain(200, formatSignature({ name, keyId, signature: await signer.sign(decision.text) }));
  };
