import { decodeBase64, encodeBase64 } from './note-base64.ts';
import { TreeError } from './tree-error.ts';
import { isTreeSize } from './tree-node.ts';

/** The head of a log: C2SP tlog-checkpoint. */
export type Checkpoint = {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
};

export type ParsedCheckpoint = Checkpoint & {
  /** Extension lines, as they are; nothing is concluded from them. */
  readonly extension: string;
};

export type CheckpointOptions = {
  /** Length of the root; default 32. `null` takes any, as upstream's parser does. */
  readonly hashBytes?: number | null;
};

export const formatCheckpoint = ({ origin, size, root }: Checkpoint): string =>
  `${origin}\n${String(size)}\n${encodeBase64(root)}\n`;

const parseSize = (text: string): number | null => {
  const size = /^(?:0|[1-9]\d*)$/.test(text) ? Number(text) : Number.NaN;
  return isTreeSize(size) ? size : null;
};

/** @throws TreeError `checkpoint.malformed` */
export const parseCheckpoint = (text: string, options: CheckpointOptions = {}): ParsedCheckpoint => {
  const { hashBytes = 32 } = options;
  const [origin = '', sizeText = '', rootText = '', ...rest] = text.split('\n');
  const size = parseSize(sizeText);
  const root = decodeBase64(rootText);
  const badRoot = root === null || root.length === 0 || (hashBytes !== null && root.length !== hashBytes);
  if (origin === '' || size === null || badRoot || rest.at(-1) !== '') {
    throw new TreeError('checkpoint.malformed', JSON.stringify(text.slice(0, 200)));
  }
  return { origin, size, root, extension: rest.join('\n') };
};
