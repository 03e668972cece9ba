#!/usr/bin/env bash
#
# A report due at the end of every month, and a due date without hyphens, as timers of a process.
#
# Expected: a timer of BPMN is written by ISO 8601, whose basic format has 2 March 2026 as `20260302`. `R/2026-01-31T09:00:00/P1M` is
#   nine o'clock of 31 January and each month after it: 28 February, 31 March, 30 April, if every month is counted from the start
#   that is named, and a day past the month's end is its last (XML Schema part 2, appendix E). The standard says only that the
#   intervals follow each other, but engines of one notation agree.
# Happens: Camunda and Flowable count from the date before. After 28 February it is the 28th for ever, also for who began on the 29th or
#   30th: the report is asked for up to three days early. bpmn-elements counts from the start and lets days run over: none in
#   February, two in March, two in May. 20260302 is, in Camunda and Flowable, the beginning of the year 20260302: the process is
#   deployed, its timer is set, as the database takes such a year, and never fires. bpmn-elements has 2 March.
# Versions: org.camunda.bpm:camunda-engine 7.23.0 and org.flowable:flowable-engine 7.1.0 on Java 17 (Maven fetches them), each with a
#   database in memory; @0dep/piso 3.1.0, by which bpmn-elements 17.3.0 reads its timers. Node 20.20.2 and 26.10.0. Seen 2026-12-01.
# Instead: no timer of ours repeats. A due date is a day of its own, in one format, counted by a rule from a day that the rule names.

set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' >package.json
npm install --no-audit --no-fund --loglevel=error --save-exact --ignore-scripts @0dep/piso@3.1.0
cat >pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>org.camunda.bpm</groupId><artifactId>camunda-engine</artifactId><version>7.23.0</version></dependency>
    <dependency><groupId>org.flowable</groupId><artifactId>flowable-engine</artifactId><version>7.1.0</version></dependency>
    <dependency><groupId>com.h2database</groupId><artifactId>h2</artifactId><version>2.3.232</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.16</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=jars

cat >Finding.java <<'JAVA'
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import org.camunda.bpm.engine.impl.util.ClockUtil;

public class Finding {
  static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  static final Date START = Date.from(ZonedDateTime.of(2026, 1, 31, 9, 0, 0, 0, CHINA).toInstant());
  static final String DAY = "<timeDate>20260302</timeDate>";
  static final String MONTHLY = "<timeCycle>R/2026-01-31T09:00:00/P1M</timeCycle>";

  static boolean changed;

  /** A task, and beside it a timer that does not end it. */
  static String process(String timer) {
    return """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="finding">
          <process id="item" isExecutable="true" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" camunda:historyTimeToLive="P30D">
            <startEvent id="start"/><sequenceFlow id="to-task" sourceRef="start" targetRef="task"/>
            <userTask id="task"/><sequenceFlow id="to-end" sourceRef="task" targetRef="end"/><endEvent id="end"/>
            <boundaryEvent id="due" attachedToRef="task" cancelActivity="false">
              <timerEventDefinition>%s</timerEventDefinition>
            </boundaryEvent>
            <sequenceFlow id="to-ask" sourceRef="due" targetRef="ask"/><endEvent id="ask"/>
          </process>
        </definitions>""".formatted(timer);
  }

  static String day(Date due) {
    return due.toInstant().atZone(CHINA).toLocalDate().toString();
  }

  static Date after(Date due) {
    return new Date(due.getTime() + 1000);
  }

