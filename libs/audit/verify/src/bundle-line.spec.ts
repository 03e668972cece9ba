import { describe, expect, it } from '@jest/globals';
import { readBundleLine, readMembers } from './bundle-line.ts';
import { readHeader } from './bundle-header.ts';

const HASH = 'ab'.repeat(32);
const record = (over: Partial<Record<'event' | 'hash' | 'index' | 'leaf', string>> = {}): string => {
  const { event = '{"a":1}', hash = `"${HASH}"`, index = '7', leaf = '{"v":1}' } = over;
  return `{"event":${event},"hash":${hash},"index":${index},"leaf":${leaf}}`;
};
const sound = { kind: 'record', event: '{"a":1}', leaf: '{"v":1}', hash: HASH, index: 7, isAsExported: true };

describe('a record line', () => {
  it('is cut out as it stands', () => {
    expect(readBundleLine(record())).toEqual(sound);
    // Not canonical, and kept byte for byte: the exporter's own spelling is not read, only cut.
    expect(readBundleLine(record({ event: '{"b":2, "a":1}' }))).toEqual({
      ...sound,
      event: '{"b":2, "a":1}',
    });
  });

  it('may lack its event, or everything that was sealed', () => {
    expect(readBundleLine(record({ event: 'null' }))).toEqual({ ...sound, event: null });
    expect(readBundleLine(record({ hash: 'null', index: 'null', leaf: 'null' }))).toEqual({
      ...sound,
      ...{ hash: null, index: null, leaf: null },
    });
  });

  it('is not led astray by an event that quotes a record', () => {
    const event = JSON.stringify({ note: record(), ',"leaf":': ',"hash":' });
    expect(readBundleLine(record({ event }))).toEqual({ ...sound, event });
  });

  it('is found behind an event and before a leaf of any length', () => {
    const event = JSON.stringify({ text: 'x'.repeat(9_999) });
    const leaf = JSON.stringify({ text: 'y'.repeat(9_999) });
    expect(readBundleLine(record({ event, leaf, index: '9007199254740991' }))).toEqual({
      ...{ kind: 'record', event, leaf, hash: HASH, index: Number.MAX_SAFE_INTEGER, isAsExported: true },
    });
  });

  it('may be spelled by another tool; its texts are then canonical', () => {
    const spelled = `{ "leaf": {"v":1}, "index": 7, "hash": "${HASH}", "event": {"b":2,"a":1} }`;
    expect(readBundleLine(spelled)).toEqual({ ...sound, event: '{"a":1,"b":2}', isAsExported: false });
    expect(readBundleLine('{ "leaf": null, "event": null, "index": null }')).toEqual({
      ...{ kind: 'record', event: null, leaf: null, hash: null, index: null, isAsExported: false },
    });
    for (const odd of ['"index":"7"', '"index":7.5', '"hash":7', '"hash":"AB"'])
      expect(readBundleLine(`{ "leaf": null, "event": null, ${odd} }`)).toBeNull();
  });

  it('that something stands behind is not the exporter’s spelling, and no JSON either', () => {
    expect(readBundleLine(`${record()}x`)).toBeNull();
    expect(readBundleLine(`x${record()}`)).toBeNull();
  });

  it.each([
    [record().replace('{"event"', '{"before":1,"event"'), 'line.member-foreign', 'before'],
    [record().replace('{"event"', '{ "event":{"a":2},"event"'), 'line.member-doubled', 'event'],
    [record({ event: '{"a":2,"a":1}' }).replace('{"event"', '{ "event"'), 'line.member-doubled', 'a'],
    [record({ leaf: '{"v":1,"v":1}' }).replace('{"event"', '{ "event"'), 'line.member-doubled', 'v'],
    [record({ event: '{"a":1e400}' }).replace('{"event"', '{ "event"'), 'line.number-altered', '1e400'],
    ['{"checkpoint":"forged","checkpoint":"x"}', 'line.member-doubled', 'checkpoint'],
    ['{"checkpoint":"x","said":"y"}', 'line.member-foreign', 'said'],
    ['{"end":{"size":40,"more":1}}', 'line.member-foreign', 'more'],
    ['{"end":{"size":40},"more":1}', 'line.member-foreign', 'more'],
    ['{"timestamp":{"size":1,"token":"t","at":"2020"}}', 'line.member-foreign', 'at'],
  ])('that says more than is compared is a fault: %s', (line, code, found) => {
    expect(readBundleLine(line)).toEqual({ kind: 'fault', code, found });
  });

  it('without an event or a leaf is none', () => {
    expect(readBundleLine('{"event":null,"hash":null}')).toBeNull();
    expect(readBundleLine('{"leaf":null,"hash":null}')).toBeNull();
  });
});

describe('the other lines', () => {
  it('are a checkpoint and the end', () => {
    expect(readBundleLine('{"checkpoint":"x\\n"}')).toEqual({ kind: 'checkpoint', note: 'x\n' });
    expect(readBundleLine('{"end":{"size":40}}')).toEqual({ kind: 'end', size: 40 });
  });

  it.each([
    '',
    'x',
    '1',
    'null',
    '[]',
    '[1]',
    '{}',
    '{"checkpoint":1}',
    '{"end":40}',
    '{"end":null}',
    '{"end":{}}',
    '{"end":{"size":"40"}}',
  ])('are not %s', (line) => {
    expect(readBundleLine(line)).toBeNull();
  });

  it('have members only where they are an object', () => {
    expect(readMembers('{"a":1}')).toEqual({ a: 1 });
    for (const text of ['{', '[]', 'null', '"x"', '1']) expect(readMembers(text)).toBeNull();
  });
});

describe('the header', () => {
  const header = { format: 'duban-log', version: 1, origin: 'log', hash: 'sha256', size: 3, keys: ['k', 1] };
  const read = (over: object) => readHeader(JSON.stringify({ ...header, ...over }));

  it('names the log, its hash, its size and the keys', () => {
    expect(read({})).toEqual({ origin: 'log', hash: 'sha256', size: 3, keys: ['k'] });
    expect(read({ hash: 'sm3' })).toMatchObject({ hash: 'sm3' });
  });

  it.each([{ format: 'zip' }, { origin: 1 }, { size: '3' }, { keys: {} }, { keys: undefined }])(
    'is unreadable with %j',
    (over) => {
      expect(read(over)).toBe('bundle.unreadable');
    },
  );

  it.each([{ version: 2 }, { version: '1' }, { hash: 'md5' }])('is of an unknown version with %j', (over) => {
    expect(read(over)).toBe('bundle.unknown-version');
  });

  it('says nothing twice, and nothing that does not belong there', () => {
    const twice = JSON.stringify(header).replace('{', '{"origin":"forged",');
    expect(readHeader(twice)).toEqual({ kind: 'fault', code: 'line.member-doubled', found: 'origin' });
    expect(read({ note: 'checked' })).toEqual({ kind: 'fault', code: 'line.member-foreign', found: 'note' });
  });

  it('is unreadable where it is no JSON', () => {
    expect(readHeader('duban-log')).toBe('bundle.unreadable');
  });
});
