#!/usr/bin/env bash
#
# Chinese text in the encoding that the state prescribes, in its edition in force.
#
# Expected: an npm library that offers `gb18030` reads FE 59 as 龴 (U+9FB4): so says GB 18030-2022, in force since August 2023, which
#   gave 18 two-byte codes (ideographs and vertical punctuation) their characters; so does Node's own TextDecoder.
# Happens: iconv-lite reads each of the 18 as a character of the private use area, as the edition of 2005 did. It shows as a
#   blank box, is never equal to the same text from another source, and no error is raised. Written by iconv-lite, 龴 becomes
#   four bytes, which it does read: a round trip through iconv-lite alone shows nothing.
# Versions: iconv-lite 0.7.3 on Node 20.20.2 and 26.10.0. Seen 2026-11-30.
# Instead: text files are decoded by TextDecoder, and strictly.

set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' >package.json
npm install --no-audit --no-fund --loglevel=error --save-exact --ignore-scripts iconv-lite@0.7.3

cat >finding.mjs <<'EOF'
import { readFileSync } from 'node:fs';
import iconv from 'iconv-lite';

const CODES = {
  A6D9: 0xfe10,
  A6DA: 0xfe12,
  A6DB: 0xfe11,
  A6DC: 0xfe13,
  A6DD: 0xfe14,
  A6DE: 0xfe15,
  A6DF: 0xfe16,
  A6EC: 0xfe17,
  A6ED: 0xfe18,
  A6F3: 0xfe19,
  FE59: 0x9fb4,
  FE61: 0x9fb5,
  FE66: 0x9fb6,
  FE67: 0x9fb7,
  FE6D: 0x9fb8,
  FE7E: 0x9fb9,
  FE90: 0x9fba,
  FEA0: 0x9fbb,
};
const named = (point) => `U+${point.toString(16).toUpperCase()}`;
const isPrivate = (point) => point >= 0xe000 && point <= 0xf8ff;

console.log(
  `iconv-lite ${JSON.parse(readFileSync('node_modules/iconv-lite/package.json', 'utf8')).version}, Node ${process.version}`,
);
let astray = 0;
let byNode = 0;
for (const [code, due] of Object.entries(CODES)) {
  const bytes = Buffer.from(code, 'hex');
  const seen = iconv.decode(bytes, 'gb18030').codePointAt(0);
  const ofNode = new TextDecoder('gb18030', { fatal: true }).decode(bytes).codePointAt(0);
  if (isPrivate(seen)) astray += 1;
  if (ofNode === due) byNode += 1;
  console.log(`  ${code}  due ${named(due)}  iconv-lite ${named(seen)}  TextDecoder ${named(ofNode)}`);
}
console.log(
  `  in the private use area by iconv-lite: ${astray} of 18; right by TextDecoder: ${byNode} of 18`,
);
const written = iconv.encode('龴', 'gb18030').toString('hex').toUpperCase();
const again = iconv.decode(Buffer.from(written, 'hex'), 'gb18030');
console.log(`  龴 by iconv-lite: written ${written}, read again ${again}`);
if (astray !== 18 || written !== '82359037' || again !== '龴') {
  console.log('  CHANGED');
  process.exitCode = 1;
}
EOF
node finding.mjs
