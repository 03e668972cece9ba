import { globSync, readFileSync } from 'node:fs';
import type { LoggedFact } from '../fold/log-entry.ts';

const folder = new URL('../../../../test/replay/golden/', import.meta.url);

const eventsIn = (file: string): readonly LoggedFact[] =>
  readFileSync(new URL(file, folder), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as LoggedFact);

/** For specs only: every event type ever stored, in the order of the log (`test/replay/golden`). */
const goldenLog = (): readonly LoggedFact[] =>
  globSync('*.ndjson', { cwd: folder })
    .flatMap(eventsIn)
    .sort((a, b) => (a.position < b.position ? -1 : 1));

export const goldenStream = (stream: string): readonly LoggedFact[] =>
  goldenLog().filter((event) => event.stream === stream);

/** The cases of the golden log, each a stream of its own. */
export const goldenCases = (): readonly (readonly LoggedFact[])[] => [
  ...Map.groupBy(
    goldenLog().filter(({ stream }) => stream.startsWith('case-')),
    ({ stream }) => stream,
  ).values(),
];
