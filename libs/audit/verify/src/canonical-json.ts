/**
 * RFC 8785 text of a value that `JSON.parse` made: ECMAScript's own number and string texts, members sorted by UTF-16
 * code units (section 3.2.3). Written apart from the log's, so that one fault cannot hide in both.
 */
export const canonicalJson = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
};
