/** The document is judged by two programs that have nothing in common but the specification. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { Validator } from '@seriousme/openapi-schema-validator';

const FILE = new URL('../../docs/openapi.json', import.meta.url);
const text = readFileSync(FILE, 'utf8');

const RULES = {
  struct: 'error',
  'no-unresolved-refs': 'error',
  'operation-operationId-unique': 'error',
  'path-parameters-defined': 'error',
  'no-identical-paths': 'error',
} as const;

const problemsIn = async (source: string): Promise<readonly string[]> => {
  const config = await createConfig({ rules: RULES });
  const found = await lintFromString({ source, absoluteRef: fileURLToPath(FILE), config });
  return found.map(({ ruleId, message }) => `${ruleId}: ${message}`);
};

const isValid = async (source: string): Promise<boolean> =>
  (await new Validator().validate(JSON.parse(source) as Record<string, unknown>)).valid;

it('the document holds before both', async () => {
  expect(await isValid(text)).toBe(true);
  expect(await problemsIn(text)).toEqual([]);
});

it('each of them would see a fault', async () => {
  const faulty = text.replace('"operationId": "Board.list"', '"operationId": 7');
  expect(await isValid(faulty)).toBe(false);
  expect(await problemsIn(faulty)).not.toEqual([]);
});
