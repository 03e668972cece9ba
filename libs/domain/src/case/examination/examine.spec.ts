import { describe, expect, it } from '@jest/globals';
import { examined, linkedEvent, openedEvent } from './examined-case.fixture.ts';
import { beginExamination } from './examine.ts';
import { onEachEvent, type ExaminationRule } from './examination-rule.ts';

const doubledNumber: ExaminationRule<'number.doubled'> = {
  code: 'number.doubled',
  begin: () => {
    const seen = new Map<string, string>();
    return {
      examine: ({ stream, type, data }) => {
        if (type !== 'CaseOpened') return [];
        const first = seen.get(data.caseNo);
        seen.set(data.caseNo, first ?? stream);
        return first === undefined ? [] : [{ first }];
      },
    };
  },
};

describe('an examination', () => {
  it('names the place of what it finds, and shows each rule the case as it was before the event', () => {
    const itemsBefore = onEachEvent('item.already', (_, before) =>
      before.status === 'unopened' ? [] : [{ items: Object.keys(before.items).length }],
    );
    const events = examined('case-1', [openedEvent, linkedEvent]);
    expect(beginExamination([itemsBefore]).examineCase(events)).toEqual([
      {
        code: 'item.already',
        stream: 'case-1',
        revision: 1,
        eventId: 'case-1-e1',
        eventType: 'CaseLinked',
        details: { items: 0 },
      },
    ]);
  });

  it('remembers across cases, and begins anew with each reading of the log', () => {
    const twice = () => {
      const { examineCase } = beginExamination([doubledNumber]);
      return ['case-1', 'case-2'].flatMap((stream) => examineCase(examined(stream, [openedEvent])));
    };
    expect(twice()).toMatchObject([{ stream: 'case-2', details: { first: 'case-1' } }]);
    expect(twice()).toHaveLength(1);
  });

  it('lets a rule see the registers before the first case', () => {
    const organs: string[] = [];
    const rule: ExaminationRule<'organ.seen'> = {
      code: 'organ.seen',
      begin: () => ({
        see: ({ stream }) => void organs.push(stream),
        examine: () => [{ organs: organs.length }],
      }),
    };
    const { see, examineCase } = beginExamination([rule]);
    for (const event of examined('organ-1', [openedEvent])) see(event);
    expect(examineCase(examined('case-1', [openedEvent]))).toMatchObject([{ details: { organs: 1 } }]);
  });
});
