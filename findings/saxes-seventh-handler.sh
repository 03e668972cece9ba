#!/usr/bin/env bash
#
# What one more event handler costs a parser of XML.
#
# Expected: a handler that is never called costs nothing. `parser.on(name, handler)` is the documented way to set one.
# Happens: with `xmlns: true`, the seventh handler makes saxes two and a half to five times slower, by machine and load, though
#   the document has nothing that would call it. `on` stores the handler under a computed member name. V8 allows an object few
#   members beyond those that its constructor made room for when they come by computed names, then turns all of the object's members
#   into a table; every step of the parser reads such members. Proof: `%HasFastProperties` is false from the seventh `on`, and true
#   when the same seven are assigned by written names, which costs little.
# Versions: saxes 6.0.0 on Node 26.10.0; the same on Node 20.20.2. Seen 2026-11-30.
# Instead: our reader sets six handlers and no more, and finds what the others would tell by other means.
#
# Each figure is the best of several runs in a process of its own, the ways taking turns: two shapes of parser in one process slow each
# other down. Fails when the seventh costs less than twice.

set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true, "allowScripts": { "node": true } }' >package.json
npm install --no-audit --no-fund --loglevel=error --save-exact node@26.10.0 saxes@6.0.0

cat >measure.cjs <<'EOF'
const { SaxesParser } = require('saxes');

const xml = `<rows xmlns="urn:rows">${'<row r="1"><c r="A1" t="s"><v>12</v></c><c r="B1"><v>3.5</v></c></row>'.repeat(20_000)}</rows>`;
const never = () => {};
const NAMES = ['doctype', 'xmldecl', 'opentag', 'closetag', 'text', 'cdata', 'comment'];
const ways = {
  six: (parser) => NAMES.slice(0, 6).forEach((name) => parser.on(name, never)),
  seven: (parser) => NAMES.forEach((name) => parser.on(name, never)),
  'seven-by-written-names': (parser) => {
    parser.doctypeHandler = never;
    parser.xmldeclHandler = never;
    parser.openTagHandler = never;
    parser.closeTagHandler = never;
    parser.textHandler = never;
    parser.cdataHandler = never;
    parser.commentHandler = never;
  },
};
const made = () => {
  const parser = new SaxesParser({ xmlns: true, position: false });
  ways[process.argv[2]](parser);
  return parser;
};
let milliseconds = Infinity;
for (let run = 0; run < 6; run += 1) {
  const parser = made();
  const started = performance.now();
  for (let at = 0; at < xml.length; at += 65_536) parser.write(xml.slice(at, at + 65_536));
  parser.close();
  milliseconds = Math.min(milliseconds, performance.now() - started);
}
console.log(JSON.stringify({ milliseconds, fast: %HasFastProperties(made()) }));
EOF

cat >finding.mjs <<'EOF'
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const WAYS = { six: true, seven: false, 'seven-by-written-names': true };
const best = {};
let changed = false;
console.log(
  `saxes ${JSON.parse(readFileSync('node_modules/saxes/package.json', 'utf8')).version}, Node ${process.version}`,
);
for (let round = 0; round < 5; round += 1)
  for (const [way, described] of Object.entries(WAYS)) {
    const { milliseconds, fast } = JSON.parse(
      execFileSync(process.execPath, ['--allow-natives-syntax', 'measure.cjs', way]),
    );
    best[way] = Math.min(best[way] ?? Infinity, milliseconds);
    if (fast !== described) changed = true;
    if (round === 0) console.log(`  ${way.padEnd(24)} fast members: ${fast}`);
  }
for (const [way, milliseconds] of Object.entries(best))
  console.log(
    `  ${way.padEnd(24)} ${milliseconds.toFixed(0)} ms, ${(milliseconds / best.six).toFixed(2)} times six`,
  );
changed ||= best.seven / best.six < 2;
if (changed) console.log('  CHANGED: the seventh handler no longer costs what it did');
process.exitCode = changed ? 1 : 0;
EOF
node_modules/.bin/node finding.mjs
