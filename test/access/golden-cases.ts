import { globSync, readFileSync } from 'node:fs';
import type { StoredEvent } from '@duban/event-store';

const folder = new URL('../replay/golden/', import.meta.url);

/** The streams of cases that releases wrote, each in its order. */
export const goldenCaseLogs = (): readonly (readonly StoredEvent[])[] => {
  const lines = globSync('*.ndjson', { cwd: folder }).flatMap((file) =>
    readFileSync(new URL(file, folder), 'utf8').trimEnd().split('\n'),
  );
  const streams = Map.groupBy(
    lines.map((line) => JSON.parse(line) as StoredEvent).sort((one, other) => one.revision - other.revision),
    ({ stream }) => stream,
  );
  return [...streams].flatMap(([stream, events]) => (stream.startsWith('case-') ? [events] : []));
};
