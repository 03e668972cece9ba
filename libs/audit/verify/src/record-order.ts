import type { Label } from './record-label.ts';
import type { Finding } from './verdict.ts';

/** Order and completeness: what the sealed records must be to each other. `proven` moves with the checkpoints. */
export const orderChecker = (
  seen: Set<unknown>,
  proven: () => number,
): ((label: Label, record: number) => Finding | null) => {
  const next = new Map<string, number>();
  let recorded = '';
  // Positions of the records behind the last good checkpoint: where a record that comes too late belongs.
  let from = 0;
  let positions: string[] = [];
  let last = '';
  return (label, record) => {
    if (proven() > from) [from, positions] = [proven(), []];
    if (seen.has(label.id)) return { record, code: 'record.doubled' };
    if (label.position <= last) {
      const place = positions.findIndex((position) => position > label.position);
      return { record: place < 0 ? from : from + place, code: 'record.reordered' };
    }
    const expected = next.get(label.stream) ?? 0;
    if (label.revision < expected) return { record, code: 'record.reordered' };
    if (label.revision > expected) return { record: proven(), upTo: record, code: 'record.gap' };
    if (label.recorded < recorded) return { record, code: 'record.back-dated' };
    seen.add(label.id);
    next.set(label.stream, expected + 1);
    positions.push(label.position);
    ({ position: last, recorded } = label);
    return null;
  };
};
