#!/usr/bin/env bash
#
# Canonical JSON of a text that is half a character.
#
# Expected: every implementation of RFC 8785 refuses "\ud800": lone surrogates must end in an error (3.2.2.2), so that what one signs,
#   any other can check. The document itself is valid JSON by grammar (RFC 8259, 8.2), and JSON.parse takes it.
# Happens: canonicalize throws; json-canonicalize, which calls itself RFC 8785 too and refuses Infinity by naming its clause, gives
#   text for it. A digest over that text can be made with one and never be checked with the other.
# Versions: json-canonicalize 3.0.1; right: canonicalize 5.1.0. Seen 2026-11-30.
# Instead: digests are made over what canonicalize gives, and what it refuses is an error of ours by name (`jcs.refused`).

set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

# canonicalize asks for Node 22 or later: Node comes along as a package.
echo '{ "private": true, "allowScripts": { "node": true } }' >package.json
npm install --no-audit --no-fund --loglevel=error --save-exact node@26.10.0 canonicalize@5.1.0 json-canonicalize@3.0.1

cat >finding.mjs <<'EOF'
import { readFileSync } from 'node:fs';
import canonicalize from 'canonicalize';
import { canonicalize as jsonCanonicalize } from 'json-canonicalize';

/** Prints what each reader gives, and fails when it is no longer what was seen. */
let changed = false;
const see = (reader, what, seen, described) => {
  const same = JSON.stringify(seen) === JSON.stringify(described);
  changed ||= !same;
  const fault = same ? '' : `   CHANGED: was ${JSON.stringify(described)}`;
  console.log(`  ${reader.padEnd(24)} ${what.padEnd(9)} ${JSON.stringify(seen)}${fault}`);
};
const version = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version;
const named = (name) => `${name.split('/').at(-1)} ${version(name)}`;
console.log(`Node ${process.version}`);

const outcome = (make, json) => {
  try {
    return make(JSON.parse(json));
  } catch {
    return 'refused';
  }
};
for (const [json, right, seen] of [
  ['"\\ud842\\udfb7"', '"𠮷"', '"𠮷"'],
  // Infinity, once parsed.
  ['1e999', 'refused', 'refused'],
  ['"\\ud800"', 'refused', '"\\ud800"'],
]) {
  const what = json.padEnd(16);
  see(named('canonicalize'), what, outcome(canonicalize, json), right);
  see(named('json-canonicalize'), what, outcome(jsonCanonicalize, json), seen);
}
process.exitCode = changed ? 1 : 0;
EOF
node_modules/.bin/node finding.mjs
