#!/usr/bin/env bash
#
# A signed record in XML that says in which language it is.
#
# Expected: a record whose root has `xml:lang="zh-CN"` is signed by one program and found genuine by another. What is signed is the
#   canonical form of the signature's SignedInfo; in the inclusive form, that takes over the attributes xml:lang and xml:space from
#   the elements around it (Canonical XML 1.0, 2.4).
# Happens: xml-crypto, the usual library of Node, refuses what Java has signed: "the signature value is incorrect", as for a forgery,
#   since it leaves these attributes out. Without them, or with the exclusive form, it finds the same record genuine. So a test with
#   a record that names no language passes, and every record that names one is taken for forged.
# Versions: xml-crypto 6.3.2 with @xmldom/xmldom 0.8.15, Node 20.20.2 and 26.10.0; right: java.xml.crypto of Java 17. Seen 2026-12-01.
# Instead: no XML of ours is signed. What is signed is a text of a few lines, byte for byte.

set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' >package.json
npm install --no-audit --no-fund --loglevel=error --save-exact --ignore-scripts xml-crypto@6.3.2 @xmldom/xmldom@0.8.15

cat >Finding.java <<'JAVA'
import java.io.ByteArrayInputStream;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.SignatureMethod;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;

public class Finding {
  /** Takes names of files, canonical forms and records; signs each record, writes it, and prints whether its signature is valid. */
  public static void main(String[] given) throws Exception {
    var generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    var keys = generator.generateKeyPair();
    var encoded = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(keys.getPublic().getEncoded());
    Files.writeString(Path.of("key.pem"), "-----BEGIN PUBLIC KEY-----\n" + encoded + "\n-----END PUBLIC KEY-----\n");
    var builders = DocumentBuilderFactory.newInstance();
    builders.setNamespaceAware(true);
    var factory = XMLSignatureFactory.getInstance("DOM");
    for (var at = 0; at < given.length; at += 3) {
      var form = given[at + 1].equals("exclusive") ? CanonicalizationMethod.EXCLUSIVE : CanonicalizationMethod.INCLUSIVE;
      var record = given[at + 2].getBytes(StandardCharsets.UTF_8);
      var document = builders.newDocumentBuilder().parse(new ByteArrayInputStream(record));
      var transforms = List.of(
          factory.newTransform(Transform.ENVELOPED, (TransformParameterSpec) null),
          factory.newTransform(form, (TransformParameterSpec) null));
      var digest = factory.newDigestMethod(DigestMethod.SHA256, null);
      var info = factory.newSignedInfo(
          factory.newCanonicalizationMethod(form, (C14NMethodParameterSpec) null),
          factory.newSignatureMethod(SignatureMethod.RSA_SHA256, null),
          List.of(factory.newReference("", digest, transforms, null, null)));
      factory.newXMLSignature(info, null).sign(new DOMSignContext(keys.getPrivate(), document.getDocumentElement()));
      var file = new File(given[at]);
      TransformerFactory.newInstance().newTransformer().transform(new DOMSource(document), new StreamResult(file));
      var signature = builders.newDocumentBuilder().parse(file).getElementsByTagNameNS(XMLSignature.XMLNS, "Signature").item(0);
      var context = new DOMValidateContext(keys.getPublic(), signature);
      System.out.println(factory.unmarshalXMLSignature(context).validate(context) ? "genuine" : "refused");
    }
  }
}
JAVA
cat >finding.mjs <<'JS'
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { DOMParser } from '@xmldom/xmldom';
import { SignedXml } from 'xml-crypto';

/** Prints what is said of a signature, and fails when it is no longer what was seen. */
let changed = false;
const see = (by, seen, described) => {
  const same = seen === described;
  changed ||= !same;
  console.log(`    ${by.padEnd(16)} ${seen}${same ? '' : `   CHANGED: was ${described}`}`);
};
const named = `xml-crypto ${JSON.parse(readFileSync('node_modules/xml-crypto/package.json', 'utf8')).version}`;
console.log(`Node ${process.version}`);

const verdict = (file) => {
  const xml = readFileSync(file, 'utf8');
  const document = new DOMParser().parseFromString(xml, 'text/xml');
  const signed = new SignedXml({ publicCert: readFileSync('key.pem', 'utf8') });
  signed.loadSignature(document.getElementsByTagNameNS('http://www.w3.org/2000/09/xmldsig#', 'Signature')[0]);
  try {
    return signed.checkSignature(xml) ? 'genuine' : 'refused';
  } catch (error) {
    return error.message.includes('is incorrect') ? 'refused: the signature value is incorrect' : error.message;
  }
};
const REFUSED = 'refused: the signature value is incorrect';
const CASES = [
  ['inclusive', '<record><title>督办</title></record>', 'genuine'],
  ['inclusive', '<record xml:lang="zh-CN"><title>督办</title></record>', REFUSED],
  ['inclusive', '<record xml:space="preserve"><title>督办</title></record>', REFUSED],
  ['exclusive', '<record xml:lang="zh-CN"><title>督办</title></record>', 'genuine'],
];
const given = CASES.flatMap(([form, record], at) => [`${at}.xml`, form, record]);
const ofJava = execFileSync('java', ['-Dsun.jnu.encoding=UTF-8', '-Dfile.encoding=UTF-8', 'Finding.java', ...given], {
  encoding: 'utf8',
  env: { ...process.env, LC_ALL: 'C.UTF-8' },
});
CASES.forEach(([form, record, described], at) => {
  console.log(`  ${form}: ${record}`);
  see('Java', ofJava.trim().split('\n')[at], 'genuine');
  see(named, verdict(`${at}.xml`), described);
});
process.exitCode = changed ? 1 : 0;
JS
node finding.mjs
