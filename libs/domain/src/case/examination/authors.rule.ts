import { refuseCorrector } from '../case-life/correct-event.step.ts';
import { factById } from '../correction/correctable-facts.ts';
import { ownEntry } from '../own-entry.ts';
import { refuseOtherAddressee } from '../result/consultation.ts';
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

/** What one office answered for another government. */
const otherAddressee: Examiner['examine'] = ({ type, data, actor, paper }, before) => {
  if (before.status === 'unopened' || (type !== 'DraftResultSubmitted' && type !== 'ResultSubmitted'))
    return [];
  const named = type === 'ResultSubmitted' ? data.claims.map(({ itemId }) => itemId) : data.itemIds;
  const items = named.flatMap((itemId) => ownEntry(before.items, itemId) ?? []);
  const organ = paper?.enteredFor ?? actor.organ;
  const refusal = refuseOtherAddressee(items, before, { actor: { ...actor, organ } });
  return refusal === null ? [] : [{ ...refusal.details, role: actor.role, organ }];
};

/** Facts that somebody else stated or corrected than may do so today. */
export const authorRules = [
  ...CODES.map((code) => onEachEvent(code, refusedWith(code))),
  onEachEvent('mandate.none', ({ metadata: { onBehalfOf, mandate }, actor: { role, organ } }) =>
    onBehalfOf === null || mandate !== undefined ? [] : [{ onBehalfOf, role, organ }],
  ),
  onEachEvent('assignment.not-addressee', otherAddressee),
] as const;
