import { rejected } from '@duban/kernel';
import {
  askedLink,
  judgeLink,
  personsLinkedRecord,
  refuseAskingLink,
  type PersonsLinked,
} from './linked-persons.ts';
import type { PostStep } from './post-step.ts';
import { mayStandForTwo } from './second-administrator.ts';

const sent = askedLink();

/** By one person, where one stands for two; where there is another administrator it is proposed (`ProposeLink`). */
export const linkPersons: PostStep<typeof sent, PersonsLinked> = {
  label: { zh: '认定为同一人', en: 'Link persons' },
  data: sent,
  who: ['security-admin'],
  decide: (data, state, context) => {
    const refused = refuseAskingLink(data, state, context);
    if (refused !== null) return refused;
    const against = judgeLink(data, state);
    if (against === 'same') return [];
    if (against !== null) return against;
    return mayStandForTwo('grant', state, context, [data.personId, data.otherId])
      ? [{ type: 'PersonsLinked', data: { ...data, byOnePerson: true } }]
      : rejected('post.needs-second', { propose: 'ProposeLink' });
  },
  events: { PersonsLinked: personsLinkedRecord },
};
