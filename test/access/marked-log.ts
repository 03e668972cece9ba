import { eventTextPlaces } from '@duban/contracts';
import type { CaseEvent } from '@duban/domain';
import type { JsonObject, JsonValue, Recorded } from '@duban/kernel';

/** A text that stands in one place of a log, and the class of those who read it. */
export type Mark = { readonly words: string; readonly readers: string };

type Marker = (readers: string, type: string) => string;

const markedAt = (value: JsonValue, path: readonly string[], mark: () => string): JsonValue => {
  const [step, ...rest] = path;
  if (step === undefined) return typeof value === 'string' && value !== '' ? mark() : value;
  if (typeof value !== 'object' || value === null) return value;
  const names = step === '*' ? Object.keys(value) : [step].filter((name) => Object.hasOwn(value, name));
  const inside = value as JsonObject;
  const entries = names.map((name) => [name, markedAt(inside[name] ?? null, rest, mark)] as const);
  if (Array.isArray(value)) return entries.map(([, entry]) => entry);
  return { ...inside, ...Object.fromEntries(entries) };
};

const markedData = ({ type, data }: CaseEvent, mark: Marker): JsonObject => {
  let marked = data as object as JsonObject;
  for (const { path, readers } of eventTextPlaces.get(type) ?? [])
    marked = markedAt(marked, path, () => mark(readers, type)) as JsonObject;
  if (type === 'EventCorrected' && typeof data.new === 'string' && data.field === '/reasons')
    return { ...marked, old: mark('parties', type), new: mark('parties', type) };
  return marked;
};

/** The log with a mark of its own for each text, and the marks; `name` tells logs apart. */
export const markedLog = (
  log: readonly Recorded<CaseEvent>[],
  name = '',
): { readonly log: readonly Recorded<CaseEvent>[]; readonly marks: readonly Mark[] } => {
  const marks: Mark[] = [];
  const mark: Marker = (readers, type) => {
    const words = `¶${name}${type}${String(marks.length)}¶`;
    marks.push({ words, readers });
    return words;
  };
  return {
    log: log.map((event) => ({ ...event, data: markedData(event, mark) }) as Recorded<CaseEvent>),
    marks,
  };
};
