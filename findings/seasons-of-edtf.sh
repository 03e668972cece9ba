#!/usr/bin/env bash
#
# A paper of spring 2026, in the date format of archives.
#
# Expected: `2026-21` is spring of 2026, and a day in April belongs to it: a first quarter has a number of its own, `2026-33` (Extended
#   Date/Time Format, levels 1 and 2, in ISO 8601-2:2019; PREMIS and MODS take such dates). `[2026-03-01..2026-03-03]` is one of three
#   days, at the latest 3 March.
# Happens: edtf.js has spring from January to March: it covers 15 February and not 15 April, as if it were the quarter. Of the three days,
#   the latest is 1 March, and of the months {2026-03..2026-05} only March is left. edtf-ts has spring from March to May, 3 March, and
#   all three months. A search in an archive finds the papers of winter under spring, by the library that built its index.
# Versions: edtf 4.11.1, @edtf-ts/core 0.4.2, Node 20.20.2 and 26.10.0. Seen 2026-11-30.
# Instead: every date of ours is a day, and a due date never a season.

set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' >package.json
npm install --no-audit --no-fund --loglevel=error --save-exact --ignore-scripts edtf@4.11.1 @edtf-ts/core@0.4.2

cat >finding.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { parse } from '@edtf-ts/core';
import edtf from 'edtf';

/** Date; first and last day by edtf.js, and by edtf-ts. */
const CASES = [
  ['2026-21', '2026-01-01 to 2026-03-31', '2026-03-01 to 2026-05-31'],
  ['2026-24', '2026-10-01 to 2026-12-31', '2026-12-01 to 2027-02-28'],
  ['2026-33', '2026-01-01 to 2026-03-31', '2026-01-01 to 2026-03-31'],
  ['[2026-03-01..2026-03-03]', '2026-03-01 to 2026-03-01', '2026-03-01 to 2026-03-03'],
  ['{2026-03..2026-05}', '2026-03-01 to 2026-03-31', '2026-03-01 to 2026-05-31'],
  ['2026-03', '2026-03-01 to 2026-03-31', '2026-03-01 to 2026-03-31'],
];
/** Prints what each library gives, and fails when it is no longer what was seen. */
let changed = false;
const see = (library, seen, described) => {
  const same = seen === described;
  changed ||= !same;
  console.log(`    ${library.padEnd(20)} ${seen}${same ? '' : `   CHANGED: was ${described}`}`);
};
const day = (moment) => new Date(moment).toISOString().slice(0, 10);
const range = ({ min, max }) => `${day(min)} to ${day(max)}`;
const named = (name) => `${name} ${JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version}`;
console.log(`Node ${process.version}`);

for (const [text, first, second] of CASES) {
  console.log(`  ${text}`);
  see(named('edtf'), range(edtf(text)), first);
  see(named('@edtf-ts/core'), range(parse(text).value), second);
}
const spring = edtf('2026-21');
see('edtf, spring covers', ['2026-02-15', '2026-04-15'].filter((each) => spring.covers(edtf(each))).join(' '), '2026-02-15');
process.exitCode = changed ? 1 : 0;
JS
node finding.mjs
