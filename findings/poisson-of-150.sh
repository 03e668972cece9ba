#!/usr/bin/env bash
#
# The chance of 150 cases in a month that usually has 150.
#
# Expected: 0.0326 by the Poisson distribution, and 0.5217 for at most 150. A double holds every step: the two factors are e^-150,
#   about 7e-66, and 150^150 / 150!, about 5e+63.
# Happens: jStat gives Infinity for either, because it computes 150^150 and 150! apart, and from 144 on the power is beyond a
#   double; from 171 on, when 150! is too, it gives NaN. `binomial.pdf` gives Infinity from 1030 trials on, while `binomial.cdf`
#   stays right. No error is raised, and `chance < 0.05` is false of either: a watch for unusual months falls silent for whoever has
#   many cases. simple-statistics, which multiplies step by step, is right.
# Versions: jstat 1.9.6; right: simple-statistics 7.12.1. Node 20.20.2 and 26.10.0. Seen 2026-11-30.
# Instead: what is unusual is found by counts and by limits that a rule set names, in integers.

set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' >package.json
npm install --no-audit --no-fund --loglevel=error --save-exact --ignore-scripts jstat@1.9.6 simple-statistics@7.12.1

cat >finding.mjs <<'JS'
import { readFileSync } from 'node:fs';
import jStat from 'jstat';
import { poissonDistribution } from 'simple-statistics';

/** Prints what each library gives, and fails when it is no longer what was seen. */
let changed = false;
const see = (library, what, chance, described) => {
  const seen = Number.isFinite(chance) ? chance.toFixed(4) : String(chance);
  const same = seen === described;
  changed ||= !same;
  console.log(`  ${library.padEnd(24)} ${what.padEnd(31)} ${seen}${same ? '' : `   CHANGED: was ${described}`}`);
};
const version = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version;
const named = (name) => `${name} ${version(name)}`;
console.log(`Node ${process.version}`);

const { binomial, poisson } = jStat;
see(named('jstat'), '143 where 143 is usual', poisson.pdf(143, 143), '0.0333');
see(named('jstat'), '144 where 144 is usual', poisson.pdf(144, 144), 'Infinity');
see(named('jstat'), '150 where 150 is usual', poisson.pdf(150, 150), 'Infinity');
see(named('simple-statistics'), '150 where 150 is usual', poissonDistribution(150)[150], '0.0326');
see(named('jstat'), 'at most 150 where 150 is usual', poisson.cdf(150, 150), 'Infinity');
see(named('jstat'), '200 where 200 is usual', poisson.pdf(200, 200), 'NaN');
see(named('jstat'), '514 of 1029 by a coin', binomial.pdf(514, 1029, 0.5), '0.0249');
see(named('jstat'), '515 of 1030 by a coin', binomial.pdf(515, 1030, 0.5), 'Infinity');
see(named('jstat'), 'at most 515 of 1030 by a coin', binomial.cdf(515, 1030, 0.5), '0.5124');
process.exitCode = changed ? 1 : 0;
JS
node finding.mjs
