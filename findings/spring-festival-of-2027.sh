#!/usr/bin/env bash
#
# The Spring Festival of 2027, asked twice in one program.
#
# Expected: 6 February 2027 is 正月初一: a month begins on the day, by the clock of Beijing, on which the new moon falls (GB/T
#   33661-2017), and this one is at 23:56. `Intl.DateTimeFormat` with `ca-chinese` says so, and Temporal, in the same Node, the same.
# Happens: Temporal says so. Intl says 腊月三十, the eve, and counts every day of that month one too low, up to 7 March. ICU, which
#   Intl asks, has the new moon some minutes off; where that crosses midnight, a whole month moves. In 2030 it moves the other way:
#   2 February is the festival, a day too early. ICU4J has the same in Java. A test with the festival of 2026 or 2028 passes. The
#   festival and its eve are days off by law, so a term that is counted past them ends on the wrong day.
# Versions: ICU 78.2 (Node 20.20.2) and 78.3 (Node 26.10.0, which has Temporal), com.ibm.icu:icu4j 79.1 on Java 17 (Maven fetches it);
#   right: lunar-javascript 1.7.7. The moon is that of astronomy-engine 2.1.19. Known as ICU-23274. Seen 2026-11-30.
# Instead: a calendar of ours is data, year by year, from the notice of the State Council; no day off is computed from the moon.

set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' >package.json
npm install --no-audit --no-fund --loglevel=error --save-exact --ignore-scripts astronomy-engine@2.1.19 lunar-javascript@1.7.7
cat >pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>com.ibm.icu</groupId><artifactId>icu4j</artifactId><version>79.1</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=jars

cat >Finding.java <<'JAVA'
import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.ChineseCalendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.util.Date;

public class Finding {
  public static void main(String[] days) {
    for (var day : days) {
      var calendar = new ChineseCalendar(TimeZone.getTimeZone("Asia/Shanghai"), ULocale.CHINA);
      calendar.setTime(Date.from(Instant.parse(day + "T04:00:00Z")));
      System.out.println((calendar.get(Calendar.MONTH) + 1) + "/" + calendar.get(Calendar.DAY_OF_MONTH));
    }
  }
}
JAVA
cat >finding.mjs <<'JS'
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { SearchMoonPhase } from 'astronomy-engine';
import lunar from 'lunar-javascript';

/** Month and day of the Chinese calendar: by the moon, and as ICU has them. */
const DAYS = [
  ['2026-02-17', '1/1', '1/1'],
  ['2027-02-05', '12/29', '12/29'],
  ['2027-02-06', '1/1', '12/30'],
  ['2027-02-07', '1/2', '1/1'],
  ['2027-03-07', '1/30', '1/29'],
  ['2028-01-26', '1/1', '1/1'],
  ['2030-02-02', '12/30', '1/1'],
  ['2030-02-03', '1/1', '1/2'],
];
/** Prints what each says, and fails when it is no longer what was seen. */
let changed = false;
const see = (what, seen, described) => {
  const same = seen === described;
  changed ||= !same;
  return `${what} ${seen}${same ? '' : `   CHANGED: was ${described}`}`;
};
const parts = new Intl.DateTimeFormat('en-u-ca-chinese', { month: 'numeric', day: 'numeric', timeZone: 'Asia/Shanghai' });
const byIntl = (day) => {
  const { month, day: of } = Object.fromEntries(
    parts.formatToParts(new Date(`${day}T04:00:00Z`)).map((each) => [each.type, each.value]),
  );
  return `${month}/${of}`;
};
const byTemporal = (day) => {
  const date = globalThis.Temporal.PlainDate.from(day).withCalendar('chinese');
  return `${Number(date.monthCode.slice(1, 3))}/${date.day}`;
};
const byLibrary = (day) => {
  const date = lunar.Solar.fromYmd(...day.split('-').map(Number)).getLunar();
  return `${date.getMonth()}/${date.getDay()}`;
};
const version = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version;
console.log(`Node ${process.version}, ICU ${process.versions.icu}, icu4j 79.1, lunar-javascript ${version('lunar-javascript')}`);

for (const year of [2027, 2030]) {
  const moon = SearchMoonPhase(0, new Date(Date.UTC(year, 0, 25)), 15).date;
  console.log(`  new moon of ${year}, clock of Beijing: ${new Date(moon.getTime() + 8 * 3600_000).toISOString().slice(0, 16)}`);
}
const ofJava = execFileSync('java', ['-cp', 'jars/*', 'Finding.java', ...DAYS.map(([day]) => day)], { encoding: 'utf8' })
  .trim()
  .split('\n');
DAYS.forEach(([day, byMoon, byIcu], at) => {
  const answers = [
    see('lunar-javascript', byLibrary(day), byMoon),
    ...(globalThis.Temporal === undefined ? [] : [see('Temporal', byTemporal(day), byMoon)]),
    see('Intl', byIntl(day), byIcu),
    see('icu4j', ofJava[at], byIcu),
  ];
  console.log(`  ${day}: ${answers.join(', ')}`);
});
process.exitCode = changed ? 1 : 0;
JS
node finding.mjs
