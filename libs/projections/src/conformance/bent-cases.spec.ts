import { describe, expect, it } from '@jest/globals';
import type { LoggedFact } from '../fold/log-entry.ts';
import { goldenStream } from '../replay/golden-log.fixture.ts';
import { bent, leftOut, movedBefore, withPapers } from './bent-log.fixture.ts';
import { conformanceOf } from './conformance.ts';

/** A report that went through the whole loop, and a suggestion with two evaluations. */
const report = withPapers(goldenStream('case-g1'));
const suggestion = withPapers(goldenStream('case-g3'));

const found = (events: readonly LoggedFact[]) =>
  (conformanceOf(events)?.items ?? []).flatMap(({ deviations }) => deviations);

/** As `kind step` with the types of the events that show it. */
const told = (events: readonly LoggedFact[]): readonly string[] =>
  found(events).map(
    ({ kind, step, shownBy }) => `${kind} ${step}: ${shownBy.map(({ type }) => type).join(', ')}`,
  );

const handler = { id: 'person:hb-2', role: 'organ-lead', organ: 'cq-housing' } as const;

describe('a case that was bent', () => {
  it('is not one that went its lawful way', () => {
    expect(told(report)).toEqual([]);
    expect(found(suggestion).map(({ kind }) => kind)).toEqual([]);
  });

  it('is found where the report came before the receipt', () => {
    const events = movedBefore(report, 'ResultSubmitted', 'ReceiptAcknowledged');
    expect(told(events)).toContain('out-of-order receive: ResultSubmitted, ReceiptAcknowledged');
  });

  it('is found where it was assigned before the list was approved', () => {
    expect(told(movedBefore(report, 'ItemAssigned', 'ListApproved'))).toContain(
      'before-list assign: ItemAssigned',
    );
    expect(told(leftOut(report, 'ListApproved'))).toContain('before-list assign: ItemAssigned');
  });

  it('is found where the result came before the opinion, or the opinion was on an earlier draft', () => {
    const late = movedBefore(report, 'ResultSubmitted', 'CommitteeOpinionGiven');
    expect(told(late)).toEqual(['before-opinion submit: ResultSubmitted']);
    expect(told(leftOut(report, 'CommitteeOpinionGiven'))).toEqual([
      'before-opinion submit: ResultSubmitted',
    ]);
  });

  it('is found where a conclusion rests on no instrument, or on what was never said of the item', () => {
    const told16 = ['without-instrument evaluate: EvaluationConcluded'];
    expect(told(bent(report, 'EvaluationConcluded', { data: { inputs: [] } }))).toEqual(told16);
    expect(told(bent(report, 'EvaluationConcluded', { data: { inputs: ['made-up'] } }))).toEqual(told16);
    expect(told(leftOut(report, 'VoteRecorded'))).toEqual(told16);
  });

  it('is found where an organ that handled it closed it, or verified it', () => {
    const closed = ['by-handling-organ close: ItemClosed'];
    expect(told(bent(report, 'ItemClosed', { metadata: { actor: handler } }))).toEqual(closed);
    expect(told(bent(report, 'ItemClosed', { data: { verifier: 'cq-data' } }))).toEqual(closed);
  });

  it('is found where somebody looked back before it was closed', () => {
    expect(told(movedBefore(report, 'LookBackPassed', 'ItemClosed'))).toContain(
      'out-of-order close: LookBackPassed, ItemClosed',
    );
  });

  it('is found where an extension was asked for, or granted unasked, after the date', () => {
    const occurredAt = '2026-03-09T09:00:00+08:00';
    expect(told(bent(report, 'ExtensionRequested', { metadata: { occurredAt } }))).toContain(
      'after-date extend: ExtensionRequested',
    );
    const unasked = bent(leftOut(report, 'ExtensionRequested'), 'ExtensionGranted', {
      metadata: { occurredAt },
    });
    expect(told(unasked)).toContain('after-date extend: ExtensionGranted');
  });

  it('is not one whose extension was asked for in time and decided after the date', () => {
    const occurredAt = '2026-03-09T09:00:00+08:00';
    const granted = bent(report, 'ExtensionGranted', { metadata: { occurredAt } });
    expect(told(granted).filter((each) => each.startsWith('after-date'))).toEqual([]);
  });

  it('is found where somebody else than the deputy evaluated, or whoever handled it', () => {
    const other = { id: 'person:dp-7', role: 'deputy', organ: 'cq-npc' } as const;
    const another = ['by-another evaluate: ReplyEvaluated'];
    expect(told(bent(suggestion, 'ReplyEvaluated', { metadata: { actor: other } }))).toEqual(another);
    expect(
      told(bent(suggestion, 'ReplyEvaluated', { data: { evaluator: other.id }, metadata: { actor: other } })),
    ).toEqual(another);
    expect(told(bent(report, 'VoteRecorded', { metadata: { actor: handler } }))).toEqual([
      'by-another evaluate: VoteRecorded',
    ]);
  });

  it('is not one whose deputy evaluated on paper that the office transcribed', () => {
    const actor = { id: 'person:so-1', role: 'supervision-office', organ: 'cq-npcsc-so' } as const;
    const paper = {
      enteredFor: 'person:dp-1',
      incomingNo: '收〔2026〕3号',
      documentDate: '2026-04-19',
      receivedOn: '2026-04-20',
      attachment: `sha256:${'0'.repeat(64)}`,
    };
    expect(told(bent(suggestion, 'ReplyEvaluated', { metadata: { actor, envelope: 1, paper } }))).toEqual([]);
  });

  it('is found where the Council acted without a decision, its document or its meeting', () => {
    const none = { basis: {} };
    expect(told(bent(report, 'ExtensionGranted', { metadata: none }))).toEqual([
      'without-decision decide: ExtensionGranted',
    ]);
    expect(told(bent(report, 'ListApproved', { metadata: none }))).toEqual([]);
    const decision = { body: 'cq-npcsc-cc', form: 'signature', on: '2026-01-19' } as const;
    expect(told(bent(report, 'ExtensionGranted', { metadata: { ...none, envelope: 1, decision } }))).toEqual(
      [],
    );
  });

  it('names the round, the event and both of its times', () => {
    const [deviation] = found(bent(report, 'ItemClosed', { metadata: { actor: handler } }));
    const closing = report.find(({ type }) => type === 'ItemClosed');
    expect(deviation).toMatchObject({
      itemId: 'g1-i1',
      cycle: 1,
      label: { zh: '销号', en: 'closing' },
      shownBy: [{ id: closing?.id, revision: closing?.revision, occurredAt: closing?.metadata.occurredAt }],
    });
  });
});
