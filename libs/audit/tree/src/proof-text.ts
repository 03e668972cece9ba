import { decodeBase64, encodeBase64 } from './note-base64.ts';
import { TreeError } from './tree-error.ts';
import { isTreeSize } from './tree-node.ts';

/** C2SP tlog-proof: one self-contained text that proves one entry offline. */
export type ProofText = {
  readonly index: number;
  readonly proof: readonly Uint8Array[];
  /** The signed checkpoint with its cosignatures, verbatim. */
  readonly checkpoint: string;
  /** Not authenticated: never trust it by itself. */
  readonly extra?: Uint8Array;
};

const HEADER = 'c2sp.org/tlog-proof@v1';

export const formatProofText = ({ index, proof, checkpoint, extra }: ProofText): string => {
  const extraLine = extra === undefined ? [] : [`extra ${encodeBase64(extra)}`];
  const lines = [HEADER, ...extraLine, `index ${String(index)}`, ...proof.map(encodeBase64)];
  return `${lines.join('\n')}\n\n${checkpoint}`;
};

const malformed = (what: string): TreeError => new TreeError('proof-text.malformed', what);

const parseExtra = (line: string): Uint8Array => {
  const extra = decodeBase64(line.slice('extra '.length));
  if (extra === null) throw malformed('the extra line is not base64');
  return extra;
};

const parseIndex = (line: string | undefined): number => {
  const [, digits] = /^index (0|[1-9]\d*)$/.exec(line ?? '') ?? [];
  const index = Number(digits);
  if (digits === undefined || !isTreeSize(index)) throw malformed('the index line is missing or no number');
  return index;
};

const parseHash = (line: string, hashBytes: number): Uint8Array => {
  const hash = decodeBase64(line);
  if (hash?.length !== hashBytes) throw malformed(`${JSON.stringify(line)} is no hash`);
  return hash;
};

/** @throws TreeError `proof-text.malformed` */
export const parseProofText = (text: string, hashBytes = 32): ProofText => {
  const split = text.indexOf('\n\n');
  const [header, ...lines] = text.slice(0, Math.max(split, 0)).split('\n');
  if (header !== HEADER) throw malformed('not a tlog-proof of version 1');
  const extraLine = lines[0]?.startsWith('extra ') === true ? lines.shift() : undefined;
  const [indexLine, ...hashLines] = lines;
  return {
    index: parseIndex(indexLine),
    proof: hashLines.map((line) => parseHash(line, hashBytes)),
    checkpoint: text.slice(split + 2),
    ...(extraLine === undefined ? {} : { extra: parseExtra(extraLine) }),
  };
};
