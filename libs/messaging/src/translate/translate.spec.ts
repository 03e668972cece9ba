import { describe, expect, it } from '@jest/globals';
import { CHECKPOINT_STREAM, publicSchemas } from '@duban/contracts';
import type { LaterMembers, Position } from '@duban/kernel';
import type { StoredEvent } from '@duban/event-store';
import { TOPICS } from './cloud-event.ts';
import { translate } from './translate.ts';

const stored = (
  type: string,
  data: StoredEvent['data'],
  stream = 'case-DB-1',
  later: LaterMembers = {},
): StoredEvent => ({
  id: '7b0ce0c5-9a58-5a6f-9a7e-1f3a4c2d5e6f',
  type,
  schemaVersion: 1,
  data,
  stream,
  revision: 12,
  position: 'n1.00000000000000000099' as Position,
  metadata: {
    ...{ commandId: 'k', commandDigest: 'd', correlationId: 'corr', causationId: 'k' },
    actor: { id: 'person:a', role: 'working-body', organ: 'o' },
    ...{ onBehalfOf: null, basis: {}, ruleSet: null, calendar: null },
    occurredAt: '2026-03-05T09:00:00+08:00',
    recordedAt: '2026-03-05T01:00:02.113Z',
    ...later,
  },
});

describe('a public event', () => {
  it('is a CloudEvent that names its item, its place in the stream and both times', () => {
    const message = translate(stored('ItemResumed', { itemId: 'i1', daysSuspended: 3 }), 'cq');
    expect(message).toEqual({
      topic: TOPICS.case,
      event: {
        specversion: '1.0',
        id: '7b0ce0c5-9a58-5a6f-9a7e-1f3a4c2d5e6f',
        source: '/duban/cq/cases/DB-1',
        type: 'duban.case.item-resumed.v1',
        subject: 'DB-1/i1',
        time: '2026-03-05T09:00:00+08:00',
        recordedtime: '2026-03-05T01:00:02.113Z',
        datacontenttype: 'application/json',
        dataschema: '/schemas/duban.case.item-resumed.v1.json',
        partitionkey: 'DB-1',
        sequence: '00000000000000000012',
        position: 'n1.00000000000000000099',
        correlationid: 'corr',
        causationid: 'k',
        data: { itemId: 'i1', daysSuspended: 3 },
      },
    });
  });

  it('tells body, form and day of a decision, and neither its number, its meeting nor for whom a paper was entered', () => {
    const later = {
      ...{ envelope: 1, decidedAt: '2026-03-05T01:00:00.000Z', mandate: { id: 'm-1', revision: 3 } },
      decision: { body: 'cq-cc', form: 'meeting', on: '2026-03-04', documentNo: '7号', meeting: 'meeting-1' },
      paper: {
        ...{ enteredFor: 'person:7', incomingNo: '收文9号', documentDate: '2026-03-01' },
        ...{ receivedOn: '2026-03-02', attachment: 'sha256:a' },
      },
    } as const;
    const data = { itemId: 'i1', daysSuspended: 3 };
    const [before, after] = [
      translate(stored('ItemResumed', data), 'cq'),
      translate(stored('ItemResumed', data, 'case-DB-1', later), 'cq'),
    ];
    if (before === 'private' || after === 'private') throw new Error('the event is public');
    expect(after.event).toEqual({
      ...before.event,
      ...{ decidedat: '2026-03-05T01:00:00.000Z', mandateid: 'm-1', receivedon: '2026-03-02' },
      ...{ decisionbody: 'cq-cc', decisionform: 'meeting', decisiondate: '2026-03-04' },
    });
  });

  it('has the case for its subject where it concerns more than one item', () => {
    expect(translate(stored('ListApproved', { itemIds: ['i1', 'i2'] }), 'cq')).toMatchObject({
      event: { subject: 'DB-1' },
    });
  });

  it('names a schema that is served', () => {
    const message = translate(stored('SurveyWaveClosed', { surveyId: 's' }, 'survey-s'), 'cq');
    expect(message).toMatchObject({ topic: TOPICS.survey, event: { source: '/duban/cq/surveys/s' } });
    const schema = message === 'private' ? '' : message.event.dataschema;
    expect(publicSchemas().has(schema)).toBe(true);
  });

  it('is a signed checkpoint, in one order on a topic of its own', () => {
    const data = { origin: 'duban/cq/sha256', size: 7, rootHash: 'r', note: 'n', verifierKeys: ['k'] };
    const message = translate(stored('CheckpointSealed', data, CHECKPOINT_STREAM), 'cq');
    expect(message).toMatchObject({
      topic: 'duban.checkpoints.v1',
      event: {
        source: '/duban/cq/checkpoints/events',
        type: 'duban.checkpoint.checkpoint-sealed.v1',
        subject: 'events',
        partitionkey: 'events',
        data,
      },
    });
    const schema = message === 'private' ? '' : message.event.dataschema;
    expect(publicSchemas().has(schema)).toBe(true);
  });
});

describe('what stays inside', () => {
  it('is a correction of a paper that stays inside', () => {
    const data = { targetType: 'PartyReportRecorded', old: 'a', new: 'b' };
    expect(translate(stored('EventCorrected', data), 'cq')).toBe('private');
    expect(translate(stored('EventCorrected', { ...data, targetType: 'VoteRecorded' }), 'cq')).not.toBe(
      'private',
    );
  });

  it.each(['PartyReportRecorded', 'CaseArchived', 'ImportStarted', 'OrganRenamed', 'SurveyWaveOpened'])(
    'is %s',
    (type) => {
      expect(translate(stored(type, {}), 'cq')).toBe('private');
    },
  );

  it('does not step over an event that this release does not know', () => {
    const newer = { ...stored('ItemResumed', {}), schemaVersion: 9 };
    expect(() => translate(newer, 'cq')).toThrow('event.version-unknown');
    expect(() => translate(stored('ItemBeamed', {}), 'cq')).toThrow('event.type-unknown');
  });
});
