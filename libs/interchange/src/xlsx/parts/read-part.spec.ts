import { describe, expect, it } from '@jest/globals';
import { refusedFor } from '../../refused.fixture.ts';
import { readPart } from './read-part.ts';

const NAMESPACE = 'urn:ours';

const toldOf = (bytes: Buffer | string): readonly string[] => {
  const told: string[] = [];
  readPart({ name: 'part.xml', bytes: Buffer.from(bytes as string) }, [NAMESPACE], {
    open: (name) => told.push(`<${name}`),
    close: (name) => told.push(`${name}>`),
    text: (text) => told.push(text),
  });
  return told;
};

describe('a part', () => {
  it('is told of by namespace, whatever the prefix, without elements of others and what is in them', () => {
    expect(
      toldOf(
        `<p:a xmlns:p="${NAMESPACE}" xmlns:q="urn:other"><b xmlns="${NAMESPACE}">1</b><q:c><p:d>2</p:d></q:c><b>3</b></p:a>`,
      ),
    ).toEqual(['<a', '<b', '1', 'b>', 'a>']);
  });

  it('may be UTF-16', () => {
    const text = `<a xmlns="${NAMESPACE}">督</a>`;
    expect(toldOf(Buffer.from(`\uFEFF${text}`, 'utf16le'))).toEqual(['<a', '督', 'a>']);
  });

  it.each([
    ['is not well-formed', `<a xmlns="${NAMESPACE}"><b></a>`],
    ['ends early', `<a xmlns="${NAMESPACE}">`],
    ['has a document type', `<!DOCTYPE a><a xmlns="${NAMESPACE}"/>`],
    ['has an entity that nobody knows', `<a xmlns="${NAMESPACE}">&b;</a>`],
    ['says another encoding', `<?xml version="1.0" encoding="GB2312"?><a xmlns="${NAMESPACE}"/>`],
    [
      'is no UTF-8',
      Buffer.concat([
        Buffer.from(`<a xmlns="${NAMESPACE}">`),
        Buffer.from([0xb6, 0xbd]),
        Buffer.from('</a>'),
      ]),
    ],
    [
      'is nested deeper than any workbook',
      `<a xmlns="${NAMESPACE}">${'<a>'.repeat(70)}${'</a>'.repeat(70)}</a>`,
    ],
  ])('is refused when it %s', async (_, bytes) => {
    expect(await refusedFor(() => toldOf(bytes))).toEqual(['file.damaged']);
  });

  it('lets faults of its reader through as they are', () => {
    const broken = (): never => {
      throw new TypeError('slip');
    };
    expect(() => {
      readPart({ name: 'a', bytes: Buffer.from(`<a xmlns="${NAMESPACE}"/>`) }, [NAMESPACE], { open: broken });
    }).toThrow(TypeError);
  });
});
