#!/usr/bin/env bash
#
# The public holidays of China in 2026, by the usual library of holidays.
#
# Expected: type `public` means the thirteen days that are everybody's by law: 1 of New Year, 4 of Spring Festival from its eve,
#   Qingming, 2 of May Day, Dragon Boat, Mid-Autumn, 3 of National Day (全国年节及纪念日放假办法, article 2, as amended by order 795 of the
#   State Council, in force since 1 January 2025).
# Happens: date-holidays still has the eleven of before 2025, without 19 February and 2 May. It has four more of the same type that
#   are nobody's day off as a whole: of women, of youth and of soldiers (half a day for them), and of children (article 3). 1 June
#   2026 is a Monday like any other; a term counted past it is a day too long, one counted past 19 February a day too short. The
#   working Saturdays that a notice orders each year, such as 14 February 2026, it does not have by design. chinese-days has all
#   three right.
# Versions: date-holidays 3.37.0; right: chinese-days 1.5.7. Node 20.20.2 and 26.10.0. Seen 2026-11-30.
# Instead: a calendar is data, year by year, from the notice of the State Council, which it names; a year without one is reported as
#   unknown.

set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' >package.json
npm install --no-audit --no-fund --loglevel=error --save-exact --ignore-scripts chinese-days@1.5.7 date-holidays@3.37.0

cat >finding.mjs <<'JS'
import { readFileSync } from 'node:fs';
import chineseDays from 'chinese-days';
import Holidays from 'date-holidays';

const BY_LAW = [
  '2026-01-01',
  '2026-02-16',
  '2026-02-17',
  '2026-02-18',
  '2026-02-19',
  '2026-04-05',
  '2026-05-01',
  '2026-05-02',
  '2026-06-19',
  '2026-09-25',
  '2026-10-01',
  '2026-10-02',
  '2026-10-03',
];

/** Prints what each library says, and fails when it is no longer what was seen. */
let changed = false;
const see = (library, what, days, described) => {
  const seen = days.join(' ');
  const same = seen === described;
  changed ||= !same;
  console.log(`  ${library.padEnd(22)} ${what.padEnd(28)} ${seen}${same ? '' : `   CHANGED: was ${described}`}`);
};
const version = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version;
const named = (name) => `${name} ${version(name)}`;
console.log(`Node ${process.version}`);

const ofDateHolidays = new Holidays('CN')
  .getHolidays(2026)
  .filter(({ type }) => type === 'public')
  .map(({ date }) => date.slice(0, 10));
const missing = BY_LAW.filter((day) => !ofDateHolidays.includes(day));
const added = ofDateHolidays.filter((day) => !BY_LAW.includes(day));
const ADDED = '2026-03-08 2026-05-04 2026-06-01 2026-08-01';
see(named('date-holidays'), 'by law, but not here', missing, '2026-02-19 2026-05-02');
see(named('date-holidays'), 'public here, but not by law', added, ADDED);

const { isHoliday, isWorkday } = chineseDays;
see(named('chinese-days'), 'by law, but a working day', BY_LAW.filter((day) => !isHoliday(day)), '');
const WORKING = '2026-02-14 2026-06-01';
see(named('chinese-days'), 'working days', WORKING.split(' ').filter((day) => isWorkday(day)), WORKING);
process.exitCode = changed ? 1 : 0;
JS
TZ=Asia/Shanghai node finding.mjs
