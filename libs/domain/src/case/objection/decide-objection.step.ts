import { rejected } from '@duban/kernel';
import { DECIDED_BY_COUNCIL } from '../../authority/deciding-bodies.ts';
import { sameFacts } from '../../equality/same-facts.ts';
import type { Stored } from '../../schema/data.ts';
import { closed, flag, freeText } from '../../schema/parts.ts';
import { objectionRef } from '../../schema/references.ts';
import { factOf } from '../occurred.ts';
import type { Step } from '../step.ts';

const objectionDecided = closed({
  objectionId: objectionRef(),
  /** The objector is right; what follows from it is done by whose fact it is, by a correction. */
  upheld: flag(),
  ground: freeText(),
});

/** 异议决定, beside the objection and the fact; neither changes. */
export type ObjectionDecided = Stored<'ObjectionDecided', typeof objectionDecided>;

/** By the Chairpersons' Council, with the document or the meeting that decided it: by nobody who entered or handled anything (DESIGN). */
export const decideObjection: Step<typeof objectionDecided, ObjectionDecided> = {
  label: { zh: '决定异议', en: 'Decide an objection' },
  data: objectionDecided,
  who: ['chairpersons-council'],
  decidedBy: DECIDED_BY_COUNCIL,
  at: 'case',
  during: ['open', 'closed'],
  decide: (data, state) => {
    const objection = state.objections.find((each) => each.data.objectionId === data.objectionId);
    if (objection === undefined) return rejected('objection.unknown', { objectionId: data.objectionId });
    if (objection.decision !== null)
      return sameFacts(objection.decision.data, data)
        ? []
        : rejected('objection.decided', { objectionId: data.objectionId });
    if (state.status === 'archived') return rejected('case.not-open');
    return data.ground.trim() === ''
      ? rejected('objection.unexplained')
      : [{ type: 'ObjectionDecided', data }];
  },
  events: {
    ObjectionDecided: {
      data: objectionDecided,
      seenBy: 'parties',
      published: true,
      fold: (state, event) => ({
        ...state,
        objections: state.objections.map((objection) =>
          objection.data.objectionId === event.data.objectionId
            ? { ...objection, decision: factOf(event) }
            : objection,
        ),
      }),
    },
  },
};
