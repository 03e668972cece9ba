#!/usr/bin/env bash
#
# Amounts with two decimals, in a file of Apache Arrow.
#
# Expected: a column of type decimal, with precision 18 and scale 2, holds 12.50 as the integer 1250, and its type says that two digits
#   stand behind the point (Arrow columnar format, Schema.fbs, Decimal). A reader gives 12.50, as Arrow's own for Java does.
# Happens: Arrow for JavaScript gives 1250. The value is an object that makes the bare integer of itself, as a text, as a number, in
#   JSON and in the printed table; in JSON it has two pairs of quotes, too. Only `valueOf`, when it is handed the scale of the type,
#   gives 12.5. So all amounts are a hundred times too high, none looks wrong, and their shares are right. Columns of floats
#   and of integers, from which one learns the library, are read as they are.
# Versions: apache-arrow 21.2.0 on Node 20.20.2 and 26.10.0; right: org.apache.arrow:arrow-vector 18.3.0 on Java 17 (Maven fetches it).
#   Seen 2026-12-01.
# Instead: what we export is text, workbooks and JSON, and a rate in it is a whole number of per mille.

set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' >package.json
npm install --no-audit --no-fund --loglevel=error --save-exact --ignore-scripts apache-arrow@21.2.0
cat >pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>org.apache.arrow</groupId><artifactId>arrow-vector</artifactId><version>18.3.0</version></dependency>
    <dependency><groupId>org.apache.arrow</groupId><artifactId>arrow-memory-unsafe</artifactId><version>18.3.0</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.16</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=jars

cat >Finding.java <<'JAVA'
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.math.BigDecimal;
import java.util.List;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.DecimalVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowFileReader;
import org.apache.arrow.vector.ipc.ArrowFileWriter;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;

public class Finding {
  /** Writes the amounts into a file, and prints what it reads there. */
  public static void main(String[] amounts) throws Exception {
    var schema = new Schema(List.of(Field.nullable("amount", new ArrowType.Decimal(18, 2, 128))));
    try (var memory = new RootAllocator()) {
      try (var table = VectorSchemaRoot.create(schema, memory); var out = new FileOutputStream("amounts.arrow")) {
        var column = (DecimalVector) table.getVector("amount");
        column.allocateNew(amounts.length);
        for (var at = 0; at < amounts.length; at += 1) {
          column.set(at, new BigDecimal(amounts[at]));
        }
        table.setRowCount(amounts.length);
        try (var writer = new ArrowFileWriter(table, null, out.getChannel())) {
          writer.start();
          writer.writeBatch();
          writer.end();
        }
      }
      try (var in = new FileInputStream("amounts.arrow"); var reader = new ArrowFileReader(in.getChannel(), memory)) {
        reader.loadNextBatch();
        var column = (DecimalVector) reader.getVectorSchemaRoot().getVector("amount");
        for (var at = 0; at < amounts.length; at += 1) {
          System.out.println(column.getObject(at));
        }
      }
    }
  }
}
JAVA
cat >finding.mjs <<'JS'
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { tableFromIPC } from 'apache-arrow';

/** Prints what is read, and fails when it is no longer what was seen. */
let changed = false;
const see = (what, seen, described) => {
  const same = seen === described;
  changed ||= !same;
  console.log(`  ${what.padEnd(26)} ${seen}${same ? '' : `   CHANGED: was ${described}`}`);
};
const { version } = JSON.parse(readFileSync('node_modules/apache-arrow/package.json', 'utf8'));
console.log(`apache-arrow ${version}, Node ${process.version}`);

const AMOUNTS = ['12.50', '-0.07', '1000000.00'];
const java = ['--add-opens=java.base/java.nio=ALL-UNNAMED', '-cp', 'jars/*', 'Finding.java'];
const ofJava = execFileSync('java', [...java, ...AMOUNTS], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
see('arrow-vector 18.3.0', ofJava.trim().split('\n').join(' '), AMOUNTS.join(' '));
const table = tableFromIPC(readFileSync('amounts.arrow'));
const column = table.getChild('amount');
const values = [...column];
see('the type of the column', String(column.type), 'Decimal[18e+2]');
see('as text', values.map(String).join(' '), '1250 -7 100000000');
see('as a number', values.map(Number).join(' '), '1250 -7 100000000');
see('the rows in JSON', JSON.stringify(table.toArray().slice(0, 1)), '[{"amount":"\\"1250\\""}]');
see('valueOf with the scale', values.map((value) => value.valueOf(column.type.scale)).join(' '), '12.5 -0.07 1000000');
process.exitCode = changed ? 1 : 0;
JS
node finding.mjs
