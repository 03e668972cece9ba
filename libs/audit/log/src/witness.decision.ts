import {
  consistencyFault,
  openNote,
  parseCheckpoint,
  parseNote,
  sameBytes,
  TreeError,
  type Checkpoint,
  type NoteVerifier,
  type TreeHasher,
} from '@duban/audit-tree';
import type { SealedHead } from './tile-store.port.ts';
import { parseWitnessRequest, type WitnessRequest } from './witness-request.ts';

/** What a witness knows of one log: how to check it, and the last head it cosigned (`null`: none). */
export type WitnessedLog = {
  readonly verifiers: readonly NoteVerifier[];
  readonly hasher: TreeHasher;
  readonly head: SealedHead | null;
};

/** An HTTP answer of tlog-witness, or the head to store and the text to cosign. */
export type WitnessDecision =
  | { readonly status: 400 | 403 | 404 | 422 }
  /** `body` is the witness's own size where the sizes differ, empty where two roots of one size do. */
  | { readonly status: 409; readonly body: string }
  | { readonly status: 200; readonly text: string; readonly head: SealedHead };

type Submission = {
  readonly request: WitnessRequest;
  readonly text: string;
  readonly checkpoint: Checkpoint;
};

/** `null` for a body that is no add-checkpoint request (status 400). */
export const readSubmission = (body: string): Submission | null => {
  const request = parseWitnessRequest(body);
  if (request === null) return null;
  try {
    const { text } = parseNote(request.checkpoint);
    return { request, text, checkpoint: parseCheckpoint(text) };
  } catch (error) {
    if (error instanceof TreeError) return null;
    throw error;
  }
};

const isSigned = (note: string, verifiers: readonly NoteVerifier[]): boolean => {
  try {
    return openNote(note, verifiers).verified.length > 0;
  } catch (error) {
    if (error instanceof TreeError) return false;
    throw error;
  }
};

const proves = ({ request, checkpoint }: Submission, from: SealedHead, hasher: TreeHasher): boolean => {
  if (from.size === 0 || from.size === checkpoint.size) return request.proof.length === 0;
  const { proof } = request;
  const claim = { from: from.size, to: checkpoint.size, fromRoot: from.root, toRoot: checkpoint.root, proof };
  return consistencyFault(claim, hasher) === null;
};

/** The rules of C2SP tlog-witness, in the order of its text. `log` is `undefined` for an origin nobody configured. */
export const decideWitness = (submission: Submission, log: WitnessedLog | undefined): WitnessDecision => {
  const { request, text, checkpoint } = submission;
  if (log === undefined) return { status: 404 };
  if (!isSigned(request.checkpoint, log.verifiers)) return { status: 403 };
  if (request.old > checkpoint.size) return { status: 400 };
  const head = log.head ?? { size: 0, root: log.hasher.emptyRoot };
  if (request.old !== head.size) return { status: 409, body: `${String(head.size)}\n` };
  if (head.size === checkpoint.size && !sameBytes(head.root, checkpoint.root))
    return { status: 409, body: '' };
  if (!proves(submission, head, log.hasher)) return { status: 422 };
  return { status: 200, text, head: { size: checkpoint.size, root: checkpoint.root } };
};
