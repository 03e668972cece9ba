import { canonicalJson } from './canonical-json.ts';

export type Members = Readonly<Record<string, unknown>>;

/** What a record says of itself, once its bytes are known to be the sealed ones. */
export type Label = {
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: string;
  readonly type: string;
  readonly recorded: string;
};

const labelFrom = (members: Members, recorded: unknown): Label | null => {
  const { id, stream, revision, position, type } = members;
  if (typeof id !== 'string' || typeof stream !== 'string' || typeof type !== 'string') return null;
  if (typeof revision !== 'number' || typeof position !== 'string' || typeof recorded !== 'string')
    return null;
  return { id, stream, revision, position, type, recorded };
};

export const labelOf = (leaf: Members): Label | null =>
  leaf['v'] === 1 ? labelFrom(leaf, leaf['recorded']) : null;

const recordedIn = (event: Members): unknown => {
  const { metadata } = event;
  return typeof metadata === 'object' && metadata !== null && 'recordedAt' in metadata
    ? metadata.recordedAt
    : null;
};

export const labelIn = (event: Members): Label | null => labelFrom(event, recordedIn(event));

/** RFC 8785 of the leaf record: members in order, so that plain JSON is canonical. */
export const leafText = ({ id, position, recorded, revision, stream, type }: Label, digest: string): string =>
  JSON.stringify({ digest, id, position, recorded, revision, stream, type, v: 1 });

/** A leaf record has these members and no others: what else stood in it would be sealed and say nothing of the event. */
export const isLeafOf = (label: Label, leaf: Members): boolean =>
  leafText(label, String(leaf['digest'])) === canonicalJson(leaf);

const LABELS = ['id', 'stream', 'revision', 'position', 'type'] as const;

/** Does the leaf name this event? */
export const describes = (leaf: Members, event: Members): boolean =>
  LABELS.every((name) => leaf[name] === event[name]) && leaf['recorded'] === recordedIn(event);
