import { editorMarks, type EditorMarks } from '../editor-marks.ts';
import type { Primitives } from '../primitives.port.ts';
import { believeHead, type HeadBelief } from '../proof/believed-head.ts';
import type { ReasonCode } from '../reasons.ts';
import { readSignedHead, type SignedHead } from '../signed-head.ts';
import type { Trust } from '../trust.ts';
import { NOTHING_CHECKED, verdictOf, type Finding, type Verdict } from '../verdict.ts';
import { attachedFault } from './package-attached.ts';
import { attachmentsFault } from './package-attachments.ts';
import { walkEvents, type EventsFound } from './package-events.ts';
import {
  CHECKPOINT_FILE,
  EVENTS_FILE,
  linesOf,
  proofFile,
  type PackageFiles,
  type PackageFolder,
} from './package-files.ts';
import { restoredFiles, sumsFault } from './package-sums.ts';

type Walked = {
  readonly events: readonly string[];
  readonly found: EventsFound;
  readonly belief: HeadBelief;
};

const bad = (code: ReasonCode): Finding => ({ record: 0, code });

/** A proof beyond the last event shows that there was an event which the package no longer has. */
const cutOff = (files: PackageFiles, count: number): Finding | null =>
  [...files.keys()].some((path) => path.startsWith('proofs/') && path >= proofFile(count))
    ? { record: count, code: 'event.missing' }
    : null;

/** What is proven wrong comes first, then what nobody can tell. */
const findingOf = (
  given: PackageFolder,
  { events, found, belief }: Walked,
  by: Primitives,
): Finding | null => {
  const { files } = given;
  const wrong =
    (belief.fault === null ? null : bad(belief.fault)) ??
    found.finding ??
    cutOff(files, events.length) ??
    attachmentsFault(files, events) ??
    sumsFault(files, by) ??
    attachedFault(given, events);
  if (wrong !== null) return wrong;
  if (found.proven < events.length) return { record: found.proven, code: 'event.unsealed' };
  return belief.doubt === null ? null : bad(belief.doubt);
};

const verdictWith = (head: SignedHead, walked: Walked, finding: Finding | null): Verdict => {
  const { found, belief, events } = walked;
  const { signatures, cosignatures, knownHeads } = belief;
  const checked = { records: found.proven, checkpoints: 1, signatures, cosignatures, knownHeads };
  return {
    ...verdictOf(finding, checked),
    about: {
      ...{ kind: 'case', origin: head.origin, size: head.size, stream: found.stream, events: events.length },
      endsTheLog: found.lastIndex === head.size - 1,
    },
  };
};

/**
 * Checks a package of one case. Good: every event in it was sealed as it stands here, the pinned key signed the tree, and
 * before the last event none is missing, since revisions count without a hole. Whether events follow is shown only where the
 * last one is also the last of the log (`endsTheLog`).
 */
export const verifyPackage = async (
  { files: asFound, attached }: PackageFolder,
  trust: Trust,
  by: Primitives,
  marks: EditorMarks = editorMarks(),
): Promise<Verdict> => {
  const files = restoredFiles(asFound, marks, by);
  const text = files.get(EVENTS_FILE);
  if (text === undefined) return verdictOf(bad('bundle.unreadable'), NOTHING_CHECKED);
  const note = files.get(CHECKPOINT_FILE);
  if (note === undefined) return verdictOf(sumsFault(files, by) ?? bad('event.unsealed'), NOTHING_CHECKED);
  const head = readSignedHead(note);
  if (head === null) return verdictOf(bad('head.malformed'), NOTHING_CHECKED);
  const events = linesOf(text);
  const walked = {
    events,
    found: walkEvents(files, events, head, by),
    belief: await believeHead(head, trust, by),
  };
  const verdict = verdictWith(head, walked, findingOf({ files, attached }, walked, by));
  return { ...verdict, ...marks.told() };
};
