import { describe, expect, it } from '@jest/globals';
import { nodePrimitives } from '../node-primitives.ts';
import type { Trust } from '../trust.ts';
import { rootOver } from './inclusion.ts';
import { readProof } from './proof-text.ts';
import { eventFault, recordIn } from './proven-record.ts';
import { headOf, leafOf, pathOf, rootOf, smallEvent, smallKey, smallLog } from './small-log.fixture.ts';
import { verifyProof } from './verify-proof.ts';

const events = [0, 1, 2, 3, 4].map((n) => smallEvent(n));
const log = smallLog(events);
const at = 3;
const proof = log.proofOf(at);
const event = JSON.stringify(events[at]);
const check = async (text: string, given?: string, trust: Trust = { keys: [log.key.text] }) => {
  const { result, firstBad, checked } = await verifyProof(text, trust, nodePrimitives, given);
  return [result, firstBad?.code, checked.records];
};
const withLeaf = (leaf: string | Uint8Array): string =>
  proof.replace(/extra .*/, `extra ${Buffer.from(leaf).toString('base64')}`);
const MALFORMED = ['bad', 'proof.malformed', 0];

describe('the path of a proof', () => {
  const leaf = (index: number) => rootOf(log.leaves.slice(index, index + 1));

  it.each([1, 2, 3, 4, 5])('leads every leaf of %d to the root, and no leaf beyond them', (size) => {
    const leaves = log.leaves.slice(0, size);
    for (let index = 0; index < size; index += 1) {
      const claim = { hash: 'sha256', leaf: leaf(index), index, size, path: pathOf(leaves, index) } as const;
      expect(Buffer.from(rootOver(claim, nodePrimitives) ?? [])).toEqual(rootOf(leaves));
      expect(rootOver({ ...claim, path: [...claim.path, leaf(0)] }, nodePrimitives)).toBeNull();
      if (size > 1) expect(rootOver({ ...claim, path: claim.path.slice(1) }, nodePrimitives)).toBeNull();
    }
  });

  it('leads nowhere from an index that the tree does not have', () => {
    for (const index of [1, 2, 5]) {
      expect(
        rootOver({ hash: 'sha256', leaf: leaf(0), index, size: 1, path: [] }, nodePrimitives),
      ).toBeNull();
    }
  });
});

