#!/usr/bin/env bash
#
# The exact interval of a survey in which everybody was satisfied.
#
# Expected: 20 of 20 have a Clopper–Pearson interval: from 0.8316 to 1 at 95 %, as 0 of 20 have one from 0 to 0.1684. The ends are 0
#   and 1 by definition, the others have a closed form, (α/2)^(1/n). `getClopperPearsonInterval` documents that it refuses what is
#   not between 0 and the number of trials.
# Happens: Commons Math throws "degrees of freedom (0)" for none and for all, the two results about which a committee asks first. It
#   sets up the distributions of both ends before it looks whether it needs them. The interval by normal approximation throws for
#   the same two, and Agresti and Coull's leaves the scale: up to 103 %, down to −3 %. Wilson's alone answers. A test with "most
#   were satisfied" shows none of it.
# Versions: commons-math3 3.6.1, the last release of the line, on Java 17 (Maven fetches it). Seen 2026-11-30.
# Instead: we compute no interval of a survey. A wave's rates are whole per mille, in integers; its margin is that of whoever ran
#   it.

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
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=jars

cat >Finding.java <<'JAVA'
import java.util.Locale;
import java.util.function.Supplier;
import org.apache.commons.math3.exception.MathIllegalArgumentException;
import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.math3.stat.interval.IntervalUtils;

public class Finding {
  static boolean changed = false;

  static String outcome(Supplier<ConfidenceInterval> interval) {
    try {
      var found = interval.get();
      return String.format(Locale.ROOT, "%.4f to %.4f", found.getLowerBound(), found.getUpperBound());
    } catch (MathIllegalArgumentException error) {
      return error.getMessage();
    }
  }

  /** Prints what the method gives, and fails when it is no longer what was seen. */
  static void see(String method, int satisfied, Supplier<ConfidenceInterval> interval, String described) {
    var seen = outcome(interval);
    var same = seen.equals(described);
    changed |= !same;
    System.out.printf("  %-20s %2d of 20  %s%s%n", method, satisfied, seen, same ? "" : "   CHANGED: was " + described);
  }

  public static void main(String[] arguments) {
    System.out.println("commons-math3 3.6.1, Java " + Runtime.version().feature());
    see("Clopper-Pearson", 19, () -> IntervalUtils.getClopperPearsonInterval(20, 19, 0.95), "0.7513 to 0.9987");
    see("Clopper-Pearson", 20, () -> IntervalUtils.getClopperPearsonInterval(20, 20, 0.95), "degrees of freedom (0)");
    see("Clopper-Pearson", 0, () -> IntervalUtils.getClopperPearsonInterval(20, 0, 0.95), "degrees of freedom (0)");
    see("normal approximation", 20, () -> IntervalUtils.getNormalApproximationInterval(20, 20, 0.95),
        "lower bound (1) must be strictly less than upper bound (1)");
    see("normal approximation", 0, () -> IntervalUtils.getNormalApproximationInterval(20, 0, 0.95),
        "lower bound (0) must be strictly less than upper bound (0)");
    see("Agresti-Coull", 20, () -> IntervalUtils.getAgrestiCoullInterval(20, 20, 0.95), "0.8102 to 1.0287");
    see("Agresti-Coull", 0, () -> IntervalUtils.getAgrestiCoullInterval(20, 0, 0.95), "-0.0287 to 0.1898");
    see("Wilson", 20, () -> IntervalUtils.getWilsonScoreInterval(20, 20, 0.95), "0.8389 to 1.0000");
    see("Wilson", 0, () -> IntervalUtils.getWilsonScoreInterval(20, 0, 0.95), "0.0000 to 0.1611");
    System.exit(changed ? 1 : 0);
  }
}
JAVA
java -cp 'jars/*' Finding.java
