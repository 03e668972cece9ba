import { globSync, readFileSync } from 'node:fs';
import type { ExportedEvent, ExportSource } from './source/exported-event.ts';

const folder = new URL('../../../../test/replay/golden/', import.meta.url);

const eventsIn = (file: string): readonly ExportedEvent[] =>
  readFileSync(new URL(file, folder), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as ExportedEvent);

/** For specs only: every event type ever stored, in the order of the log (`test/replay/golden`). */
export const goldenLog = (): readonly ExportedEvent[] =>
  globSync('*.ndjson', { cwd: folder })
    .flatMap(eventsIn)
    .sort((a, b) => (a.position < b.position ? -1 : 1));

async function* each<Element>(elements: readonly Element[]): AsyncGenerator<Element> {
  yield* elements;
}

export const sourceOf = (events: readonly ExportedEvent[]): ExportSource => ({
  log: () => each(events),
  stream: (name) => each(events.filter(({ stream }) => stream === name)),
});

export const textOf = async (pieces: AsyncIterable<string> | Iterable<string>): Promise<string> => {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
};
