import { expect, it } from '@jest/globals';
import { encodeEvent } from '@duban/contracts';
import type { EventStore } from '@duban/event-store';
import { openMemoryStore } from '@duban/event-store-memory';
import { checkExamination } from './examination.check.ts';
import { examineLog } from './examine-log.ts';
import { examinationLines, toldExamination } from './show-examination.ts';

const silent = { at: () => undefined, end: () => undefined };

/** A case that an older release let open with this legal time. */
const opened = async (store: EventStore, caseId: string, occurredAt: string): Promise<void> => {
  const event = {
    type: 'CaseOpened',
    data: {
      caseId,
      caseNo: caseId,
      tenant: 'cq',
      supervisionForm: 'resolution',
      source: {
        type: 'resolution',
        title: '决议',
        documentNo: '决 1',
        date: '2026-01-05',
        digest: null,
        paragraphs: 1,
      },
      addressee: null,
      leadCommittee: null,
      topic: 'housing',
      linkedFrom: null,
      openedOn: '2026-01-05',
    },
  } as const;
  const { schemaVersion, data } = encodeEvent(event);
  const metadata = {
    commandId: caseId,
    commandDigest: '0'.repeat(64),
    correlationId: caseId,
    causationId: caseId,
    actor: { id: 'person:li', role: 'supervision-office', organ: 'npcsc-office' },
    onBehalfOf: null,
    basis: {},
    occurredAt,
    ruleSet: null,
    calendar: null,
  };
  const id = `00000000-0000-5000-8000-${caseId.padStart(12, '0')}`;
  await store.append(
    `case-${caseId}`,
    [{ id, type: event.type, schemaVersion, data, metadata }],
    'no-stream',
  );
};

it('counts what today would be refused by rule, shows the first places, and all of them when asked', async () => {
  const store = openMemoryStore({ clock: { now: () => Date.parse('2026-01-05T01:00:00Z') } });
  for (const caseId of ['1', '2', '3', '4']) await opened(store, caseId, '2999-01-01T00:00:00+08:00');
  await opened(store, '5', '1900-01-01T00:00:00+08:00');
  await opened(store, '6', '2026-01-05T09:00:00+08:00');
  const examined = await examineLog(store, { list: false, progress: silent });
  expect(examined).toMatchObject({
    cases: 6,
    rules: [
      {
        code: 'command.in-future',
        count: 4,
        places: [{ stream: 'case-1' }, { stream: 'case-2' }, { stream: 'case-3' }],
      },
      {
        code: 'command.too-early',
        count: 1,
        places: [{ stream: 'case-5', revision: 0, eventType: 'CaseOpened' }],
      },
    ],
  });
  const all = await examineLog(store, { list: true, progress: silent });
  expect(all.rules.map(({ places }) => places.length)).toEqual([4, 1]);
  expect(checkExamination(examined)).toMatchObject({
    light: 'warn',
    found: { en: expect.stringContaining('5 record(s)') },
  });
  expect(examinationLines(examined, 'en').join('\n')).toMatch(
    /4 × command\.in-future[^]*case-1@0[^]*\+1[^]*case-5@0/,
  );
  expect(toldExamination(examined, 'zh').rules).toMatchObject([
    { text: '发生时间晚于记录时间' },
    { count: 1 },
  ]);
});

it('finds nothing wrong with a log that today would be written the same way', async () => {
  const store = openMemoryStore({ clock: { now: () => Date.parse('2026-01-05T01:00:00Z') } });
  await opened(store, '6', '2026-01-05T09:00:00+08:00');
  const examined = await examineLog(store, { list: false, progress: silent });
  expect(examined).toEqual({ cases: 1, rules: [] });
  expect(checkExamination(examined).light).toBe('ok');
});
