import { decodeBase64, encodeBase64 } from '@duban/audit-tree';

/** The body of C2SP tlog-witness `add-checkpoint`. */
export type WitnessRequest = {
  /** Size of the checkpoint that the proof starts from. */
  readonly old: number;
  readonly proof: readonly Uint8Array[];
  /** The signed note, verbatim. */
  readonly checkpoint: string;
};

const MAX_PROOF_LINES = 63;

export const formatWitnessRequest = ({ old, proof, checkpoint }: WitnessRequest): string =>
  `old ${String(old)}\n${proof.map((hash) => `${encodeBase64(hash)}\n`).join('')}\n${checkpoint}`;

/** `null` where the body is not of this form. */
export const parseWitnessRequest = (body: string): WitnessRequest | null => {
  const split = body.indexOf('\n\n');
  const [first = '', ...lines] = body.slice(0, Math.max(split, 0)).split('\n');
  const [, digits] = /^old (0|[1-9]\d*)$/.exec(first) ?? [];
  const proof = lines.map(decodeBase64).filter((hash) => hash !== null);
  const old = Number(digits);
  const wrong = digits === undefined || !Number.isSafeInteger(old) || proof.length !== lines.length;
  if (wrong || proof.length > MAX_PROOF_LINES) return null;
  return { old, proof, checkpoint: body.slice(split + 2) };
};
