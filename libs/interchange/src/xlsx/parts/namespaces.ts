/** ECMA-376 part 1 (strict) and part 4 (transitional). */
export const SPREADSHEET = [
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  'http://purl.oclc.org/ooxml/spreadsheetml/main',
];

const RELATIONSHIPS = [
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'http://purl.oclc.org/ooxml/officeDocument/relationships',
];

export const isRelationshipAttribute = (uri: string): boolean => RELATIONSHIPS.includes(uri);

/** `worksheet` of the type's address, null for types of others. */
export const relationshipKind = (type: string): string | null => {
  const known = RELATIONSHIPS.find((uri) => type.startsWith(`${uri}/`));
  return known === undefined ? null : type.slice(known.length + 1);
};

export const PACKAGE_RELATIONSHIPS = ['http://schemas.openxmlformats.org/package/2006/relationships'];
