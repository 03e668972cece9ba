import { rejected } from '@duban/kernel';
import type { Stored } from '../schema/data.ts';
import { closed, person } from '../schema/parts.ts';
import { refuseNoBasis, refuseOwn } from './post-guards.ts';
import type { PostStep } from './post-step.ts';
import type { PostsState } from './posts.state.ts';

/** Takes back a link that was a mistake. */
const personsParted = closed({ personId: person(), otherId: person() });

export type PersonsParted = Stored<'PersonsParted', typeof personsParted>;

const without = ({ links }: PostsState, one: string, other: string): PostsState['links'] =>
  links.filter((link) => !(link.includes(one) && link.includes(other)));

export const partPersons: PostStep<typeof personsParted, PersonsParted> = {
  label: { zh: '撤销同一人认定', en: 'Part persons' },
  data: personsParted,
  who: ['security-admin'],
  decide: (data, state, context) => {
    const { personId, otherId } = data;
    const refused = refuseOwn([personId, otherId], state, context) ?? refuseNoBasis(context.basis);
    if (refused !== null) return refused;
    return without(state, personId, otherId).length === state.links.length
      ? rejected('post.not-linked')
      : [{ type: 'PersonsParted', data }];
  },
  events: {
    PersonsParted: {
      data: personsParted,
      seenBy: 'auditors',
      published: false,
      fold: (state, { data: { personId, otherId } }) => ({
        ...state,
        links: without(state, personId, otherId),
      }),
    },
  },
};
