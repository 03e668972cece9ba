#!/usr/bin/env bash
#
# A number that is no integer, given to a schema that wants one.
#
# Expected: `Value.Parse` turns the text "3" into the integer 3, and refuses 3.7 and "3.7". `Value.Convert` is documented to convert
#   "if a reasonable conversion is possible"; JSON Schema's `integer` has no fractional part (validation, 6.1.1), and Ajv with
#   `coerceTypes` refuses both.
# Happens: TypeBox 0.34 cuts the fraction off, and the check that follows in Parse has nothing left to refuse: 3.7 people, "99.9"
#   percent and "1e3" yuan are stored as 3, 99 and 1. In TypeBox 1, Parse no longer converts, not even "3"; who therefore calls
#   Convert first gets the same 3 and 99, but 1000 for "1e3", and 0 for the empty text. What an entry was taken for depends on the
#   release that happened to read it.
# Versions: @sinclair/typebox 0.34.52, typebox 1.4.3; right: ajv 8.20.0. Node 20.20.2 and 26.10.0. Seen 2026-11-30.
# Instead: TypeBox only writes our schemas. Ajv checks, without coercion, and a text is never a number.

set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' >package.json
npm install --no-audit --no-fund --loglevel=error --save-exact --ignore-scripts @sinclair/typebox@0.34.52 ajv@8.20.0 typebox@1.4.3

cat >finding.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { Type as OldType } from '@sinclair/typebox';
import { Value as OldValue } from '@sinclair/typebox/value';
import Ajv from 'ajv';
import Type from 'typebox';
import Value from 'typebox/value';

/** Prints what each library makes of it, and fails when it is no longer what was seen. */
let changed = false;
const see = (library, given, seen, described) => {
  const same = seen === described;
  changed ||= !same;
  console.log(`  ${library.padEnd(24)} ${given.padEnd(8)} ${seen}${same ? '' : `   CHANGED: was ${described}`}`);
};
const version = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version;
const named = (name) => `${name.split('/').at(-1)} ${version(name)}`;
console.log(`Node ${process.version}`);

const parsed = (parse) => {
  try {
    return JSON.stringify(parse().amount);
  } catch {
    return 'refused';
  }
};
const ofAjv = (amount) => {
  const entry = { amount };
  const check = new Ajv.default({ coerceTypes: true }).compile({ type: 'object', properties: { amount: { type: 'integer' } } });
  return check(entry) ? JSON.stringify(entry.amount) : 'refused';
};
const asIs = (convert) => JSON.stringify(convert().amount);
const OLD = OldType.Object({ amount: OldType.Integer() });
const NEW = Type.Object({ amount: Type.Integer() });
for (const [amount, byParse, byNewParse, byNewConvert, byAjv] of [
  [3, '3', '3', '3', '3'],
  ['3', '3', 'refused', '3', '3'],
  [3.7, '3', 'refused', '3', 'refused'],
  ['99.9', '99', 'refused', '99', 'refused'],
  ['1e3', '1', 'refused', '1000', '1000'],
  ['', 'refused', 'refused', '0', 'refused'],
]) {
  const given = JSON.stringify(amount);
  see(`${named('@sinclair/typebox')}, Parse`, given, parsed(() => OldValue.Parse(OLD, { amount })), byParse);
  see(`${named('typebox')}, Parse`, given, parsed(() => Value.Parse(NEW, { amount })), byNewParse);
  see(`${named('typebox')}, Convert`, given, asIs(() => Value.Convert(NEW, { amount })), byNewConvert);
  see(named('ajv'), given, ofAjv(amount), byAjv);
}
process.exitCode = changed ? 1 : 0;
JS
node finding.mjs
