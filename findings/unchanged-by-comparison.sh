#!/usr/bin/env bash
#
# A field that was a text and becomes a number, between two descriptions of an interface.
#
# Expected: in a request, `type: string` that becomes `type: integer` is incompatible, and so is null that is no longer allowed, and a
#   `const` that is another one (OpenAPI 3.1.0, 4.8.24, by JSON Schema 2020-12). A comparison that a release has to pass says so.
# Happens: openapi-diff says "no changes" to all three. The model that it compares keeps a type of 3.1 in another member than one of 3.0,
#   and it looks into the old one. That it reads 3.1 at all shows in `pattern`, which it finds. In a description of 3.0 it finds the
#   type, but sees no change where `additionalProperties: false` comes, and in either calls it compatible that a list must no longer be
#   empty, or a field no longer null. A release that breaks its clients passes.
# Versions: org.openapitools.openapidiff:openapi-diff-core 2.1.7 on Java 17 (Maven fetches it). The types are known as issues 745 and 910
#   of its project. Seen 2026-11-30.
# Instead: a register holds every fact that was ever said of an answer, and a test holds the release against it, field by field.

set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

cat >pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency>
      <groupId>org.openapitools.openapidiff</groupId><artifactId>openapi-diff-core</artifactId><version>2.1.7</version>
    </dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=jars

cat >Finding.java <<'JAVA'
import java.util.List;
import org.openapitools.openapidiff.core.OpenApiCompare;

public class Finding {
  /** What changes in the schema of a request's field `x`, from and to, and what the comparison says of it in 3.0 and in 3.1. */
  record Case(String from, String to, String by30, String by31) {}

  static final String SAME = "NO_CHANGES";
  static final String COMPATIBLE = "COMPATIBLE";
  static final String INCOMPATIBLE = "INCOMPATIBLE";
  static final List<Case> CASES = List.of(
      new Case("'type':'string'", "'type':'integer'", INCOMPATIBLE, SAME),
      new Case("'type':'array','items':{'type':'string'}", "'type':'array','items':{'type':'integer'}", INCOMPATIBLE, SAME),
      new Case("'type':['string','null']", "'type':'string'", null, SAME),
      new Case("'type':'string','nullable':true", "'type':'string'", COMPATIBLE, null),
      new Case("'const':'a'", "'const':'b'", null, SAME),
      new Case("'type':'object'", "'type':'object','additionalProperties':false", SAME, INCOMPATIBLE),
      new Case("'type':'array','items':{}", "'type':'array','minItems':1,'items':{}", COMPATIBLE, COMPATIBLE),
      new Case("'type':'string'", "'type':'string','pattern':'a'", INCOMPATIBLE, INCOMPATIBLE));

  static boolean changed;

  static String describe(String version, String field) {
    return """
        {'openapi':'%s','info':{'title':'t','version':'1'},'paths':{'/items':{'post':{
          'requestBody':{'content':{'application/json':{'schema':{'type':'object','properties':{'x':{%s}}}}}},
          'responses':{'200':{'description':'Done'}}}}}}""".formatted(version, field).replace('\'', '"');
  }

  /** Prints what the comparison says, and fails when it is no longer what was seen. */
  static void see(String version, Case each, String described) {
    if (described == null) return;
    var seen = OpenApiCompare.fromContents(describe(version, each.from()), describe(version, each.to())).isChanged().name();
    var same = seen.equals(described);
    changed |= !same;
    System.out.println("    " + version + " " + seen + (same ? "" : "   CHANGED: was " + described));
  }

  public static void main(String[] arguments) {
    System.out.println("openapi-diff-core 2.1.7, Java " + Runtime.version().feature());
    for (var each : CASES) {
      System.out.println("  " + each.from() + "  to  " + each.to());
      see("3.0.3", each, each.by30());
      see("3.1.0", each, each.by31());
    }
    System.exit(changed ? 1 : 0);
  }
}
JAVA
java -cp 'jars/*' Finding.java 2>errors || { cat errors && exit 1; }
