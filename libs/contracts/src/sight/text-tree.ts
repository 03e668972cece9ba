import type { TextReaders } from '@duban/domain';
import type { JsonObject, JsonValue } from '@duban/kernel';
import { WITHHELD } from '../texts/privacy.texts.ts';

/** Steps into data; `*` is any element of a list or any entry of a dictionary. */
export type PathPattern = readonly string[];

/** A text of some data, and who reads it. */
export type TextPlace = { readonly path: PathPattern; readonly readers: TextReaders };

/** The places of texts by the steps that lead to them; `isText`: what stands here is one. */
export type TextTree = { readonly isText: boolean; readonly inner: ReadonlyMap<string, TextTree> };

const NOTHING: TextTree = { isText: false, inner: new Map() };

const grown = ({ isText, inner }: TextTree, path: PathPattern): TextTree => {
  const [step, ...rest] = path;
  if (step === undefined) return { isText: true, inner };
  return { isText, inner: new Map([...inner, [step, grown(inner.get(step) ?? NOTHING, rest)]]) };
};

/** The tree of the places that somebody does not read; null where there is none. */
export const treeOf = (places: readonly TextPlace[]): TextTree | null =>
  places.length === 0 ? null : places.reduce((tree, { path }) => grown(tree, path), NOTHING);

/** An empty text says nothing, and where nothing was said nothing is kept back. */
export const untold = (value: JsonValue): JsonValue => (value === null || value === '' ? value : WITHHELD);

const steps = (value: JsonObject | readonly JsonValue[], inner: TextTree['inner']): readonly string[] =>
  [...inner.keys()].flatMap((step) => (step === '*' ? Object.keys(value) : [step]));

const masked = (value: JsonValue, { isText, inner }: TextTree): JsonValue => {
  if (typeof value !== 'object' || value === null) return isText ? untold(value) : value;
  if (inner.size === 0) return value;
  const within = value as JsonObject;
  const changed = new Map<string, JsonValue>();
  for (const step of steps(within, inner)) {
    const tree = inner.get(step) ?? inner.get('*');
    const before = Object.hasOwn(within, step) ? within[step] : undefined;
    const after = before === undefined || tree === undefined ? before : masked(before, tree);
    if (after !== undefined && after !== before) changed.set(step, after);
  }
  if (changed.size === 0) return value;
  const entries = Object.entries(within).map(([name, old]) => [name, changed.get(name) ?? old] as const);
  return Array.isArray(value) ? entries.map(([, inside]) => inside) : Object.fromEntries(entries);
};

/** The data with {@link WITHHELD} for every text of the tree; the same object where there is none in it. */
export const withoutTexts = <Data>(data: Data, tree: TextTree | null): Data =>
  tree === null ? data : (masked(data as JsonValue, tree) as Data);

/** Whether a place, step by step, is that of a text of the tree, or lies in one. */
export const isTextAt = (tree: TextTree | null, [step, ...rest]: PathPattern): boolean => {
  if (tree === null) return false;
  if (tree.isText || step === undefined) return tree.isText;
  return isTextAt(tree.inner.get(step) ?? tree.inner.get('*') ?? null, rest);
};
