import { readMembers, type BundleLine, type RecordLine } from './bundle-line.ts';
import type { ReasonCode } from './reasons.ts';
import type { Finding } from './verdict.ts';

/**
 * A record is proven wrong; the lines behind it tell what was done to it. Nothing that they hold makes it good again: only the
 * word for it depends on them.
 */
export type Suspicion = {
  /** Answers as soon as the word is known. */
  readonly look: (line: BundleLine | null) => Finding | null;
  /** When all lines were looked at. */
  readonly conclude: () => Finding;
};

const idIn = (text: string | null): unknown => (text === null ? null : readMembers(text)?.['id']);

/** Ids of an event and of a leaf, read only where the text holds one of those that are looked for. */
const idsOf = (ids: readonly unknown[]) => {
  const spelled = ids.map((id) => JSON.stringify(id));
  const among = (text: string | null): unknown =>
    text !== null && spelled.some((each) => text.includes(each)) ? idIn(text) : undefined;
  return ({ event, leaf }: RecordLine) => ({ event: among(event), leaf: among(leaf) });
};

/** Indexes have a hole: what stood there comes behind, or does not come at all. */
export const holeAt = (record: number): Suspicion => ({
  look: (line) =>
    line?.kind === 'record' && line.index === record ? { record, code: 'record.reordered' } : null,
  conclude: () => ({ record, code: 'record.dropped' }),
});

/** A leaf without its event: moved to a place without a leaf, taken out, or the log ends here. */
const gone = (record: number, sealed: unknown): Suspicion => {
  const idsIn = idsOf([sealed]);
  let isCutOff = true;
  return {
    look: (line) => {
      if (line?.kind !== 'record' || line.event === null) return null;
      isCutOff = false;
      return line.leaf === null && idsIn(line).event === sealed ? { record, code: 'record.reordered' } : null;
    },
    conclude: () => ({ record, code: isCutOff ? 'log.truncated' : 'record.dropped' }),
  };
};

/** An event without a leaf: one whose own place behind is empty was moved here. */
const added = (record: number, id: unknown): Suspicion => {
  const idsIn = idsOf([id]);
  return {
    look: (line) =>
      line?.kind === 'record' && line.event === null && idsIn(line).leaf === id
        ? { record, code: 'record.reordered' }
        : null,
    conclude: () => ({ record, code: 'record.inserted' }),
  };
};

/** Another event in the place of the sealed one: told by where either of them stands behind. */
const stranger = (record: number, sealed: unknown, other: unknown): Suspicion => {
  const idsIn = idsOf([sealed, other]);
  let sealedComes = false;
  let otherIsSealed: 'no' | 'elsewhere' | 'at-home' = 'no';
  const code = (): ReasonCode => {
    if (sealedComes) return otherIsSealed === 'no' ? 'record.inserted' : 'record.reordered';
    return otherIsSealed === 'elsewhere' ? 'record.dropped' : 'record.replaced';
  };
  return {
    look: (line) => {
      if (line?.kind !== 'record') return null;
      const { event, leaf } = idsIn(line);
      sealedComes ||= event === sealed;
      if (leaf === other) otherIsSealed = event === other ? 'at-home' : 'elsewhere';
      return sealedComes && otherIsSealed !== 'no' ? { record, code: 'record.reordered' } : null;
    },
    conclude: () => ({ record, code: code() }),
  };
};

/** What has to be looked for behind a finding; `null` where it says all there is to say. */
export const suspicionOf = ({ record, code }: Finding, { event, leaf }: RecordLine): Suspicion | null => {
  switch (code) {
    case 'record.dropped':
      return gone(record, idIn(leaf));
    case 'record.inserted':
      return added(record, idIn(event));
    case 'record.replaced':
      return stranger(record, idIn(leaf), idIn(event));
    default:
      return null;
  }
};
