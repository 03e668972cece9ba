#!/usr/bin/env bash
#
# A date in the usual Chinese format, as Apache POI shows it.
#
# Expected: 2 March 2026 with the format `yyyy"年"m"月"d"日"` shows 2026年3月2日. DataFormatter is documented to give a cell's data
#   "exactly as it appears in Excel", and the quotes of a format delimit a text, they are not part of it (ECMA-376 part 1, 18.8.31).
# Happens: POI shows 2026"年"3"月"2"日", all six quotes with it; yyyy年m月d日 without them is right. `h"时"mm"分"` it does not take for a
#   time at all, with quotes or without: isADateFormat is false, and half past nine shows 46083.395833333336. With `[DBNum1]`, by
#   which official documents show 二〇二六, it throws. In the format of a number, the quotes of `0"件"` are dropped as they should be.
# Versions: org.apache.poi:poi 5.5.1 on Java 17 (Maven fetches it); 5.4.1 the same. Seen 2026-11-30.
# Instead: our reader takes a format apart by the rules of the standard, and writes a date from the cell's number in one way.

set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

cat >pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>org.apache.poi</groupId><artifactId>poi</artifactId><version>5.5.1</version></dependency>
    <dependency><groupId>org.apache.logging.log4j</groupId><artifactId>log4j-core</artifactId><version>2.25.3</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=jars

cat >Finding.java <<'JAVA'
import java.util.Locale;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;

public class Finding {
  static final double HALF_PAST_NINE = 46083 + 9.5 / 24;
  static final int OWN_FORMAT = 164;
  static boolean changed = false;

  static String shown(double number, String format) {
    try {
      return new DataFormatter(Locale.CHINA).formatRawCellContents(number, OWN_FORMAT, format);
    } catch (IllegalArgumentException error) {
      return error.getMessage();
    }
  }

  /** Prints what POI makes of a format, and fails when it is no longer what was seen. */
  static void see(String format, double number, boolean describedAsDate, String described) {
    var seen = shown(number, format);
    var isDate = DateUtil.isADateFormat(OWN_FORMAT, format);
    var same = seen.equals(described) && isDate == describedAsDate;
    changed |= !same;
    System.out.printf("  %-24s %-9s %s%s%n", format, isDate ? "a date" : "no date", seen, same ? "" : "   CHANGED: was " + described);
  }

  public static void main(String[] arguments) {
    System.out.println("poi 5.5.1, Java " + Runtime.version().feature());
    see("yyyy-mm-dd h:mm", HALF_PAST_NINE, true, "2026-03-02 9:30");
    see("yyyy年m月d日", HALF_PAST_NINE, true, "2026年3月2日");
    see("yyyy\"年\"m\"月\"d\"日\"", HALF_PAST_NINE, true, "2026\"年\"3\"月\"2\"日\"");
    see("h\"时\"mm\"分\"", HALF_PAST_NINE, false, "46083.395833333336");
    see("h时mm分", HALF_PAST_NINE, false, "46083.395833333336");
    see("[DBNum1]yyyy\"年\"", HALF_PAST_NINE, true, "Cannot format given Object as a Number");
    see("0\"件\"", 12, false, "12件");
    System.exit(changed ? 1 : 0);
  }
}
JAVA
java -Dfile.encoding=UTF-8 -Dsun.stdout.encoding=UTF-8 -cp 'jars/*' Finding.java
