import type { JsonObject, JsonValue } from '@duban/kernel';

const idsIn = (value: JsonValue | undefined): readonly string[] =>
  Array.isArray(value)
    ? (value as readonly JsonValue[]).flatMap((part) =>
        typeof part === 'string' ? [part] : idsIn((part as JsonObject)['itemId']),
      )
    : typeof value === 'string'
      ? [value]
      : [];

/** The items that an event is about, wherever its payload names them. */
export const itemIdsOf = (data: JsonObject): readonly string[] =>
  ['itemId', 'itemIds', 'coversItemIds', 'claims', 'findings'].flatMap((field) => {
    const value = data[field];
    return field === 'findings' && typeof value === 'string' ? [] : idsIn(value);
  });