  static List<String> inCamunda(String timer, int times) {
    var engine = org.camunda.bpm.engine.ProcessEngineConfiguration.createStandaloneInMemProcessEngineConfiguration()
        .setJobExecutorActivate(false).setJdbcUrl("jdbc:h2:mem:camunda").buildProcessEngine();
    ClockUtil.setCurrentTime(START);
    engine.getRepositoryService().createDeployment().addString("item.bpmn", process(timer)).deploy();
    engine.getRuntimeService().startProcessInstanceByKey("item");
    var days = new ArrayList<String>();
    while (days.size() < times) {
      var job = engine.getManagementService().createJobQuery().singleResult();
      days.add(day(job.getDuedate()));
      if (days.size() < times) {
        ClockUtil.setCurrentTime(after(job.getDuedate()));
        engine.getManagementService().executeJob(job.getId());
      }
    }
    engine.close();
    return days;
  }

  static List<String> inFlowable(String timer, int times) {
    var engine = org.flowable.engine.ProcessEngineConfiguration.createStandaloneInMemProcessEngineConfiguration()
        .setAsyncExecutorActivate(false).setJdbcUrl("jdbc:h2:mem:flowable").buildProcessEngine();
    var clock = engine.getProcessEngineConfiguration().getClock();
    clock.setCurrentTime(START);
    engine.getRepositoryService().createDeployment().addString("item.bpmn", process(timer)).deploy();
    engine.getRuntimeService().startProcessInstanceByKey("item");
    var days = new ArrayList<String>();
    while (days.size() < times) {
      var job = engine.getManagementService().createTimerJobQuery().singleResult();
      days.add(day(job.getDuedate()));
      if (days.size() < times) {
        clock.setCurrentTime(after(job.getDuedate()));
        engine.getManagementService().moveTimerToExecutableJob(job.getId());
        engine.getManagementService().executeJob(job.getId());
      }
    }
    engine.close();
    return days;
  }

  /** Prints the days on which an engine's timer is due, and fails when they are no longer what was seen. */
  static void see(String engine, List<String> seen, String... described) {
    var same = seen.equals(List.of(described));
    changed |= !same;
    System.out.printf("  %-24s %s%s%n", engine, String.join(" ", seen),
        same ? "" : "   CHANGED: was " + String.join(" ", described));
  }

  public static void main(String[] arguments) {
    TimeZone.setDefault(TimeZone.getTimeZone(CHINA));
    String[] drifting = {"2026-02-28", "2026-03-28", "2026-04-28", "2026-05-28", "2026-06-28"};
    System.out.println("Java " + Runtime.version().feature());
    see("camunda-engine 7.23.0", inCamunda(MONTHLY, 5), drifting);
    see("flowable-engine 7.1.0", inFlowable(MONTHLY, 5), drifting);
    see("camunda-engine 7.23.0", inCamunda(DAY, 1), "+20260302-01-01");
    see("flowable-engine 7.1.0", inFlowable(DAY, 1), "+20260302-01-01");
    System.exit(changed ? 1 : 0);
  }
}
JAVA
cat >finding.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { getDate, parseInterval } from '@0dep/piso';

/** Prints the days on which the timer is due, and fails when they are no longer what was seen. */
let changed = false;
const named = `@0dep/piso ${JSON.parse(readFileSync('node_modules/@0dep/piso/package.json', 'utf8')).version}`;
const see = (seen, described) => {
  const same = seen === described;
  changed ||= !same;
  console.log(`  ${named.padEnd(24)} ${seen}${same ? '' : `   CHANGED: was ${described}`}`);
};
const day = (date) => new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Shanghai' }).format(date);
console.log(`Node ${process.version}`);

const monthly = parseInterval('R/2026-01-31T09:00:00+08:00/P1M');
const days = [];
for (let now = new Date('2026-01-31T09:00:01+08:00'); days.length < 5;) {
  const due = monthly.getExpireAt(now);
  days.push(day(due));
  now = new Date(due.getTime() + 1000);
}
see(days.join(' '), '2026-03-03 2026-03-31 2026-05-01 2026-05-31 2026-07-01');
see(day(getDate('20260302')), '2026-03-02');
process.exitCode = changed ? 1 : 0;
JS
TZ=Asia/Shanghai node finding.mjs
java -cp 'jars/*' Finding.java
