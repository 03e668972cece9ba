import type { EventReader } from '@duban/event-store';
import { comparePositions, LOG_START, type JsonObject, type JsonValue } from '@duban/kernel';
import { isEnvelope } from '../field/envelope.ts';

const PAGE = 1_000;

const countIn = (value: JsonValue, keyIds: ReadonlySet<string>): number => {
  if (typeof value !== 'object' || value === null) return 0;
  if (isEnvelope(value)) return value.k.split('+').some((id) => keyIds.has(id)) ? 1 : 0;
  return Object.values(value as JsonObject).reduce<number>((sum, inner) => sum + countIn(inner, keyIds), 0);
};

/** How many fields of the log need one of these keys. `raw` is the store without decryption. */
export const countFields = async (
  raw: Pick<EventReader, 'readLog' | 'head'>,
  keyIds: readonly string[],
): Promise<number> => {
  if (keyIds.length === 0) return 0;
  const wanted = new Set(keyIds);
  const head = await raw.head();
  let after = LOG_START;
  let count = 0;
  while (comparePositions(after, head) < 0) {
    const page = await raw.readLog({ after, limit: PAGE });
    for (const { data } of page.events) count += countIn(data, wanted);
    after = page.next;
  }
  return count;
};
