#!/usr/bin/env bash
#
# A report due on the last day of every month, as a repeating timer of a process.
#
# Expected: `R/2026-01-31T09:00:00/P1M` is nine o'clock of 31 January and of every month after it: on 28 February, 31 March, 30 April,
#   by the rule of XML Schema that a day past the month's end is its last one (part 2, appendix E: the interval added to the start).
#   Two engines that run BPMN have the same dates.
# Happens: Camunda and Flowable add the month to the date before: after 28 February it is the 28th for ever, and so it is for whoever
#   began on the 29th or the 30th. Reports are asked for up to three days early. bpmn-elements, of JavaScript, adds to the start, but
#   lets the days run over: nothing in February, two reports in March, two in May. Whoever tries it for a month between March and
#   January sees nothing. A cron expression with L is right in Camunda and Flowable.
# Versions: org.camunda.bpm:camunda-engine 7.23.0, org.flowable:flowable-engine 7.1.0 on Java 17 (Maven fetches them), each with a
#   database in memory; bpmn-elements 17.3.0 with @0dep/piso PISO. Node 20.20.2 and 26.10.0. Seen 2026-12-01.
# Instead: no timer of ours repeats; every due date is a day of its own, counted from the day that a rule names.

set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' >package.json
npm install --no-audit --no-fund --loglevel=error --save-exact --ignore-scripts bpmn-elements@17.3.0 bpmn-moddle@MODDLE \
  moddle-context-serializer@MCS @0dep/piso@PISO
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
