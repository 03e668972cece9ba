#!/usr/bin/env bash
#
# A list of names in the order of strokes, as lists of deputies stand.
#
# Expected: 王 毛 方 尹 孔. Names stand by the number of strokes of the surname; those with as many by the first stroke, horizontal,
#   vertical, left-falling, dot, turning, then by the second (GF 3003-1999; 通用规范汉字表, the table of 2013, is in this order).
#   `zh-u-co-stroke` is ICU's collation by strokes, in Node's Intl as in Java.
# Happens: it gives 尹 孔 方 毛 王. ICU counts strokes too, but puts those with as many by their radical, as some dictionaries do. The
#   list looks sorted, four strokes stand with four, so only who knows the order sees that 王 is last who should be first. Of twenty
#   usual surnames, thirteen stand in another place. Who publishes such a list has ranked people, and wrongly, where this order was
#   chosen to rank nobody.
# Versions: ICU 78.2 (Node 20.20.2) and 78.3 (Node 26.10.0), com.ibm.icu:icu4j 79.1 on Java 17 (Maven fetches it). The strokes of a
#   character are those of cnchar-order 3.2.6. Seen 2026-11-30.
# Instead: no list of ours claims the order of strokes; the list of people is in that of code points, the same on every machine.

set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' >package.json
npm install --no-audit --no-fund --loglevel=error --save-exact --ignore-scripts cnchar@3.2.6 cnchar-order@3.2.6
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
import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

public class Finding {
  /** Sorts the names that come by standard input. */
  public static void main(String[] arguments) throws Exception {
    var names = new String(System.in.readAllBytes(), StandardCharsets.UTF_8).split(" ");
    Arrays.sort(names, Collator.getInstance(ULocale.forLanguageTag("zh-u-co-stroke"))::compare);
    System.out.write(String.join(" ", names).getBytes(StandardCharsets.UTF_8));
    System.out.flush();
  }
}
JAVA
cat >finding.mjs <<'JS'
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import cnchar from 'cnchar';
import order from 'cnchar-order';

cnchar.use(order);
const CLASSES = ['一㇀', '丨亅', '丿', '丶㇏'];
const TURNING = 4;
/** The strokes of a character as numbers: horizontal 0, vertical 1, left-falling 2, dot 3, turning 4. */
const strokes = (character) =>
  cnchar.stroke(character, 'order', 'shape')[0].map((shape) => {
    const found = CLASSES.findIndex((each) => each.includes(shape));
    return found === -1 ? TURNING : found;
  });
const byStandard = (names) =>
  names
    .map((name) => ({ name, of: strokes(name) }))
    .toSorted((a, b) => a.of.length - b.of.length || (a.of.join('') < b.of.join('') ? -1 : 1))
    .map(({ name }) => name);
const byIntl = (names) => names.toSorted(new Intl.Collator('zh-u-co-stroke').compare);
const byJava = (names) =>
  execFileSync('java', ['-cp', 'jars/*', 'Finding.java'], { input: names.join(' '), encoding: 'utf8' }).split(' ');

/** Prints the order of each, and fails when it is no longer what was seen. */
let changed = false;
const see = (what, seen, described) => {
  const same = seen === described;
  changed ||= !same;
  console.log(`  ${what.padEnd(34)} ${seen}${same ? '' : `   CHANGED: was ${described}`}`);
};
const named = (name) => `${name} ${JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version}`;
console.log(`Node ${process.version}, ICU ${process.versions.icu}`);

const FIVE = [...'方孔毛王尹'];
const TWENTY = [...'丁马卫王韦毛方尹孔石叶田冯刘孙许李吴张陈'];
see(`by the strokes of ${named('cnchar-order')}`, byStandard(FIVE).join(''), '王毛方尹孔');
see('Intl.Collator', byIntl(FIVE).join(''), '尹孔方毛王');
see('icu4j 79.1', byJava(FIVE).join(''), '尹孔方毛王');
see('twenty, by the strokes', byStandard(TWENTY).join(''), '丁卫马王韦毛方尹孔石叶田冯刘许孙李吴张陈');
see('twenty, Intl.Collator', byIntl(TWENTY).join(''), '丁卫马尹孔方毛王韦冯叶田石刘孙许吴张李陈');
see('twenty, icu4j 79.1', byJava(TWENTY).join(''), '丁卫马尹孔方毛王韦冯叶田石刘孙许吴张李陈');
const standard = byStandard(TWENTY);
see('in another place, of twenty', String(byIntl(TWENTY).filter((name, at) => name !== standard[at]).length), '13');
process.exitCode = changed ? 1 : 0;
JS
node finding.mjs
