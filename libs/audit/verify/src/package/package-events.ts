import { readMembers } from '../bundle-line.ts';
import type { Primitives } from '../primitives.port.ts';
import { readProof, type ReadProof } from '../proof/proof-text.ts';
import { eventFault, type EventFault, leadsToRoot, recordIn } from '../proof/proven-record.ts';
import type { SignedHead } from '../signed-head.ts';
import { jsonFault } from '../strict-json.ts';
import type { Finding } from '../verdict.ts';
import { EVENTS_FILE, proofFile, type PackageFiles } from './package-files.ts';

/** What was learnt from the events: how many there are, how many of them are proven, where the last one stands in the log. */
export type EventsFound = {
  readonly finding: Finding | null;
  readonly stream: string | null;
  readonly proven: number;
  readonly lastIndex: number;
};

type Walk = {
  readonly files: PackageFiles;
  readonly events: readonly string[];
  readonly head: SignedHead;
  readonly by: Primitives;
  readonly ids: Map<unknown, number>;
  stream: unknown;
  proven: number;
  lastIndex: number;
  lastRecorded: string;
  unproven: number | null;
};

/** Events by revision that stand behind a place: what is missing there may only have been moved. */
const standsLater = (walk: Walk, expected: number): boolean =>
  walk.events.slice(expected + 1).some((text) => readMembers(text)?.['revision'] === expected);

/** An event's place in its case: revisions count from 0 without a hole. */
const placeFault = (
  walk: Walk,
  event: Readonly<Record<string, unknown>>,
  expected: number,
): Finding | null => {
  const { id, stream, revision } = event;
  if (typeof revision !== 'number') return { record: expected, code: 'event.malformed' };
  if (walk.ids.has(id)) return { record: expected, code: 'event.doubled' };
  if (walk.stream !== undefined && stream !== walk.stream) return { record: expected, code: 'event.foreign' };
  if (revision > expected)
    return { record: expected, code: standsLater(walk, expected) ? 'event.reordered' : 'event.missing' };
  return revision < expected ? { record: revision, code: 'event.reordered' } : null;
};

const proofFault = (walk: Walk, text: string, proof: ReadProof): EventFault | null => {
  const record = recordIn(proof);
  if (record === null) return { code: 'proof.malformed' };
  const { head } = walk;
  if (proof.head.text !== head.text) return { code: 'proof.other-checkpoint' };
  const fault = eventFault(text, proof, record, walk.by);
  if (fault !== null) return fault;
  if (!leadsToRoot(proof, record.hash, walk.by)) return { code: 'proof.not-leading' };
  if (proof.index <= walk.lastIndex || record.label.recorded < walk.lastRecorded)
    return { code: 'event.out-of-order' };
  walk.lastRecorded = record.label.recorded;
  return null;
};

/** Each event has one line, the first one being that of event 0. */
const onItsLine = (revision: number, { code, found }: EventFault): Finding =>
  found === undefined
    ? { record: revision, code }
    : { record: revision, code, found, file: EVENTS_FILE, line: revision + 1 };

const eventFinding = (walk: Walk, text: string, revision: number): Finding | null => {
  const event = readMembers(text);
  if (event === null) return { record: revision, code: 'event.malformed' };
  const doubtful = jsonFault(text);
  if (doubtful !== null) return onItsLine(revision, doubtful);
  const misplaced = placeFault(walk, event, revision);
  if (misplaced !== null) return misplaced;
  walk.stream = event['stream'];
  walk.ids.set(event['id'], revision);
  const proofText = walk.files.get(proofFile(revision));
  if (proofText === undefined) {
    walk.unproven ??= revision;
    return null;
  }
  // The log seals in its own order: what stands before a sealed event is sealed, too.
  if (walk.unproven !== null) return { record: walk.unproven, code: 'event.unproven' };
  const proof = readProof(proofText);
  if (proof === null) return { record: revision, code: 'proof.malformed' };
  const fault = proofFault(walk, text, proof);
  if (fault !== null) return onItsLine(revision, fault);
  walk.lastIndex = proof.index;
  walk.proven += 1;
  return null;
};

/** Event by event, in the order of the case; the first one that is wrong ends it. */
export const walkEvents = (
  files: PackageFiles,
  events: readonly string[],
  head: SignedHead,
  by: Primitives,
): EventsFound => {
  const walk: Walk = {
    ...{ files, events, head, by, ids: new Map<unknown, number>(), stream: undefined },
    ...{ proven: 0, lastIndex: -1, lastRecorded: '', unproven: null },
  };
  let finding: Finding | null = null;
  for (const [revision, text] of events.entries()) {
    finding = eventFinding(walk, text, revision);
    if (finding !== null) break;
  }
  const { stream, proven, lastIndex } = walk;
  return { finding, stream: typeof stream === 'string' ? stream : null, proven, lastIndex };
};
