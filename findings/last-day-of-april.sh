#!/usr/bin/env bash
#
# The 31st of April, read by one library.
#
# Expected: `2026-04-31`, as somebody typed it for a due date, is refused, by whichever method of the library reads it: there is no
#   such day (ISO 8601 and java.time's own LocalDate.parse). Or else all methods make the same of it.
# Happens: Hutool, a usual set of tools in Chinese Java programs, has three answers. DateUtil.parse and Convert give 1 May.
#   DateUtil.parse with the format yyyy-MM-dd refuses, and so does LocalDateTimeUtil.parseDate without one; with the same format it
#   gives 30 April. To state the format makes one method stricter and the other laxer. A due date hangs on the line of code that
#   read it, and the day that was typed is nowhere to be found afterwards.
# Versions: cn.hutool:hutool-core 5.8.38 on Java 17 (Maven fetches it). Seen 2026-11-30.
# Instead: a day that does not exist is refused, and the answer says which field it was.

set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

cat >pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>cn.hutool</groupId><artifactId>hutool-core</artifactId><version>5.8.38</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=jars

cat >Finding.java <<'JAVA'
import cn.hutool.core.convert.Convert;
import cn.hutool.core.date.DateException;
import cn.hutool.core.date.DateUtil;
import cn.hutool.core.date.LocalDateTimeUtil;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.function.Supplier;

public class Finding {
  static final String DAY = "2026-04-31";
  static final String FORMAT = "yyyy-MM-dd";
  static boolean changed = false;

  static String outcome(Supplier<Object> read) {
    try {
      return read.get().toString().substring(0, FORMAT.length());
    } catch (DateException | DateTimeException error) {
      return "refused";
    }
  }

  /** Prints what a method makes of the day, and fails when it is no longer what was seen. */
  static void see(String method, Supplier<Object> read, String described) {
    var seen = outcome(read);
    var same = seen.equals(described);
    changed |= !same;
    System.out.printf("  %-40s %s%s%n", method, seen, same ? "" : "   CHANGED: was " + described);
  }

  public static void main(String[] arguments) {
    System.out.println("hutool-core 5.8.38, Java " + Runtime.version().feature());
    see("LocalDate.parse of java.time", () -> LocalDate.parse(DAY), "refused");
    see("DateUtil.parse", () -> DateUtil.parse(DAY), "2026-05-01");
    see("DateUtil.parse, with format", () -> DateUtil.parse(DAY, FORMAT), "refused");
    see("DateUtil.parse, 2026年04月31日", () -> DateUtil.parse("2026年04月31日"), "2026-05-01");
    see("Convert.convert to LocalDate", () -> Convert.convert(LocalDate.class, DAY), "2026-05-01");
    see("LocalDateTimeUtil.parseDate", () -> LocalDateTimeUtil.parseDate(DAY), "refused");
    see("LocalDateTimeUtil.parseDate, with format", () -> LocalDateTimeUtil.parseDate(DAY, FORMAT), "2026-04-30");
    System.exit(changed ? 1 : 0);
  }
}
JAVA
java -Duser.timezone=Asia/Shanghai -Dfile.encoding=UTF-8 -Dsun.stdout.encoding=UTF-8 -cp 'jars/*' Finding.java
