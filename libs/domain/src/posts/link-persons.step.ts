import { rejected } from '@duban/kernel';
import type { Stored } from '../schema/data.ts';
import { closed, person } from '../schema/parts.ts';
import { refuseIncompatible } from './incompatible-posts.ts';
import { refuseNoBasis, refuseOwn } from './post-guards.ts';
import type { PostStep } from './post-step.ts';
import { samePerson } from './posts.state.ts';

/** The id of a token, of an imported name and of a named signer may be one person. */
const personsLinked = closed({ personId: person(), otherId: person() });

export type PersonsLinked = Stored<'PersonsLinked', typeof personsLinked>;

export const linkPersons: PostStep<typeof personsLinked, PersonsLinked> = {
  label: { zh: '认定为同一人', en: 'Link persons' },
  data: personsLinked,
  who: ['security-admin'],
  decide: (data, state, context) => {
    const { personId, otherId } = data;
    const refused = refuseOwn([personId, otherId], state, context) ?? refuseNoBasis(context.basis);
    if (refused !== null) return refused;
    if (personId === otherId) return rejected('post.one-person');
    if (samePerson(personId, otherId, state)) return [];
    return (
      refuseIncompatible(personId, { ...state, links: [...state.links, [personId, otherId]] }) ?? [
        { type: 'PersonsLinked', data },
      ]
    );
  },
  events: {
    PersonsLinked: {
      data: personsLinked,
      seenBy: 'auditors',
      published: false,
      fold: (state, { data: { personId, otherId } }) => ({
        ...state,
        links: [...state.links, [personId, otherId]],
      }),
    },
  },
};
