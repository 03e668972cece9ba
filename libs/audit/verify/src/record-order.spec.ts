import { describe, expect, it } from '@jest/globals';
import { describes, labelIn, labelOf, leafText, type Label } from './record-label.ts';
import { orderChecker } from './record-order.ts';

const label = (n: number, over: Partial<Label> = {}): Label => ({
  id: `e${n}`,
  stream: 'case-1',
  revision: n,
  position: `p${n}`,
  type: 'ItemAssigned',
  recorded: `2026-03-05T01:00:0${n}.000Z`,
  ...over,
});

/** Takes all labels in turn and answers the first finding; `proven` is what checkpoints have proven by then. */
const firstFinding = (labels: readonly Label[], proven: (record: number) => number = () => 0) => {
  let at = 0;
  const check = orderChecker(new Set(), () => proven(at));
  for (const each of labels) {
    const finding = check(each, at);
    if (finding !== null) return finding;
    at += 1;
  }
  return null;
};

describe('the order of records', () => {
  it('is right where positions rise, revisions follow each other and times do not fall', () => {
    const other = label(2, { stream: 'case-2', revision: 0 });
    const same = label(3, { revision: 2, recorded: label(2).recorded });
    expect(firstFinding([label(0), label(1), other, same])).toBeNull();
  });

  it('has no record twice', () => {
    expect(firstFinding([label(0), label(1), label(2, { id: 'e0' })])).toEqual({
      record: 2,
      code: 'record.doubled',
    });
  });

  it('has no position twice, and none that falls: the place where the record belongs is named', () => {
    const reordered = 'record.reordered';
    expect(firstFinding([label(0), label(1), label(2, { position: 'p1' })])).toEqual({
      record: 0,
      code: reordered,
    });
    expect(firstFinding([label(0), label(2, { revision: 1 }), label(1, { revision: 2 })])).toEqual({
      record: 1,
      code: reordered,
    });
    expect(firstFinding([label(1, { revision: 0 }), label(0, { revision: 1 })])).toEqual({
      record: 0,
      code: reordered,
    });
  });

  it('is looked for behind what a checkpoint has proven', () => {
    const late = label(2, { id: 'late', revision: 4, position: 'p2x' });
    const labels = [label(0), label(1), label(2), label(3), late];
    expect(firstFinding(labels, (record) => (record >= 2 ? 2 : 0))).toEqual({
      record: 3,
      code: 'record.reordered',
    });
    expect(firstFinding(labels, (record) => (record >= 4 ? 4 : 0))).toEqual({
      record: 4,
      code: 'record.reordered',
    });
  });

  it('has every revision of a stream, from 0', () => {
    expect(firstFinding([label(1)])).toEqual({ record: 0, upTo: 0, code: 'record.gap' });
    expect(firstFinding([label(0), label(1), label(3)], () => 1)).toEqual({
      record: 1,
      upTo: 2,
      code: 'record.gap',
    });
    expect(firstFinding([label(0), label(1), label(2, { revision: 1 })])).toEqual({
      record: 2,
      code: 'record.reordered',
    });
  });

  it('has no time before that of its predecessor', () => {
    const back = label(1, { recorded: '2026-03-05T00:59:59.999Z' });
    expect(firstFinding([label(0), back])).toEqual({ record: 1, code: 'record.back-dated' });
  });
});

describe('what a record says of itself', () => {
  const leaf = { ...label(4), v: 1, digest: 'sha256:ab' };
  const { recorded, ...members } = label(4);
  const event = { ...members, data: {}, metadata: { recordedAt: recorded } };

  it('is read from its leaf and from its event alike', () => {
    expect(labelOf(leaf)).toEqual(label(4));
    expect(labelIn(event)).toEqual(label(4));
    expect(JSON.parse(leafText(label(4), 'sha256:ab'))).toEqual(leaf);
    expect(leafText(label(0), 'sha256:ab')).toBe(
      '{"digest":"sha256:ab","id":"e0","position":"p0","recorded":"2026-03-05T01:00:00.000Z","revision":0,"stream":"case-1","type":"ItemAssigned","v":1}',
    );
  });

  it.each(['id', 'stream', 'revision', 'position', 'type'])('needs its %s', (name) => {
    expect(labelOf({ ...leaf, [name]: null })).toBeNull();
    expect(labelIn({ ...event, [name]: null })).toBeNull();
    expect(describes(leaf, { ...event, [name]: 'another' })).toBe(false);
  });

  it('needs its time, and its leaf a known version', () => {
    expect(labelOf({ ...leaf, recorded: 1 })).toBeNull();
    expect(labelOf({ ...leaf, v: 2 })).toBeNull();
    for (const metadata of [undefined, null, 'x', {}, { recordedAt: 1 }]) {
      expect(labelIn({ ...event, metadata })).toBeNull();
      expect(describes(leaf, { ...event, metadata })).toBe(false);
    }
    expect(describes(leaf, event)).toBe(true);
  });
});
