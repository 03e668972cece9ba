import { expect, it } from '@jest/globals';
import type { JsonValue } from '@duban/kernel';
import { jsonText } from './json-text.ts';

const long = 'x'.repeat(90);

it.each<[JsonValue, string]>([
  [{ a: 1, b: [true, null] }, '{"a":1,"b":[true,null]}'],
  [{ a: long }, `{"a":"${long}"}`],
  [{ a: long, b: 1 }, `{\n  "a": "${long}",\n  "b": 1\n}`],
  [{ a: long, b: [12] }, `{\n  "a": "${long}",\n  "b": [12]\n}`],
  [[long, long], `[\n  "${long}",\n  "${long}"\n]`],
])('%# keeps on one line what fits', (value, text) => {
  expect(jsonText(value)).toBe(text);
  expect(JSON.parse(text)).toEqual(value);
});
