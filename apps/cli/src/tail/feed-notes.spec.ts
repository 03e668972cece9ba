import { describe, expect, it } from '@jest/globals';
import type { SubscriptionState } from '@duban/subscriber';
import type { Console } from '../output/console.ts';
import { connectionNotes, noteGap } from './feed-notes.ts';
import { tailEvent } from './tail-event.fixture.ts';

const listening = (): { readonly said: string[]; readonly console: Console } => {
  const said: string[] = [];
  const note = (text: string): void => void said.push(text);
  return { said, console: { language: 'en', output: 'table', report: note, note } };
};

describe('a hole in the sequence of a case', () => {
  const notesFor = (after: string | null, sequence = '0003'): readonly string[] => {
    const { said, console } = listening();
    noteGap(console, tailEvent({ sequence }), after);
    return said;
  };

  it('is told with its code, and what it may be', () => {
    expect(notesFor('0001')).toEqual([
      'c1: sequence 1 → 3: Sequence numbers of a case are missing: what lies between is private, or did not arrive [subscriber.sequence-gap]',
    ]);
  });

  it.each([
    ['none between neighbours', '0002', '0003'],
    ['none where nothing is known of before', null, '0003'],
    ['none where a source does not count in numbers', 'a', 'c'],
  ])('is %s', (_, after, sequence) => {
    expect(notesFor(after, sequence)).toEqual([]);
  });
});

it('tells when it is connected, cut off, and connected again', () => {
  const { said, console } = listening();
  const watch = connectionNotes(console, 'http://h/events');
  const tell = (status: SubscriptionState['status'], lastFault: string | null): void => {
    watch({ status, lastFault, applied: 0, repeated: 0, sessions: 1, waiting: null });
  };
  tell('retrying', 'fetch failed');
  tell('running', 'fetch failed');
  tell('retrying', 'terminated');
  tell('running', 'terminated');
  tell('ended', null);
  expect(said).toEqual([
    'not connected yet, trying again: fetch failed',
    'connected to http://h/events',
    'connection lost, trying again: terminated',
    'connected again to http://h/events',
  ]);
});
