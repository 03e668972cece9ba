/**
 * Writes the golden streams of event types and versions that have none yet:
 *
 *     node --conditions=source test/replay/write-golden.ts
 *
 * A file that exists is what a release once stored, so it is never written again: to ship a new version of an event,
 * give it a sample in a new stream and run this once more.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { encodeEvent, encodeLaterMembers } from '@duban/contracts';
import { authoritySamples } from './samples/authority.sample.ts';
import { caseAttachments } from './samples/case-attachments.sample.ts';
import { caseCorrections } from './samples/case-corrections.sample.ts';
import { caseMain } from './samples/case-main.sample.ts';
import { caseMissesSample } from './samples/case-misses.sample.ts';
import { caseNumberSample } from './samples/case-number.sample.ts';
import { casePapers } from './samples/case-papers.sample.ts';
import { casePromised } from './samples/case-promised.sample.ts';
import { caseRegister } from './samples/case-register.sample.ts';
import { caseRestricted } from './samples/case-restricted.sample.ts';
import { caseTold } from './samples/case-told.sample.ts';
import { caseSigned } from './samples/case-signed.sample.ts';
import { caseStrain } from './samples/case-strain.sample.ts';
import { caseSuggestion } from './samples/case-suggestion.sample.ts';
import { caseSurveyed } from './samples/case-surveyed.sample.ts';
import { caseVotes } from './samples/case-votes.sample.ts';
import { checkpointSample } from './samples/checkpoint.sample.ts';
import { epochSample } from './samples/epoch.sample.ts';
import {
  erasureSample,
  leaseSample,
  postsSample,
  privacySample,
  proposedPostsSample,
  referenceSamples,
} from './samples/reference.sample.ts';
import { outletSample, relaySample } from './samples/relay.sample.ts';
import { digest, eventIdOf, type SampleStream } from './samples/sample.ts';

const samples: readonly SampleStream[] = [
  ...referenceSamples,
  caseMain,
  caseStrain,
  caseSuggestion,
  caseRegister,
  privacySample,
  leaseSample,
  relaySample,
  outletSample,
  checkpointSample,
  epochSample,
  caseAttachments,
  caseNumberSample,
  caseCorrections,
  postsSample,
  caseRestricted,
  ...authoritySamples,
  caseTold,
  casePapers,
  caseMissesSample,
  caseVotes,
  proposedPostsSample,
  caseSigned,
  erasureSample,
  casePromised,
  caseSurveyed,
];

const fileOf = (stream: string): URL => new URL(`./golden/${stream}.ndjson`, import.meta.url);

let position = 0;

const lineOf = (
  stream: string,
  revision: number,
  [occurredAt, actor, event, grounds]: SampleStream['steps'][number],
): string => {
  position += 1;
  return JSON.stringify({
    id: eventIdOf(stream, revision),
    stream,
    revision,
    position: `n1.${String(position).padStart(20, '0')}`,
    type: event.type,
    ...encodeEvent(event),
    metadata: {
      ...(grounds === undefined ? {} : encodeLaterMembers(new Date(occurredAt).toISOString(), grounds)),
      commandId: `golden-${stream}-${String(revision)}`,
      commandDigest: digest(`${stream}/${String(revision)}`).slice('sha256:'.length),
      correlationId: `golden-${stream}`,
      causationId: `golden-${stream}-${String(revision)}`,
      actor,
      onBehalfOf: null,
      basis: {},
      occurredAt,
      ruleSet: 'cq-default@1',
      calendar: 'CN@2026-1',
      recordedAt: new Date(Date.parse(occurredAt) + 2000).toISOString(),
    },
  });
};

for (const { stream, steps } of samples) {
  const lines = steps.map((step, revision) => lineOf(stream, revision, step));
  if (existsSync(fileOf(stream))) continue;
  writeFileSync(fileOf(stream), `${lines.join('\n')}\n`);
  console.log(`wrote ${stream}: ${String(lines.length)} events`);
}
