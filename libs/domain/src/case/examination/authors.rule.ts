import { refuseCorrector } from '../case-life/correct-event.step.ts';
import { factById } from '../correction/correctable-facts.ts';
import { rulesOf } from '../step-tables.ts';
import { onEachEvent, type Examiner } from './examination-rule.ts';

const CODES = ['case.not-the-author', 'case.archived', 'case.field-material'] as const;

const refusedWith =
  (code: (typeof CODES)[number]): Examiner['examine'] =>
  ({ type, data, actor }, before) => {
    if (type !== 'EventCorrected' || before.status === 'unopened') return [];
    const fact = factById(before, data.targetEventId);
    if (fact === undefined) return [];
    if (refuseCorrector(data, fact, { state: before, actor, rulesOf })?.rejected !== code) return [];
    const { role, organ } = actor;
    return [{ eventId: data.targetEventId, field: data.field, role, organ, by: fact.by.role }];
  };

/** Facts that somebody else stated or corrected than may do so today. */
export const authorRules = [
  ...CODES.map((code) => onEachEvent(code, refusedWith(code))),
  onEachEvent('mandate.none', ({ metadata: { onBehalfOf, mandate }, actor: { role, organ } }) =>
    onBehalfOf === null || mandate !== undefined ? [] : [{ onBehalfOf, role, organ }],
  ),
] as const;
