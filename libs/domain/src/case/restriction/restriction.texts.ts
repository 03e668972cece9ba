import type { CaseEvent } from '../case.events.ts';
import type { CaseRejection } from '../case.rejections.ts';
import { secrecyTexts } from '../evaluation-terms.texts.ts';
import type { EventTexts } from '../../texts/event-text.ts';
import { refusal, type CodesOf, type RefusalTexts } from '../../texts/refusal-text.ts';
import { text } from '../../texts/text.ts';

/** Who may know of a case at all. */
export const restrictionTexts = {
  CaseRestricted: {
    label: text('限制知悉', 'case restricted'),
    zh: ({ secrecy, ground, documentNo }, { by, on }) =>
      `${by}于${on}将案件列为${secrecyTexts[secrecy].zh}，限制知悉，文号 ${documentNo}，依据：${ground}`,
    en: ({ secrecy, ground, documentNo }, { by, on }) =>
      `${by} restricted the case on ${on} as ${secrecyTexts[secrecy].en} (${documentNo}); ground: ${ground}`,
  },
  RestrictionLifted: {
    label: text('解除限制知悉', 'restriction lifted'),
    zh: ({ ground, documentNo }, { by, on }) =>
      `${by}于${on}解除限制知悉，文号 ${documentNo}，依据：${ground}`,
    en: ({ ground, documentNo }, { by, on }) =>
      `${by} lifted the restriction on ${on} (${documentNo}); ground: ${ground}`,
  },
} satisfies Partial<EventTexts<CaseEvent>>;

export const restrictionRefusals: RefusalTexts<CodesOf<CaseRejection, 'restriction'>> = {
  'restriction.already': refusal(
    ['案件已限制知悉', 'The case is restricted already'],
    [
      '内容有变的，由所列机构先解除，再重新限制',
      'To change it, have the body in the details lift it first, then restrict the case anew',
    ],
  ),
  'restriction.none': refusal(
    ['案件没有限制知悉', 'The case is not restricted'],
    ['无需解除', 'There is nothing to lift'],
  ),
  'restriction.other-body': refusal(
    ['只有作出限制的机构可以解除', 'Only the body that restricted the case lifts it'],
    ['请所列机构决定后以自己的岗位解除', 'Have the body in the details decide and lift it in its own post'],
  ),
};
