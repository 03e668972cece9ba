import { rejected } from '@duban/kernel';
import { askedPost, judgeGrant, postGrantedRecord, refuseAsking, type PostGranted } from './granted-post.ts';
import type { PostStep } from './post-step.ts';
import { mayStandForTwo } from './second-administrator.ts';

const sent = askedPost();

/** By one person, where one stands for two; where there is another administrator it is proposed (`ProposeGrant`). */
export const grantPost: PostStep<typeof sent, PostGranted> = {
  label: { zh: '授予岗位', en: 'Grant a post' },
  data: sent,
  who: ['security-admin'],
  decide: (data, state, context) => {
    const refused = refuseAsking(data, state, context);
    if (refused !== null) return refused;
    const against = judgeGrant(data, state, context);
    if (against === 'same') return [];
    if (against !== null) return against;
    return mayStandForTwo('grant', state, context, [data.personId])
      ? [{ type: 'PostGranted', data: { ...data, byOnePerson: true } }]
      : rejected('post.needs-second', { propose: 'ProposeGrant' });
  },
  events: { PostGranted: postGrantedRecord },
};
