import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SseCutter } from './sse-messages.ts';

const TEXT =
  ': hello\nretry: 3000\nid: p0\n\nid: p1\nevent: t\ndata: {"a":1}\n\n: still here\n\nid: p2\ndata:x\ndata: y\r\n\r\n';

it('cuts messages from any split of the text, and leaves comments out', () => {
  const whole = [
    { id: 'p0', data: null },
    { id: 'p1', data: '{"a":1}' },
    { id: 'p2', data: 'x\ny' },
  ];
  fc.assert(
    fc.property(fc.array(fc.nat(TEXT.length), { maxLength: 8 }), (cuts) => {
      const places = [0, ...cuts.sort((a, b) => a - b), TEXT.length];
      const cutter = new SseCutter();
      const messages = places.slice(1).flatMap((to, at) => cutter.cut(TEXT.slice(places[at], to)));
      expect(messages).toEqual(whole);
    }),
  );
});
