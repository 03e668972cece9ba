/** The only source of fresh identifiers (UUIDs in production, counting in tests). */
export type IdSource = { readonly next: () => string };
