#!/usr/bin/env bash
#
# A name with its pronunciation, read in two ways by one library.
#
# Expected: a cell with 王琨 and the pinyin wángkūn above it holds 王琨: a phonetic run is a hint how to read, beside the text and no
#   part of it (ECMA-376 part 1, 18.4.6). One library reads one file in one way.
# Happens: Apache POI's Workbook gives 王琨; its reader for files too large for that gives 王琨 wángkūn, as ReadOnlySharedStringsTable
#   adds the pronunciation unless a second argument of the constructor says no. Of its two extractors of text, each in its usual
#   setting, one has it and one has not. Who changes from one to the other to save memory gets other names, and only of those people
#   whose name somebody thought hard to read.
# Versions: org.apache.poi:poi-ooxml 5.5.1 on Java 17 (Maven fetches it). Seen 2026-11-30.
# Instead: our reader leaves out phonetic runs, in shared strings and in those of the cell, and a test holds it to that.

set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

cat >pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>org.apache.poi</groupId><artifactId>poi-ooxml</artifactId><version>5.5.1</version></dependency>
    <dependency><groupId>org.apache.logging.log4j</groupId><artifactId>log4j-core</artifactId><version>2.25.3</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=jars

cat >Finding.java <<'JAVA'
import java.io.File;
import java.io.FileOutputStream;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.extractor.XSSFEventBasedExcelExtractor;
import org.apache.poi.xssf.extractor.XSSFExcelExtractor;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

public class Finding {
  static boolean changed = false;

  static void write(File file) throws Exception {
    try (var book = new XSSFWorkbook(); var out = new FileOutputStream(file)) {
      var name = new XSSFRichTextString("王琨");
      var pronunciation = name.getCTRst().addNewRPh();
      pronunciation.setSb(0);
      pronunciation.setEb(2);
      pronunciation.setT("wángkūn");
      book.createSheet("Items").createRow(0).createCell(0).setCellValue(name);
      book.write(out);
    }
  }

  /** Prints what a reader gives, and fails when it is no longer what was seen. */
  static void see(String reader, String text, String described) {
    var seen = text.strip().replace("Items\n", "");
    var same = seen.equals(described);
    changed |= !same;
    System.out.printf("  %-34s %s%s%n", reader, seen, same ? "" : "   CHANGED: was " + described);
  }

  public static void main(String[] arguments) throws Exception {
    System.out.println("poi-ooxml 5.5.1, Java " + Runtime.version().feature());
    var file = new File("items.xlsx");
    write(file);
    try (var book = WorkbookFactory.create(file)) {
      see("Workbook", book.getSheetAt(0).getRow(0).getCell(0).getStringCellValue(), "王琨");
    }
    try (var parts = OPCPackage.open(file, PackageAccess.READ)) {
      see("ReadOnlySharedStringsTable", new ReadOnlySharedStringsTable(parts).getItemAt(0).getString(), "王琨 wángkūn");
      see("ReadOnlySharedStringsTable, false", new ReadOnlySharedStringsTable(parts, false).getItemAt(0).getString(), "王琨");
      see("XSSFEventBasedExcelExtractor", new XSSFEventBasedExcelExtractor(parts).getText(), "王琨 wángkūn");
      see("XSSFExcelExtractor", new XSSFExcelExtractor(parts).getText(), "王琨");
    }
    System.exit(changed ? 1 : 0);
  }
}
JAVA
java -Dfile.encoding=UTF-8 -Dsun.stdout.encoding=UTF-8 -cp 'jars/*' Finding.java
