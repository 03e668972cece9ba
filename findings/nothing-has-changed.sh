#!/usr/bin/env bash
#
# A survey before and after, in which nobody changed their mind.
#
# Expected: ten people who give the same mark twice are no sign of a change. Pairs without a difference are left out of the signed-rank
#   test (Wilcoxon 1945), or their ranks count for neither side (Pratt 1959). Which of the two surveys is named first makes no
#   difference, as the test is documented to be two-sided.
# Happens: Commons Math gives p = 0.002 for ten equal pairs: highly significant. It ranks them too, and gives their ranks to the side
#   of those who went down. Of twelve pairs with one up, one down and ten equal, p is 0.027, not 1. With the marks of fifteen people,
#   it is 0.002 one way round and 0.018 the other. Marks from one to five are often equal twice, so this is the usual case, and
#   nothing is reported: the documentation assumes "a continuous population" and does not say what happens in another.
# Versions: commons-math3 3.6.1, the last release of the line; right: hipparchus-stat 4.0.2, which was forked from it, and refuses
#   pairs that are all equal. Java 17 (Maven fetches both). Seen 2026-11-30.
# Instead: we test no hypothesis; rules compare counts and whole per mille of a wave with limits of a rule set.

set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

cat >pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>org.apache.commons</groupId><artifactId>commons-math3</artifactId><version>3.6.1</version></dependency>
    <dependency><groupId>org.hipparchus</groupId><artifactId>hipparchus-stat</artifactId><version>4.0.2</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=jars

cat >Finding.java <<'JAVA'
import java.util.Locale;

public class Finding {
  static boolean changed;

  static void see(String what, double seen, String described) {
    var text = String.format(Locale.ROOT, "%.4f", seen);
    changed |= !text.equals(described);
    System.out.println("    " + what + " " + text + (text.equals(described) ? "" : "   CHANGED: was " + described));
  }

  /** Prints the p-values, and fails when they are no longer what was seen. */
  static void compare(String title, double[] before, double[] after, String exact, String byRanks, String right) {
    var math = new org.apache.commons.math3.stat.inference.WilcoxonSignedRankTest();
    System.out.println("  " + title);
    see("commons-math3 3.6.1, exact:          ", math.wilcoxonSignedRankTest(before, after, true), exact);
    see("commons-math3 3.6.1, by normal curve:", math.wilcoxonSignedRankTest(before, after, false), byRanks);
    if (right != null) {
      var forked = new org.hipparchus.stat.inference.WilcoxonSignedRankTest();
      see("hipparchus-stat 4.0.2:               ", forked.wilcoxonSignedRankTest(before, after, false), right);
    }
  }

  public static void main(String[] arguments) {
    double[] first = {5, 5, 4, 4, 4, 3, 5, 4, 5, 4, 5, 5, 4, 3, 5};
    double[] second = {4, 4, 3, 4, 3, 4, 4, 3, 5, 4, 3, 4, 4, 2, 4};
    double[] ten = {4, 4, 4, 4, 4, 4, 3, 3, 3, 3};
    double[] twelve = {4, 4, 4, 4, 4, 4, 3, 3, 3, 3, 5, 2};
    double[] oneUpOneDown = {4, 4, 4, 4, 4, 4, 3, 3, 3, 3, 4, 3};
    System.out.println("Java " + Runtime.version().feature());
    compare("ten equal pairs", ten, ten.clone(), "0.0020", "0.0043", null);
    compare("ten equal, one up, one down", twelve, oneUpOneDown, "0.0269", "0.0281", "1.0000");
    compare("fifteen people, first and second survey", first, second, "0.0020", "0.0038", "0.0164");
    compare("the same, second and first survey", second, first, "0.0181", "0.0199", "0.0164");
    System.exit(changed ? 1 : 0);
  }
}
JAVA
java -cp 'jars/*' Finding.java
