import { describe, expect, it } from '@jest/globals';
import { parseEvent } from './public-event.ts';
import { eventText } from './public-event.fixture.ts';

describe('a public event', () => {
  it('is told apart by kind, with its data typed', () => {
    const event = parseEvent(eventText('a', 3));
    expect(event).toMatchObject({ kind: 'ReceiptAcknowledged', id: 'a-3', data: { itemId: 'i' } });
    const handler: string = event.kind === 'ReceiptAcknowledged' ? event.data.handler : '';
    expect(handler).toBe('person:1');
  });

  it('keeps what arrived to the letter, with fields that this library does not know', () => {
    const text = eventText('a', 3, { later: 1 });
    expect(parseEvent(text).received).toBe(text);
    expect(parseEvent(eventText('a', 0, { type: 'x' })).received).toContain('"type":"x"');
  });

  it.each([
    ['a type that this library does not know', 'duban.case.moon-landed.v1'],
    ['a version that is newer than the library', 'duban.case.receipt-acknowledged.v9'],
    ['a name of another form', 'something.else'],
  ])('has no kind for %s, and is not passed over', (_, type) => {
    expect(parseEvent(eventText('a', 0, { type }))).toMatchObject({ kind: null, type, id: 'a-0' });
  });

  it.each([
    ['no JSON', 'hello'],
    ['a list', '[]'],
    ['another format', '{"specversion":"0.3"}'],
    ['an event without id', eventText('a', 0, { id: 1 })],
    ['an event without data', eventText('a', 0, { data: null })],
  ])('is refused as unreadable: %s', (_, text) => {
    expect(() => parseEvent(text)).toThrow(expect.objectContaining({ code: 'subscriber.unreadable' }));
  });
});
