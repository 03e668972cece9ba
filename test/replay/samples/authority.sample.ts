import { at, council, office, type SampleStream } from './sample.ts';

const body = 'cq-npcsc-cc';

/** The Chairpersons' Council: registered, one member less, ended with its term. */
const bodySample: SampleStream = {
  stream: `body-${body}`,
  steps: [
    [
      at('2026-01-05'),
      office,
      {
        type: 'BodyRegistered',
        data: {
          ...{ bodyId: body, kind: 'chairpersons-council', since: '2026-01-05' },
          ...{ serving: 9, quota: 9, keptBy: ['cq-npcsc-so'] },
        },
      },
    ],
    [
      at('2026-03-30'),
      office,
      {
        type: 'BodyChanged',
        data: { bodyId: body, from: '2026-03-27', serving: 8, quota: 9, keptBy: ['cq-npcsc-so'] },
      },
    ],
    [at('2028-01-20'), office, { type: 'BodyEnded', data: { bodyId: body, lastDay: '2028-01-20' } }],
  ],
};

const meetingSample: SampleStream = {
  stream: 'meeting-cc-64',
  steps: [
    [
      at('2026-04-01'),
      office,
      {
        type: 'MeetingRecorded',
        data: {
          ...{ meetingId: 'cc-64', body, session: '六届', number: 64, heldOn: '2026-04-01' },
          ...{ present: 7, serving: 8, bodyRevision: 1 },
        },
      },
    ],
  ],
};

/** A leader signs extensions and suspensions between meetings, until the Council ends it. */
const mandateSample: SampleStream = {
  stream: 'mandate-cc-2026-1',
  steps: [
    [
      at('2026-04-01', '10:00:00'),
      council,
      {
        type: 'MandateGiven',
        data: {
          ...{ mandateId: 'cc-2026-1', body, kind: 'chairpersons-council' },
          ...{ role: 'chairpersons-council', organ: body, steps: ['DecideExtension', 'Suspend', 'Resume'] },
          ...{ all: true, cases: [], topics: [], from: '2026-04-01', until: null },
        },
      },
    ],
    [
      at('2027-01-10'),
      council,
      { type: 'MandateEnded', data: { mandateId: 'cc-2026-1', lastDay: '2027-01-10' } },
    ],
  ],
};

/** Bodies, their meetings, and who acts for them. */
export const authoritySamples: readonly SampleStream[] = [bodySample, meetingSample, mandateSample];
