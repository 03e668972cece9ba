import { hash } from 'node:crypto';

/** The documents of the demo do not exist: the digest of a name stands for the digest of what would be in it. */
export const digestOf = (name: string): string => `sha256:${hash('sha256', name)}`;

type Named = { readonly digest: string; readonly name: string; readonly mediaType: string };

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

export const files = (...names: readonly string[]): Named[] =>
  names.map((name) => ({
    digest: digestOf(name),
    name,
    mediaType: MEDIA_TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
  }));
