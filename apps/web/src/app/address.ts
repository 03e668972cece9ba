/** Addresses that people can read and shorten: every value is plain text, lists are separated by commas. */
export type Texts = Readonly<Record<string, string>>;

export const readTexts = (search: string): Texts => Object.fromEntries(new URLSearchParams(search));

export const writeTexts = (search: Readonly<Record<string, unknown>>): string => {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    if (typeof value === 'string' && value !== '') query.set(name, value);
  }
  // Commas and colons are allowed in a query, and easier to read unescaped.
  const text = query.toString().replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%2F', '/');
  return text === '' ? '' : `?${text}`;
};

/** The fields of an address that are asked for, as far as they are there. */
export const pick = <Field extends string>(
  search: Readonly<Record<string, unknown>>,
  fields: readonly Field[],
): { [Name in Field]?: string } => {
  const found: { [Name in Field]?: string } = {};
  for (const field of fields) {
    const value = search[field];
    if (typeof value === 'string' && value !== '') found[field] = value;
  }
  return found;
};
