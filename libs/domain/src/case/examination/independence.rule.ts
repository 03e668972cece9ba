import { linkedPersonsOf } from '../../posts/posts.state.ts';
import { postsDecider, type PostEvent } from '../../posts/posts.register.ts';
import { inspected } from '../closing/signed-by.ts';
import type { ExaminationRule, ExaminedOtherEvent, FoundDetails } from './examination-rule.ts';

const LINKS = ['PersonsLinked', 'PersonsParted'];

/** A closing signed by who inspected, and no rule set that allowed it: then it says so just before. */
const signedByInspector: ExaminationRule<'closing.signer-inspected'> = {
  code: 'closing.signer-inspected',
  begin: () => {
    let posts = postsDecider.initialState;
    let allowed: string | null = null;
    return {
      see: (event) => {
        if (LINKS.includes(event.type))
          posts = postsDecider.evolve(posts, event as ExaminedOtherEvent & PostEvent);
      },
      examine: (event, before): readonly FoundDetails[] => {
        const isAllowed = event.type === 'ItemClosed' && allowed === event.data.itemId;
        allowed = event.type === 'SignedByInspector' ? event.data.itemId : null;
        if (event.type !== 'ItemClosed' || isAllowed || before.status === 'unopened') return [];
        const { itemId, signer } = event.data;
        return inspected(event.data, before, { linkedPersons: linkedPersonsOf(posts) })
          ? [{ itemId, signer }]
          : [];
      },
    };
  },
};

export const independenceRules = [signedByInspector] as const;
