import { readFileSync } from 'node:fs';

/** The text of one vector file, by its path below this folder. */
export const vectorText = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

/** The caller states the shape: these files are ours, fixed, and described in SOURCE.md. */
export const vector = (path: string): unknown => JSON.parse(vectorText(path));

export const bytes = (base64: string): Uint8Array => Buffer.from(base64, 'base64');
export const hexBytes = (hex: string): Uint8Array => Buffer.from(hex, 'hex');
export const hex = (data: Uint8Array): string => Buffer.from(data).toString('hex');
