#!/usr/bin/env bash
#
# A report that is due again and again, in an invitation that any calendar reads.
#
# Expected: one RRULE is one series of days, whichever library expands it. `BYMONTHDAY=28,29,30,31;BYSETPOS=-1` is the last day of each
#   month; a day that does not exist, such as 29 February 2025, "MUST be ignored"; `FREQ=YEARLY;BYMONTHDAY=1` is the first of every
#   month, as BYMONTHDAY expands a year; the weekday that a rule does not name is that of its start (RFC 5545, 3.3.10).
# Happens: ical.js, the library of Thunderbird's calendar, gives 28, 29 and 30 April for the last day of April, 1 March for 29 February,
#   every Friday for that of the year's last week, and every Monday for the twentieth. None of four libraries has all rules right: of
#   `FREQ=YEARLY;BYMONTHDAY=1`, ical.js and ical4j make one day a year; of the first week of a year, rrule makes seven days and ical.js
#   none; rrule-temporal leaves out a start on 1 January that belongs to the last week of the year before. Nothing is reported, as
#   every rule is valid. Two people with one invitation come on different days.
# Versions: ical.js 2.2.1, rrule 2.8.1, rrule-temporal 2.2.8; Node 20.20.2 and 26.10.0. org.mnode.ical4j:ical4j 4.0.8 on Java 17
#   (Maven fetches it). Seen 2026-11-30.
# Instead: we hand out no calendar file; every due date is a day of its own, counted once.

set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' >package.json
npm install --no-audit --no-fund --loglevel=error --save-exact --ignore-scripts ical.js@2.2.1 rrule@2.8.1 rrule-temporal@2.2.8
cat >pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>org.mnode.ical4j</groupId><artifactId>ical4j</artifactId><version>4.0.8</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.17</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=jars

cat >Finding.java <<'JAVA'
import java.time.LocalDateTime;
import java.util.stream.Collectors;
import net.fortuna.ical4j.model.Recur;

public class Finding {
  /** Takes pairs of start and rule, and prints the first four days of each. */
  public static void main(String[] pairs) {
    for (var at = 0; at < pairs.length; at += 2) {
      var start = LocalDateTime.parse(pairs[at] + "T09:00:00");
      var days = new Recur<LocalDateTime>(pairs[at + 1]).getDates(start, start, start.plusYears(40));
      System.out.println(days.stream().limit(4).map(each -> each.toString().substring(0, 10)).collect(Collectors.joining(" ")));
    }
  }
}
JAVA
cat >finding.mjs <<'JS'
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';
import rrule from 'rrule';
import { RRuleTemporal } from 'rrule-temporal';

/** Start; rule; its first four days; what libraries give that have others. */
const CASES = [
  [
    '2026-03-31',
    'FREQ=MONTHLY;COUNT=4;BYMONTHDAY=28,29,30,31;BYSETPOS=-1',
    '2026-03-31 2026-04-30 2026-05-31 2026-06-30',
    { ical: '2026-03-31 2026-04-28 2026-04-29 2026-04-30' },
  ],
  ['2024-02-29', 'FREQ=YEARLY;COUNT=4', '2024-02-29 2028-02-29 2032-02-29 2036-02-29', { ical: '2024-02-29 2025-03-01 2026-03-01 2027-03-01' }],
  [
    '2026-01-01',
    'FREQ=YEARLY;COUNT=4;BYMONTHDAY=1',
    '2026-01-01 2026-02-01 2026-03-01 2026-04-01',
    { ical: '2026-01-01 2027-01-01 2028-01-01 2029-01-01', ical4j: '2026-01-01 2027-01-01 2028-01-01 2029-01-01' },
  ],
  [
    '2027-01-01',
    'FREQ=YEARLY;COUNT=4;BYWEEKNO=-1;BYDAY=FR',
    '2027-01-01 2027-12-31 2028-12-29 2029-12-28',
    { ical: '2027-01-01 2027-01-08 2027-01-15 2027-01-22', temporal: '2027-12-31 2028-12-29 2029-12-28 2030-12-27' },
  ],
  [
    '2026-05-18',
    'FREQ=YEARLY;COUNT=4;BYDAY=20MO',
    '2026-05-18 2027-05-17 2028-05-15 2029-05-14',
    { ical: '2026-05-18 2026-05-25 2026-06-01 2026-06-08' },
  ],
  [
    '2027-01-04',
    'FREQ=YEARLY;COUNT=4;BYWEEKNO=1',
    '2027-01-04 2028-01-03 2029-01-01 2029-12-31',
    { ical: '', rrule: '2027-01-04 2027-01-05 2027-01-06 2027-01-07' },
  ],
  ['2026-01-30', 'FREQ=MONTHLY;COUNT=4;BYDAY=-1FR', '2026-01-30 2026-02-27 2026-03-27 2026-04-24', {}],
];
const LIBRARIES = {
  ical: (start, rule) => {
    const days = [];
    const walk = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromString(`${start}T09:00:00`));
    for (let day = walk.next(); day && days.length < 4; day = walk.next()) days.push(day.toString());
    return days;
  },
  rrule: (start, rule) =>
    rrule
      .rrulestr(`DTSTART:${start.replaceAll('-', '')}T090000Z\nRRULE:${rule}`)
      .all()
      .map((day) => day.toISOString()),
  temporal: (start, rule) =>
    new RRuleTemporal({ rruleString: `DTSTART;TZID=UTC:${start.replaceAll('-', '')}T090000\nRRULE:${rule}` })
      .all()
      .map((day) => day.toString()),
};
/** Prints the days that each gives, and fails when they are no longer what was seen. */
let changed = false;
const see = (library, seen, described) => {
  const same = seen === described;
  changed ||= !same;
  console.log(`    ${library.padEnd(22)} ${seen}${same ? '' : `   CHANGED: was ${described}`}`);
};
const named = (name) => `${name} ${JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version}`;
console.log(`Node ${process.version}`);

const ofJava = execFileSync('java', ['-cp', 'jars/*', 'Finding.java', ...CASES.flatMap(([start, rule]) => [start, rule])], {
  encoding: 'utf8',
}).split('\n');
CASES.forEach(([start, rule, right, others], at) => {
  const days = (by) => LIBRARIES[by](start, rule).map((day) => day.slice(0, 10)).join(' ');
  console.log(`  from ${start}, ${rule}`);
  see(named('rrule-temporal'), days('temporal'), others.temporal ?? right);
  see(named('ical.js'), days('ical'), others.ical ?? right);
  see(named('rrule'), days('rrule'), others.rrule ?? right);
  see('ical4j 4.0.8', ofJava[at].trim(), others.ical4j ?? right);
});
process.exitCode = changed ? 1 : 0;
JS
node finding.mjs
