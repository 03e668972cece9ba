#!/usr/bin/env bash
#
# Half past nine in the Chinese format of a time, and a percent sign that is only text.
#
# Expected: a cell of 2 March, 9:30, with the format `h"时"mm"分"` shows 9时30分: `mm` next to hours are minutes, whatever text stands
#   between (ECMA-376 part 1, 18.8.31). 12.5 with `0.0\%` shows 12.5%: only a bare sign multiplies by 100, an escaped one is text.
# Happens: EasyExcel, a usual reader of workbooks in Chinese Java programs, gives 9时03分: the month. All times of March are three
#   minutes past their hour, and those of December twelve; the hour is right, so nobody looks twice. `h:mm` is right, and so are the
#   seconds. Of 12.5% it makes 1250.0%. Either is what a field of type String, or a row read as a map, receives.
# Versions: com.alibaba:easyexcel 4.0.3 on Java 17 (Maven fetches it). Seen 2026-11-30.
# Instead: our reader takes day and time from the number of the cell and writes them in one way, whatever the cell shows.

set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

cat >pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>com.alibaba</groupId><artifactId>easyexcel</artifactId><version>4.0.3</version></dependency>
    <dependency><groupId>org.apache.logging.log4j</groupId><artifactId>log4j-core</artifactId><version>2.25.3</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>1.7.36</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=jars

cat >Finding.java <<'JAVA'
import com.alibaba.excel.EasyExcel;
import java.io.File;
import java.io.FileOutputStream;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

public class Finding {
  record Case(String format, double number, String described) {}

  static final double HALF_PAST_NINE = 46083 + (9.5 * 3600 + 15) / 86400;
  static final List<Case> CASES = List.of(
      new Case("h:mm", HALF_PAST_NINE, "9:30"),
      new Case("h\"时\"mm\"分\"", HALF_PAST_NINE, "9时03分"),
      new Case("yyyy\"年\"m\"月\"d\"日\" h\"时\"mm\"分\"", HALF_PAST_NINE, "2026年3月2日 9时03分"),
      new Case("h\"时\"mm\"分\"ss\"秒\"", HALF_PAST_NINE, "9时03分15秒"),
      new Case("0%", 0.125, "13%"),
      new Case("0.0\\%", 12.5, "1250.0%"));

  static void write(File file) throws Exception {
    try (var book = new XSSFWorkbook(); var out = new FileOutputStream(file)) {
      var row = book.createSheet("Items").createRow(0);
      for (var each : CASES) {
        var style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat(each.format()));
        var cell = row.createCell(CASES.indexOf(each));
        cell.setCellValue(each.number());
        cell.setCellStyle(style);
      }
      book.write(out);
    }
  }

  /** Prints what the reader gives, and fails when it is no longer what was seen. */
  public static void main(String[] arguments) throws Exception {
    System.out.println("easyexcel 4.0.3, Java " + Runtime.version().feature());
    var file = new File("items.xlsx");
    write(file);
    List<Map<Integer, String>> rows = EasyExcel.read(file).headRowNumber(0).sheet().doReadSync();
    var changed = false;
    for (var each : CASES) {
      var seen = rows.get(0).get(CASES.indexOf(each));
      var same = each.described().equals(seen);
      changed |= !same;
      System.out.printf("  %-32s %s%s%n", each.format(), seen, same ? "" : "   CHANGED: was " + each.described());
    }
    System.exit(changed ? 1 : 0);
  }
}
JAVA
java -Dfile.encoding=UTF-8 -Dsun.stdout.encoding=UTF-8 -cp 'jars/*' Finding.java
