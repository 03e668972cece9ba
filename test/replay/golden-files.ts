/** Reads what releases have stored. Files are found, never listed. */
import { readdirSync, readFileSync } from 'node:fs';
import type { JsonObject, Position } from '@duban/kernel';
import type { StoredEvent } from '@duban/event-store';

const folder = new URL('./golden/', import.meta.url);

export type GoldenStream = { readonly stream: string; readonly events: readonly StoredEvent[] };

const readStream = (file: string): GoldenStream => {
  const lines = readFileSync(new URL(file, folder), 'utf8').trimEnd().split('\n');
  return {
    stream: file.slice(0, -'.ndjson'.length),
    events: lines.map((line) => JSON.parse(line) as StoredEvent & { data: JsonObject; position: Position }),
  };
};

export const goldenStreams: readonly GoldenStream[] = readdirSync(folder)
  .filter((file) => file.endsWith('.ndjson'))
  .sort()
  .map(readStream);
