#!/usr/bin/env bash
#
# Two hundred in Chinese words, read as a number.
#
# Expected: 两百 is 200 and 两万两千 is 22000, as everybody writes them. 二〇二六 is 2026: 〇 is the zero of numbers in words (GB/T 15835-2011,
#   出版物上数字用法). 一万五 is 15000 and 一百二 is 120: a digit after the last unit counts in the unit below. What a library cannot read
#   it refuses.
# Happens: nzh gives 0 for 两百 and for 两万两千, 5 for 两千零五, 226 for 二〇二六 and 5 for 廿五: what it does not know it leaves out, and
#   the rest is a number like any other. 一万五 is 10005. Its own words have no 两, so that writing and reading back passes. ICU knows
#   两, 〇 and 廿, but gives 10005 and 102; Hutool gives 15000 and 120, and refuses 〇. A number of people, of days or of yuan out of
#   a scanned document hangs on the language of the program.
# Versions: nzh 1.0.14 on Node 20.20.2 and 26.10.0; com.ibm.icu:icu4j 79.1 (RuleBasedNumberFormat) and cn.hutool:hutool-core 5.8.38 on
#   Java 17 (Maven fetches both). Seen 2026-11-30.
# Instead: counts and terms are entered as digits; no number is read out of words.

set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' >package.json
npm install --no-audit --no-fund --loglevel=error --save-exact --ignore-scripts nzh@1.0.14
cat >pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>cn.hutool</groupId><artifactId>hutool-core</artifactId><version>5.8.38</version></dependency>
    <dependency><groupId>com.ibm.icu</groupId><artifactId>icu4j</artifactId><version>79.1</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=jars

cat >Finding.java <<'JAVA'
import cn.hutool.core.convert.NumberChineseFormatter;
import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.nio.charset.StandardCharsets;

public class Finding {
  static String byHutool(String words) {
    try {
      return String.valueOf(NumberChineseFormatter.chineseToNumber(words));
    } catch (IllegalArgumentException refused) {
      return "refused";
    }
  }

  /** Reads the words that come by standard input; prints what ICU and Hutool make of each. */
  public static void main(String[] arguments) throws Exception {
    var icu = new RuleBasedNumberFormat(ULocale.CHINA, RuleBasedNumberFormat.SPELLOUT);
    for (var words : new String(System.in.readAllBytes(), StandardCharsets.UTF_8).split(" ")) {
      System.out.println(icu.parse(words) + " " + byHutool(words));
    }
  }
}
JAVA
cat >finding.mjs <<'JS'
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import Nzh from 'nzh';

/** Words; what nzh, ICU and Hutool make of them. */
const CASES = [
  ['两百', '0', '200', '200'],
  ['两万两千', '0', '22000', '22000'],
  ['两千零五', '5', '2005', '2005'],
  ['二〇二六', '226', '2026', 'refused'],
  ['廿五', '5', '25', 'refused'],
  ['一万五', '10005', '10005', '15000'],
  ['一百二', '102', '102', '120'],
  ['二百五十', '250', '250', '250'],
];
/** Prints what each reader gives, and fails when it is no longer what was seen. */
let changed = false;
const see = (reader, seen, described) => {
  const same = seen === described;
  changed ||= !same;
  return `${reader} ${seen}${same ? '' : ` (CHANGED: was ${described})`}`;
};
const version = JSON.parse(readFileSync('node_modules/nzh/package.json', 'utf8')).version;
console.log(`Node ${process.version}, nzh ${version}, icu4j 79.1, hutool-core 5.8.38`);

const input = CASES.map(([words]) => words).join(' ');
const ofJava = execFileSync('java', ['-cp', 'jars/*', 'Finding.java'], { input, encoding: 'utf8' }).trim().split('\n');
CASES.forEach(([words, byNzh, byIcu, byHutool], at) => {
  const [icu, hutool] = ofJava[at].split(' ');
  console.log(`  ${words}: ${see('nzh', String(Nzh.cn.decodeS(words)), byNzh)}, ${see('icu4j', icu, byIcu)}, ${see('hutool', hutool, byHutool)}`);
});
process.exitCode = changed ? 1 : 0;
JS
node finding.mjs
