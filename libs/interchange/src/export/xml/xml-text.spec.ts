import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { XML_DECLARATION, xmlElement, xmlText } from './xml-text.ts';
import { readXml } from './xml-reader.fixture.ts';

it('gives back every text that XML can carry, in content and in attributes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const document = XML_DECLARATION + xmlElement('a', { b: text }, xmlText(text));
      const root = readXml(document);
      // eslint-disable-next-line no-control-regex -- what XML cannot carry
      const carried = text.replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '\uFFFD');
      expect(root.attributes['b']).toBe(carried);
      expect(root.text).toBe(carried);
    }),
  );
});

it('shows lone surrogates and control characters as U+FFFD', () => {
  expect(xmlText('a\uD800b\u0000c')).toBe('a\uFFFDb\uFFFDc');
});

it('keeps rare characters and escapes what would be markup', () => {
  expect(xmlText('𠮷<a href="x">&\n]]>')).toBe('𠮷&lt;a href=&quot;x&quot;&gt;&amp;&#10;]]&gt;');
});
