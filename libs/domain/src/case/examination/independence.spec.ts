import { expect, it } from '@jest/globals';
import { evaluatingItems } from '../case-story.fixture.ts';
import type { CaseEvent } from '../case.events.ts';
import { inspection } from '../evaluation/evaluation.fixture.ts';
import { examined, openedEvent } from './examined-case.fixture.ts';
import type { ExaminedCaseEvent, ExaminedOtherEvent } from './examination-rule.ts';
import { independenceRules } from './independence.rule.ts';

const INSPECTOR = 'person:deputy-1';
const before = evaluatingItems().does('RecordInspection', inspection('n1', 'verified')).state;

const closedBy = (signer: string): CaseEvent => ({
  type: 'ItemClosed',
  data: {
    ...{ itemId: 'i1', cycle: 1, disposition: 'resolved', verifier: 'urban-committee', signer },
    ...{ lookBackDue: null, publish: true, closedOn: '2026-03-25' },
  },
});

const linked: ExaminedOtherEvent = {
  ...(examined('case-x', [openedEvent])[0] as ExaminedCaseEvent),
  ...{ stream: 'posts-register', type: 'PersonsLinked' },
  data: { personId: INSPECTOR, otherId: 'person:token-7' },
};

const found = (events: readonly CaseEvent[], registers: readonly ExaminedOtherEvent[] = []) =>
  independenceRules.flatMap(({ begin }) => {
    const examiner = begin();
    registers.forEach((each) => examiner.see?.(each));
    return examined('case-c1', events).flatMap((event) => examiner.examine(event, before));
  });

it('a closing that an inspector signed is found, under whichever id', () => {
  expect(found([closedBy(INSPECTOR)])).toEqual([{ itemId: 'i1', signer: INSPECTOR }]);
  expect(found([closedBy('person:token-7')], [linked])).toHaveLength(1);
});

it('not one that another signed, nor one that says that it is an exception', () => {
  expect(found([closedBy('person:token-7'), closedBy('person:director')])).toEqual([]);
  const exception: CaseEvent = {
    type: 'SignedByInspector',
    data: { itemId: 'i1', cycle: 1, signer: INSPECTOR },
  };
  expect(found([exception, closedBy(INSPECTOR)])).toEqual([]);
});
