import { describe, expect, it } from '@jest/globals';
import type { RecordLine } from './bundle-line.ts';
import { holeAt, suspicionOf, type Suspicion } from './suspicion.ts';

const line = (event: string | null, leaf: string | null, index: number | null = null): RecordLine => ({
  ...{ kind: 'record', hash: null, isAsExported: true, index },
  event: event === null ? null : `{"id":"${event}","x":1}`,
  leaf: leaf === null ? null : `{"id":"${leaf}","v":1}`,
});

/** Looks at every line as the walk does, and concludes when none of them settled it. */
const wordFor = (suspicion: Suspicion | null, behind: readonly (RecordLine | null)[]): string | undefined => {
  for (const each of behind) {
    const finding = suspicion?.look(each) ?? null;
    if (finding !== null) return finding.code;
  }
  return suspicion?.conclude().code;
};
const found = (code: 'record.dropped' | 'record.inserted' | 'record.replaced', at: RecordLine) =>
  suspicionOf({ record: 7, code }, at);

const sound = [line('c', 'c', 8), line('d', 'd', 9)];

describe('a hole in the indexes', () => {
  it('is a record that was moved where its index comes behind, and one that was dropped otherwise', () => {
    expect(wordFor(holeAt(7), [...sound, line('b', 'b', 7)])).toBe('record.reordered');
    expect(wordFor(holeAt(7), [...sound, null, { kind: 'end', size: 7 } as never])).toBe('record.dropped');
    expect(holeAt(7).conclude()).toEqual({ record: 7, code: 'record.dropped' });
    expect(holeAt(7).look(line('b', 'b', 7))).toEqual({ record: 7, code: 'record.reordered' });
  });
});

describe('a leaf without its event', () => {
  const gone = () => found('record.dropped', line(null, 'b'));

  it('was dropped where others follow', () => {
    expect(wordFor(gone(), sound)).toBe('record.dropped');
    expect(gone()?.conclude()).toEqual({ record: 7, code: 'log.truncated' });
  });

  it('is where the log was cut off, if no event follows', () => {
    expect(wordFor(gone(), [line(null, 'c'), null, line(null, 'd')])).toBe('log.truncated');
    expect(wordFor(gone(), [line(null, 'c'), line('d', 'd')])).toBe('record.dropped');
  });

  it('was moved where its event stands without a leaf', () => {
    expect(wordFor(gone(), [...sound, line('b', null)])).toBe('record.reordered');
    expect(wordFor(gone(), [...sound, line('x', null)])).toBe('record.dropped');
    expect(wordFor(gone(), [...sound, line('b', 'c')])).toBe('record.dropped');
  });
});

describe('an event without a leaf', () => {
  const added = () => found('record.inserted', line('b', null));

  it('was inserted, unless its own place behind is empty', () => {
    expect(wordFor(added(), sound)).toBe('record.inserted');
    expect(wordFor(added(), [...sound, line(null, 'b')])).toBe('record.reordered');
    expect(wordFor(added(), [...sound, line('b', 'b')])).toBe('record.inserted');
    expect(wordFor(added(), [line(null, 'x'), null])).toBe('record.inserted');
    expect(added()?.conclude()).toEqual({ record: 7, code: 'record.inserted' });
    expect(added()?.look(line(null, 'b'))).toEqual({ record: 7, code: 'record.reordered' });
  });
});

describe('another event in the place of the sealed one', () => {
  const stranger = () => found('record.replaced', line('x', 'b'));

  it.each<[string, (RecordLine | null)[], string]>([
    ['replaced it where neither comes behind', [...sound, null], 'record.replaced'],
    ['was inserted where the sealed one comes behind', [line('b', 'c'), ...sound], 'record.inserted'],
    [
      'stands for one that was dropped where its own place holds another',
      [line('c', 'x'), ...sound],
      'record.dropped',
    ],
    ['repeats one that stands at home', [line('x', 'x'), ...sound], 'record.replaced'],
    ['changed places with it', [line('b', 'x')], 'record.reordered'],
    ['was moved with it, each seen on its own', [line('c', 'x'), line('b', 'c')], 'record.reordered'],
    ['is at home, and the sealed one comes too', [line('b', 'c'), line('x', 'x')], 'record.reordered'],
    ['is not told by a line without an event', [line(null, 'c'), line(null, null)], 'record.replaced'],
  ])('%s', (_how, behind, code) => {
    expect(wordFor(stranger(), behind)).toBe(code);
    expect(stranger()?.conclude().record).toBe(7);
  });
});

it('any other finding says all there is to say', () => {
  expect(suspicionOf({ record: 7, code: 'record.changed' }, line('b', 'b'))).toBeNull();
});
