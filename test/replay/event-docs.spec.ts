import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { encodeEvent, eventCatalogue, eventEntries, type DubanEvent } from '@duban/contracts';
import { eventExamples } from './event-examples.ts';

it('docs/events.md is what `npm run docs:events` writes', () => {
  const written = readFileSync(new URL('../../docs/events.md', import.meta.url), 'utf8');
  expect(written).toBe(eventCatalogue(eventExamples));
});

it.each(eventEntries.map(({ type }) => type))('shows an example of %s that its schema accepts', (type) => {
  const data = eventExamples.get(type)?.data;
  expect(encodeEvent({ type, data } as DubanEvent).data).toEqual(data);
});
