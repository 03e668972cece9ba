export type Scalar = string | number | boolean | null;

const isNode = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isScalar = (value: unknown): value is Scalar =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);

/** The tokens of a JSON Pointer (RFC 6901); none when it is not one or points at the whole. */
export const tokensOf = (pointer: string): readonly string[] =>
  pointer.startsWith('/')
    ? pointer
        .slice(1)
        .split('/')
        .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
    : [];

const child = (value: unknown, token: string): unknown =>
  isNode(value) && Object.hasOwn(value, token) ? value[token] : undefined;

/** The single value there; undefined where there is none, or more than one. */
export const scalarAt = (data: object, pointer: string): Scalar | undefined => {
  const tokens = tokensOf(pointer);
  const value = tokens.reduce<unknown>(child, data);
  return tokens.length > 0 && isScalar(value) ? value : undefined;
};

const replaced = (value: unknown, [token, ...rest]: readonly string[], next: Scalar): unknown => {
  if (token === undefined) return next;
  if (!isNode(value) || !Object.hasOwn(value, token)) return value;
  if (!Array.isArray(value)) return { ...value, [token]: replaced(value[token], rest, next) };
  return value.map((entry, index): unknown =>
    String(index) === token ? replaced(entry, rest, next) : entry,
  );
};

/** A copy with one value replaced; the same value where the pointer leads nowhere. */
export const withScalarAt = <Data extends object>(data: Data, pointer: string, next: Scalar): Data =>
  scalarAt(data, pointer) === undefined ? data : (replaced(data, tokensOf(pointer), next) as Data);
