import { rejected } from '@duban/kernel';
import { SIGNED_BY_COUNCIL } from '../../authority/deciding-bodies.ts';
import { sameFacts } from '../../equality/same-facts.ts';
import type { Stored } from '../../schema/data.ts';
import { closed, freeText, id } from '../../schema/parts.ts';
import type { OpenedCase } from '../case.state.ts';
import { CASE_STATUSES } from '../case.vocabulary.ts';
import { factOf } from '../occurred.ts';
import type { Step } from '../step.ts';
import { restrictionOf } from './restriction.ts';

const restrictionLifted = closed({ ground: freeText(), documentNo: id() });

export type RestrictionLifted = Stored<'RestrictionLifted', typeof restrictionLifted>;

const withLifted = (state: OpenedCase, lifted: OpenedCase['restrictions'][number]['lifted']): OpenedCase => ({
  ...state,
  restrictions: state.restrictions.map((restriction) =>
    restriction.lifted === null ? { ...restriction, lifted } : restriction,
  ),
});

/** 解除限制知悉: by the body that restricted, and no other. */
export const liftRestriction: Step<typeof restrictionLifted, RestrictionLifted> = {
  label: { zh: '解除限制知悉', en: 'Lift the restriction' },
  data: restrictionLifted,
  who: ['supervision-office', 'general-office', 'chairpersons-council'],
  decidedBy: SIGNED_BY_COUNCIL,
  at: 'case',
  during: CASE_STATUSES,
  decide: (data, state, { actor }) => {
    const held = restrictionOf(state);
    if (held === null)
      return sameFacts(state.restrictions.at(-1)?.lifted?.data, data) ? [] : rejected('restriction.none');
    const { role, organ } = held.by;
    return role === actor.role && organ === actor.organ
      ? [{ type: 'RestrictionLifted', data }]
      : rejected('restriction.other-body', { role, organ });
  },
  events: {
    RestrictionLifted: {
      data: restrictionLifted,
      seenBy: 'public',
      published: true,
      textsSeenBy: { ground: 'congress' },
      fold: (state, event) => withLifted(state, factOf(event)),
    },
  },
};
