/** What may be stored: JSON without surprises (no BigInt, NaN, lone surrogates, undefined); stores refuse the rest. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;
export type JsonObject = { readonly [key: string]: JsonValue };
