#!/usr/bin/env bash
#
# An instant with more than three digits of a second, read in a Chinese Java program.
#
# Expected: `2026-03-02T10:00:00.1234567Z` is ten o'clock and 123 thousandths, and a second has as many digits as its writer likes
#   (RFC 3339, 5.6). Java's `Instant` writes six where the clock has them, programs of .NET seven.
# Happens: Hutool, the usual toolbox of such programs, takes the digits for a number of thousandths: 1234567 of them are twenty minutes
#   and 34 seconds, 123456 two minutes. An answer given at ten to six is late. Of `.5Z` it makes five thousandths, so half a second
#   comes before a tenth. Of the same instant with +00:00 instead of Z, or with +08:00, six and seven digits are right, and three
#   always are, as tests have them. Nine are refused. The order of events changes with the number of digits, by the second.
# Versions: cn.hutool:hutool-core 5.8.44 on Java 17 (Maven fetches it); right: java.time of Java 17. Seen 2026-12-01.
# Instead: the instants that our log sets have three digits each, and readers of its messages order by `sequence`.

set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

cat >pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>cn.hutool</groupId><artifactId>hutool-core</artifactId><version>5.8.44</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=jars

cat >Finding.java <<'JAVA'
import cn.hutool.core.date.DateException;
import cn.hutool.core.date.DateUtil;
import java.time.OffsetDateTime;
import java.util.TimeZone;

public class Finding {
  static boolean changed;

  static String read(String text) {
    try {
      return DateUtil.parse(text).toInstant().toString();
    } catch (DateException error) {
      return "refused";
    }
  }

  /** Prints what Hutool and java.time make of a text, and fails when Hutool's is no longer what was seen. */
  static void see(String text, String described) {
    var seen = read(text);
    var same = seen.equals(described);
    changed |= !same;
    System.out.printf("  %-34s hutool %-24s java.time %s%s%n", text, seen, OffsetDateTime.parse(text).toInstant(),
        same ? "" : "   CHANGED: was " + described);
  }

  public static void main(String[] arguments) {
    TimeZone.setDefault(TimeZone.getTimeZone("Asia/Shanghai"));
    System.out.println("hutool-core 5.8.44, Java " + Runtime.version().feature());
    see("2026-03-02T10:00:00.123Z", "2026-03-02T10:00:00.123Z");
    see("2026-03-02T10:00:00.5Z", "2026-03-02T10:00:00.005Z");
    see("2026-03-02T10:00:00.123456Z", "2026-03-02T10:02:03.456Z");
    see("2026-03-02T10:00:00.1234567Z", "2026-03-02T10:20:34.567Z");
    see("2026-03-02T10:00:00.1234567+00:00", "2026-03-02T10:00:00.123Z");
    see("2026-03-02T18:00:00.1234567+08:00", "2026-03-02T10:00:00.123Z");
    see("2026-03-02T10:00:00.123456789Z", "refused");
    System.exit(changed ? 1 : 0);
  }
}
JAVA
java -cp 'jars/*' Finding.java
