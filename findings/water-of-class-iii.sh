#!/usr/bin/env bash
#
# A search for water of class Ⅲ, and for a year in Chinese digits.
#
# Expected: "Ⅲ类水体" finds the text on water of class Ⅲ, not the ones on Ⅳ and Ⅴ, and "二〇二〇年" finds 2020. The classes of water have
#   Roman numerals (GB 3838-2002), years in Chinese a 〇 (GB/T 15835-2011). SmartChineseAnalyzer is Lucene's own for Chinese, which
#   Elasticsearch and Solr offer too; what it leaves out by default are punctuation marks.
# Happens: it takes Ⅲ and 〇 for such marks, in the texts and in the question alike. So Ⅲ类水体 finds every class, also as a phrase.
#   Of 二〇二〇年 as a phrase, 二, anything, 二, anything, 年 is left, which 二〇二六年 is, too. 第一〇号 finds 第一号. What was asked for is
#   among it, and a test with words and digits passes. CJKAnalyzer, of the same project, finds only that.
# Versions: org.apache.lucene:lucene-analysis-smartcn 9.12.3 on Java 17 (Maven fetches it); right: lucene-analysis-common 9.12.3.
#   Seen 2026-12-01.
# Instead: no text is cut into words. Our search knows every three characters in a row, and looks into the text that it found.

set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

cat >pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>org.apache.lucene</groupId><artifactId>lucene-analysis-smartcn</artifactId><version>9.12.3</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=jars

cat >Finding.java <<'JAVA'
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;

public class Finding {
  static final List<String> TEXTS =
      List.of("Ⅲ类水体", "Ⅳ类水体", "Ⅴ类水体", "二〇二〇年报告", "二〇二六年报告", "第一号", "第一〇号");

  static boolean changed;

  /** Texts that a phrase finds, or that hold all words of the question. */
  static String found(Analyzer analyzer, String question, boolean phrase) throws Exception {
    var directory = new ByteBuffersDirectory();
    try (var writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
      for (var text : TEXTS) {
        var document = new Document();
        document.add(new TextField("text", text, Field.Store.YES));
        writer.addDocument(document);
      }
    }
    try (var reader = DirectoryReader.open(directory)) {
      var builder = new QueryBuilder(analyzer);
      var query = phrase
          ? builder.createPhraseQuery("text", question)
          : builder.createMinShouldMatchQuery("text", question, 1);
      var searcher = new IndexSearcher(reader);
      var texts = new ArrayList<String>();
      for (var hit : searcher.search(query, TEXTS.size()).scoreDocs) {
        texts.add(searcher.storedFields().document(hit.doc).get("text"));
      }
      return String.join(" ", TEXTS.stream().filter(texts::contains).toList());
    }
  }

  /** Prints what each analyzer finds, and fails when it is no longer what was seen. */
  static void see(String question, boolean phrase, String smart, String right) throws Exception {
    System.out.println("  " + question + (phrase ? ", as a phrase" : ", all words"));
    var seen = List.of(found(new SmartChineseAnalyzer(), question, phrase), found(new CJKAnalyzer(), question, phrase));
    var described = List.of(smart, right);
    for (var at = 0; at < 2; at += 1) {
      var same = seen.get(at).equals(described.get(at));
      changed |= !same;
      var fault = same ? "" : "   CHANGED: was " + described.get(at);
      System.out.println((at == 0 ? "    SmartChineseAnalyzer  " : "    CJKAnalyzer           ") + seen.get(at) + fault);
    }
  }

  public static void main(String[] arguments) throws Exception {
    System.out.println("lucene-analysis-smartcn 9.12.3, Java " + Runtime.version().feature());
    see("Ⅲ类水体", true, "Ⅲ类水体 Ⅳ类水体 Ⅴ类水体", "Ⅲ类水体");
    see("二〇二〇年", true, "二〇二〇年报告 二〇二六年报告", "二〇二〇年报告");
    see("第一〇号", false, "第一号 第一〇号", "第一〇号");
    System.exit(changed ? 1 : 0);
  }
}
JAVA
java -Dfile.encoding=UTF-8 -Dsun.stdout.encoding=UTF-8 -cp 'jars/*' Finding.java
