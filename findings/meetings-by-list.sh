#!/usr/bin/env bash
#
# Three hearings on days that follow no rule, in one invitation.
#
# Expected: an event that starts on 2 March and has the 10th and the 20th in its RDATE is on three days. Start, rules and listed days
#   make the series together (RFC 5545, 3.8.5.2); the start is "the very first instance in the recurrence set" (3.8.2.4).
# Happens: no library of three for JavaScript has three days. ical.js, that of Thunderbird's calendar, leaves out the first, though it
#   gives it as the event's start. node-ical expands the event to its first day; the others stay an unread text. ts-ics has the first
#   day and nothing of the list. With a rule beside the list, as tests of RDATE have it, ical.js is right, and the two others still
#   lack what was listed. Whoever reads the same file in another program comes on other days. ical4j has all of them.
# Versions: ical.js 2.2.1, node-ical 0.26.1, ts-ics 2.4.6; right: org.mnode.ical4j:ical4j 4.0.8 on Java 17 (Maven fetches it).
#   Node 20.20.2 and 26.10.0. Seen 2026-12-01.
# Instead: we hand out no calendar file; every hearing of a case is an entry with a day of its own.

set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' >package.json
npm install --no-audit --no-fund --loglevel=error --save-exact --ignore-scripts ical.js@2.2.1 node-ical@0.26.1 ts-ics@2.4.6
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
import java.io.FileInputStream;
import java.time.Instant;
import java.time.temporal.Temporal;
import java.util.stream.Collectors;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.component.VEvent;

public class Finding {
  /** Prints the days of the event in each file. */
  public static void main(String[] files) throws Exception {
    for (var file : files) {
      var calendar = new CalendarBuilder().build(new FileInputStream(file));
      var event = (VEvent) calendar.getComponent(Component.VEVENT).orElseThrow();
      var year = new Period<Temporal>(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-12-31T00:00:00Z"));
      var days = event.calculateRecurrenceSet(year);
      System.out.println(days.stream().map(day -> day.getStart().toString().substring(0, 10)).sorted().collect(Collectors.joining(" ")));
    }
  }
}
JAVA
cat >finding.mjs <<'JS'
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { convertIcsCalendar } from 'ts-ics';

/** Prints the days that each library has, and fails when they are no longer what was seen. */
let changed = false;
const see = (library, seen, described) => {
  const same = seen === described;
  changed ||= !same;
  console.log(`    ${library.padEnd(16)} ${seen}${same ? '' : `   CHANGED: was ${described}`}`);
};
const named = (name) => `${name} ${JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version}`;
console.log(`Node ${process.version}`);

const invitation = (...series) =>
  [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//finding//EN', 'BEGIN:VEVENT', 'UID:hearing@example.org'],
    ...['DTSTAMP:20260201T000000Z', 'DTSTART:20260302T010000Z', ...series, 'SUMMARY:Hearing', 'END:VEVENT', 'END:VCALENDAR', ''],
  ].join('\r\n');
const ofIcal = (text) => {
  const days = [];
  const walk = new ICAL.Event(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent')).iterator();
  for (let day = walk.next(); day; day = walk.next()) days.push(day.toString().slice(0, 10));
  return days.join(' ');
};
const year = { from: new Date('2026-01-01'), to: new Date('2026-12-31') };
const ofNodeIcal = (text) =>
  nodeIcal
    .expandRecurringEvent(Object.values(nodeIcal.sync.parseICS(text)).find(({ type }) => type === 'VEVENT'), year)
    .map(({ start }) => start.toISOString().slice(0, 10))
    .join(' ');
/** ts-ics expands nothing by itself: what it says of the event. */
const ofTsIcs = (text) => {
  const { start, recurrenceRule } = convertIcsCalendar(undefined, text).events[0];
  const listed = JSON.stringify(convertIcsCalendar(undefined, text)).includes('2026-03-20');
  return [start.date.toISOString().slice(0, 10), recurrenceRule ? 'a rule' : '', listed ? 'a list' : ''].filter(Boolean).join(', ');
};

const LIST = 'RDATE:20260310T010000Z,20260320T010000Z';
const CASES = [
  {
    title: `a start and a list: ${LIST}`,
    text: invitation(LIST),
    described: ['2026-03-10 2026-03-20', '2026-03-02', '2026-03-02', '2026-03-02 2026-03-10 2026-03-20'],
  },
  {
    title: 'the same with a weekly rule for two days',
    text: invitation('RRULE:FREQ=WEEKLY;COUNT=2', LIST),
    described: [
      '2026-03-02 2026-03-09 2026-03-10 2026-03-20',
      '2026-03-02 2026-03-09',
      '2026-03-02, a rule',
      '2026-03-02 2026-03-09 2026-03-10 2026-03-20',
    ],
  },
];
CASES.forEach(({ text }, at) => writeFileSync(`${at}.ics`, text));
const files = CASES.map((_, at) => `${at}.ics`);
const ofJava = execFileSync('java', ['-cp', 'jars/*', 'Finding.java', ...files], { encoding: 'utf8' }).trim().split('\n');
CASES.forEach(({ title, text, described }, at) => {
  console.log(`  ${title}`);
  see(named('ical.js'), ofIcal(text), described[0]);
  see(named('node-ical'), ofNodeIcal(text), described[1]);
  see(named('ts-ics'), ofTsIcs(text), described[2]);
  see('ical4j 4.0.8', ofJava[at], described[3]);
});
process.exitCode = changed ? 1 : 0;
JS
TZ=UTC node finding.mjs
