#!/usr/bin/env bash
#
# The p-value of a vote that was exactly even.
#
# Expected: a p-value is a probability. Of ten votes, five for and five against are the likeliest outcome there is, so the two-sided
#   binomial test against one half gives 1: "the smallest significance level at which one can reject" (the method's documentation).
# Happens: Commons Math gives 1.246. The test adds up outcomes from both tails until they meet, and where the observed one is in the
#   middle, it counts it from either side. Compared with a level of significance, it is above it, as it should be, so only who
#   stores or shows the number sees it. Whoever turns p into "confidence 1 − p" has −24.6 %.
# Versions: commons-math3 3.6.1, the last release of the line; right: hipparchus-stat 4.0.2, which was forked from it. Java 17
#   (Maven fetches both). Known as MATH-1381. Seen 2026-11-30.
# Instead: we test no hypothesis; rules compare counts and whole per mille with limits of a rule set.

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
import org.apache.commons.math3.stat.inference.AlternativeHypothesis;
import org.apache.commons.math3.stat.inference.BinomialTest;

public class Finding {
  static boolean changed = false;

  /** Prints what the library gives, and fails when it is no longer what was seen. */
  static void see(String library, int votes, int inFavour, double p, String described) {
    var seen = String.format(Locale.ROOT, "%.4f", p);
    var same = seen.equals(described);
    changed |= !same;
    System.out.printf("  %-22s %d of %2d  %s%s%n", library, inFavour, votes, seen, same ? "" : "   CHANGED: was " + described);
  }

  static void both(int votes, int inFavour, String ofCommons, String ofHipparchus) {
    see("commons-math3 3.6.1", votes, inFavour,
        new BinomialTest().binomialTest(votes, inFavour, 0.5, AlternativeHypothesis.TWO_SIDED), ofCommons);
    see("hipparchus-stat 4.0.2", votes, inFavour,
        new org.hipparchus.stat.inference.BinomialTest().binomialTest(votes, inFavour, 0.5,
            org.hipparchus.stat.inference.AlternativeHypothesis.TWO_SIDED), ofHipparchus);
  }

  public static void main(String[] arguments) {
    System.out.println("Java " + Runtime.version().feature());
    both(10, 2, "0.1094", "0.1094");
    both(10, 5, "1.2461", "1.0000");
    both(2, 1, "1.5000", "1.0000");
    System.exit(changed ? 1 : 0);
  }
}
JAVA
java -cp 'jars/*' Finding.java
