import { describe, expect, it } from '@jest/globals';
import { dateText } from '@duban/domain/texts';
import { tellEvent } from './event.texts.ts';
import { shanghaiDate, tellingOf } from './telling.ts';

const actor = { id: 'person:1', role: 'organ-lead', organ: 'cq-housing' };
const received = {
  type: 'ReceiptAcknowledged',
  data: {
    itemId: 'i1',
    assignmentId: 'a1',
    handler: 'person:7',
    phoneMasked: null,
    receivedOn: '2026-03-05',
  },
  occurredAt: '2026-03-05T09:00:00+08:00',
  actor,
} as const;

describe('a date', () => {
  it.each([
    ['2026-03-05', '2026年3月5日', '5 March 2026'],
    ['2025-12-31', '2025年12月31日', '31 December 2025'],
    ['soon', 'soon', 'soon'],
  ])('%s reads %s and %s', (iso, zh, en) => {
    expect([dateText(iso, 'zh'), dateText(iso, 'en')]).toEqual([zh, en]);
  });

  it.each([
    ['2026-03-05T23:59:59+08:00', '2026-03-05'],
    ['2026-03-05T16:00:00Z', '2026-03-06'],
    ['2026-03-05T15:59:59.999Z', '2026-03-05'],
    ['never', 'never'],
  ])('of the instant %s in Shanghai is %s', (instant, date) => {
    expect(shanghaiDate(instant)).toBe(date);
  });
});

describe('a sentence', () => {
  it('names the organ, the item and the date in the language asked for', () => {
    expect(tellEvent(received, 'zh')).toBe('cq-housing于2026年3月5日签收事项“i1”');
    expect(tellEvent(received, 'en')).toBe('cq-housing acknowledged receipt of item i1 on 5 March 2026');
  });

  it('uses the names that the asker may see', () => {
    const names = new Map([
      ['cq-housing', '市住房城乡建委'],
      ['i1', '老旧管网改造'],
    ]);
    expect(tellEvent(received, 'zh', (reference) => names.get(reference))).toBe(
      '市住房城乡建委于2026年3月5日签收事项“老旧管网改造”',
    );
  });

  it('tells what came in on paper of whoever handed it in, on the day of receipt, and says who transcribed it', () => {
    const paper = {
      ...{ enteredFor: 'cq-housing', incomingNo: '收〔2026〕117号', documentDate: '2026-03-01' },
      ...{ receivedOn: '2026-03-02', attachment: `sha256:${'0'.repeat(64)}` },
    };
    const office = { id: 'person:so', role: 'supervision-office', organ: 'cq-so' };
    const data = { ...received.data, receivedOn: '2026-03-02' };
    const entered = { ...received, data, actor: office, paper };
    expect(tellEvent(entered, 'zh')).toBe(
      'cq-housing于2026年3月2日签收事项“i1”（cq-so代录：收文号 收〔2026〕117号，2026年3月2日收文）',
    );
    expect(tellEvent(entered, 'en')).toBe(
      'cq-housing acknowledged receipt of item i1 on 2 March 2026 (transcribed by cq-so from paper 收〔2026〕117号, received on 2 March 2026)',
    );
  });

  it('names a body that is only known by its role', () => {
    expect(
      ['chairpersons-council', 'standing-committee', 'constructor'].map(tellingOf(received, 'zh').name),
    ).toEqual(['主任会议', '常委会', 'constructor']);
    expect(tellingOf(received, 'en').name('working-body')).toBe('working body');
  });

  it('says that the system acted where the clock did', () => {
    const byClock = { ...received, actor: { id: 'system', role: 'system', organ: 'system' } };
    expect([tellingOf(byClock, 'zh').by, tellingOf(byClock, 'en').by]).toEqual(['系统', 'the system']);
  });

  it('lists items and names with the comma of the language', () => {
    expect(tellingOf(received, 'zh').items(['a', 'b'])).toBe('事项“a”、事项“b”');
    expect(tellingOf(received, 'en').names(['a', 'b'])).toBe('a, b');
  });
});
