/**
 * The program that lies in every package: Node 20 or newer, no packages, no network, and no code in common with what
 * wrote the package. Proofs are those of RFC 9162 section 2.1.3.2 in C2SP tlog-proof texts, checkpoints C2SP signed notes.
 * 0 good, 1 bad, 2 cannot tell.
 */
export const checkProgram = String.raw`// node check.mjs "<verifier key of the log>"
import { createHash, createPublicKey, verify } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

const pathOf = (name) => new URL(name, import.meta.url);
const read = (name) => readFileSync(pathOf(name), 'utf8');
const end = (code, words) => {
  console.log(words);
  process.exit(code);
};
const bad = (revision, words) => end(1, 'BAD   event ' + revision + ': ' + words);

const digestOf = (hash, ...parts) => {
  const made = createHash(hash);
  for (const part of parts) made.update(part);
  return made.digest();
};

/** RFC 9162 section 2.1.3.2: the root that a leaf and its path lead to. */
const rootOf = (hash, leaf, index, size, path) => {
  let at = index;
  let last = size - 1;
  let node = leaf;
  for (const sibling of path) {
    if (last === 0) return null;
    if (at % 2 === 1 || at === last) {
      node = digestOf(hash, Buffer.of(1), sibling, node);
      while (at % 2 === 0 && at !== 0) {
        at = at / 2;
        last = Math.floor(last / 2);
      }
    } else node = digestOf(hash, Buffer.of(1), node, sibling);
    at = Math.floor(at / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 ? node : null;
};

const bodyOf = (note) => note.slice(0, note.indexOf('\n\n') + 1);

const parseProof = (text) => {
  const split = text.indexOf('\n\n');
  const [, extra, index, ...path] = text.slice(0, split).split('\n');
  return {
    entry: Buffer.from(extra.slice('extra '.length), 'base64'),
    index: Number(index.slice('index '.length)),
    path: path.map((line) => Buffer.from(line, 'base64')),
    note: text.slice(split + 2),
  };
};

const isSigned = (note, key) => {
  const [, name, id, encoded] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(key) ?? end(2, 'CANNOT TELL  that is no verifier key');
  const raw = Buffer.from(encoded, 'base64');
  if (raw[0] !== 1 || raw.length !== 33) end(2, 'CANNOT TELL  this program knows Ed25519 keys only');
  const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), raw.subarray(1)]);
  const publicKey = createPublicKey({ key: spki, format: 'der', type: 'spki' });
  return note.split('\n').some((line) => {
    const [dash, signer, signature] = line.split(' ');
    if (dash !== '\u2014' || signer !== name) return false;
    const bytes = Buffer.from(signature, 'base64');
    if (bytes.subarray(0, 4).toString('hex') !== id) return false;
    return verify(null, Buffer.from(bodyOf(note)), publicKey, bytes.subarray(4));
  });
};

const lines = read('events.ndjson').split('\n').slice(0, -1);
const checkpoint = existsSync(pathOf('checkpoint.txt')) ? read('checkpoint.txt') : null;
let proven = 0;
lines.forEach((line, revision) => {
  const event = JSON.parse(line);
  if (event.revision !== revision) bad(revision, 'the next one has revision ' + event.revision);
  const file = 'proofs/' + String(revision).padStart(8, '0') + '.tlog-proof';
  if (!existsSync(pathOf(file))) return;
  const { entry, index, path, note } = parseProof(read(file));
  const leaf = JSON.parse(entry.toString('utf8'));
  const [hash, digest] = leaf.digest.split(':');
  if (digestOf(hash, line).toString('hex') !== digest) bad(revision, 'not what was sealed');
  if (leaf.id !== event.id || leaf.stream !== event.stream || leaf.revision !== revision)
    bad(revision, 'the proof is of another event');
  const [, size, root] = note.split('\n');
  const found = rootOf(hash, digestOf(hash, Buffer.of(0), entry), index, Number(size), path);
  if (found === null || found.toString('base64') !== root) bad(revision, 'the proof does not lead to the root');
  if (checkpoint === null || bodyOf(note) !== bodyOf(checkpoint)) bad(revision, 'another checkpoint');
  proven += 1;
});
const key = process.argv[2];
if (proven < lines.length) end(2, 'CANNOT TELL  ' + (lines.length - proven) + ' of ' + lines.length + ' events were not sealed yet');
if (key === undefined) end(2, 'CANNOT TELL  all ' + proven + ' events are under one root; give the key to check who signed it');
if (!isSigned(checkpoint, key)) end(1, 'BAD   the checkpoint is not signed by this key');
end(0, 'GOOD  ' + proven + ' events, signed');
`;