describe('a proof', () => {
  it('is good with its event and without', async () => {
    expect(await check(proof)).toEqual(['good', undefined, 1]);
    expect(await check(proof, `${event}\n`)).toEqual(['good', undefined, 1]);
  });

  it('tells what was checked, and whether the event was there', async () => {
    const verdict = await verifyProof(proof, { keys: [log.key.text] }, nodePrimitives);
    expect(verdict.checked).toEqual({
      records: 1,
      checkpoints: 1,
      signatures: 1,
      cosignatures: 0,
      knownHeads: 0,
    });
    expect(verdict.about).toMatchObject({
      kind: 'proof',
      origin: 'log',
      size: 5,
      index: 3,
      id: 'e3',
      withEvent: false,
    });
  });

  it.each([
    ['nothing', ''],
    ['another version', proof.replace('@v1', '@v2')],
    ['no leaf', proof.replace(/extra .*\n/, '')],
    ['a leaf under another word', proof.replace('extra ', 'xtra= ')],
    ['a leaf that is not base64', proof.replace('extra ', 'extra !')],
    ['a leaf that is not UTF-8', withLeaf(Uint8Array.of(0xff, 0xfe))],
    ['a leaf that is no JSON', withLeaf('x')],
    ['a leaf without a label', withLeaf('{"v":1}')],
    ['a leaf without a digest', withLeaf(leafOf(smallEvent(3)).replace('digest', 'digesd'))],
    ['a digest that is a number', withLeaf(leafOf(smallEvent(3)).replace(/"sha256:[^"]+"/, '7'))],
    ['a digest by an unknown hash', withLeaf(leafOf(smallEvent(3)).replace('sha256:', 'md5:'))],
    ['a digest with something in front', withLeaf(leafOf(smallEvent(3)).replace('sha256:', 'xsha256:'))],
    ['a digest that is too long', withLeaf(leafOf(smallEvent(3)).replace('sha256:', 'sha256:0'))],
    ['no index', proof.replace(/index .*\n/, '')],
    ['an index with text in front', proof.replace('index', 'x index')],
    ['an index with text behind', proof.replace('index 3', 'index 3x')],
    ['an index with a zero in front', proof.replace('index 3', 'index 03')],
    ['a hash that is not base64', proof.replace(/(index 3\n)/, '$1!\n')],
    ['a hash of another length', proof.replace(/(index 3\n)/, '$1AAAA\n')],
    ['no checkpoint', proof.slice(0, proof.indexOf('\n\n') + 2)],
    ['no empty line', proof.replace('\n\n', '\n')],
  ])('is malformed with %s', async (_what, text) => {
    expect(await check(text)).toEqual(MALFORMED);
  });

  it('may be of a log with SM3', () => {
    const read = readProof(withLeaf(leafOf(smallEvent(3)).replace('sha256:', 'sm3:')));
    expect(read && recordIn(read)?.hash).toBe('sm3');
  });

  it.each<[string, string, string]>([
    ['is no JSON', 'x', 'event.malformed'],
    ['is another', JSON.stringify(events[2]), 'proof.other-event'],
    ['was changed', JSON.stringify(smallEvent(at, { data: {} })), 'event.changed'],
  ])('is bad where its event %s', async (_how, given, code) => {
    expect(await check(proof, given)).toEqual(['bad', code, 1]);
  });

  it('does not fit an event that the leaf describes otherwise', () => {
    const leaf = log.leaves[at]?.replace('ItemAssigned', 'ItemClosed') ?? '';
    const read = readProof(withLeaf(leaf));
    const record = read && recordIn(read);
    if (record === null || read === null) throw new RangeError('no record');
    expect(eventFault(event, read, record, nodePrimitives)).toEqual({ code: 'event.mislabelled' });
    expect(eventFault(event, { ...read, leaf: 'x' }, record, nodePrimitives)).toEqual({
      code: 'event.malformed',
    });
  });

  it('does not lead to the root with another leaf, path or index', async () => {
    const NOT = ['bad', 'proof.not-leading', 1];
    expect(await check(withLeaf(log.leaves[2] ?? ''))).toEqual(NOT);
    expect(await check(proof.replace('index 3', 'index 2'))).toEqual(NOT);
    expect(await check(proof.replace(/(index 3\n.*\n).*\n/, '$1'))).toEqual(NOT);
  });
});

describe('the head of a proof', () => {
  const body = proof.slice(0, proof.indexOf('\n\n') + 2);
  const under = (...lines: string[]): string => `${body}${log.text}\n${lines.join('')}`;
  const good = log.key.lineUnder(log.text);
  const witness = smallKey('w', 1);
  const keys = [log.key.text];

  it('is believed where the pinned keys signed it', async () => {
    expect(await check(proof, undefined, {})).toEqual(['cannot-tell', 'key.not-given', 1]);
    expect(await check(proof, undefined, { keys: ['x'] })).toEqual(['cannot-tell', 'key.unusable', 1]);
    expect(await check(proof, undefined, { keys: [smallKey('log').text] })).toEqual([
      'bad',
      'head.unknown-key',
      1,
    ]);
    const unusable = await verifyProof(proof, { keys: ['x'] }, nodePrimitives);
    expect(unusable.checked).toMatchObject({ signatures: 0, cosignatures: 0, knownHeads: 0 });
  });

  it('needs all witnesses that are given, and no false line of any', async () => {
    const trust = { keys, witnesses: [witness.text] };
    expect(await check(proof, undefined, trust)).toEqual(['cannot-tell', 'head.not-cosigned', 1]);
    expect(await check(under(good, witness.lineUnder(log.text)), undefined, trust)).toEqual([
      'good',
      undefined,
      1,
    ]);
    const [badLog, badWitness] = [log.key.lineUnder('x'), witness.lineUnder('x')];
    for (const lines of [[badLog], [good, badWitness], [badLog, badWitness]]) {
      expect(await check(under(...lines), undefined, trust)).toEqual(['bad', 'head.bad-signature', 1]);
    }
  });

  it('is compared with known heads of its own size, and with no others', async () => {
    const signed = (text: string) => `${text}\n${log.key.lineUnder(text)}`;
    const other = signed(headOf(4, rootOf(log.leaves.slice(0, 3))));
    expect(await check(proof, undefined, { keys, known: [log.note, other] })).toEqual(['good', undefined, 1]);
    const forked = signed(headOf(5, rootOf(log.leaves.slice(0, 3))));
    expect(await check(proof, undefined, { keys, known: [other, forked] })).toEqual([
      'bad',
      'head.forked',
      1,
    ]);
    const counted = await verifyProof(proof, { keys, known: [log.note, other] }, nodePrimitives);
    expect(counted.checked.knownHeads).toBe(1);
  });
});
