import type { CaseEvent } from '../case.events.ts';
import type { CaseRejection } from '../case.rejections.ts';
import { objectionSubjectTexts } from '../item-terms.texts.ts';
import type { EventTexts } from '../../texts/event-text.ts';
import { refusal, type CodesOf, type RefusalTexts } from '../../texts/refusal-text.ts';
import { text } from '../../texts/text.ts';

/** What organs and deputies object to, and what was decided about it. */
export const objectionTexts = {
  Objected: {
    label: text('提出异议', 'objection made'),
    zh: ({ itemId, against, ground }, { by, on, item }) =>
      `${by}于${on}${itemId === null ? '' : `就${item(itemId)}`}对${objectionSubjectTexts[against].zh}提出异议，理由：${ground}`,
    en: ({ itemId, against, ground }, { by, on, item }) =>
      `${by} objected on ${on} to ${objectionSubjectTexts[against].en}${itemId === null ? '' : ` of ${item(itemId)}`}: ${ground}`,
  },
  ObjectionDecided: {
    label: text('异议决定', 'objection decided'),
    zh: ({ upheld, ground }, { by, on }) =>
      `${by}于${on}决定异议${upheld ? '成立' : '不成立'}，理由：${ground}`,
    en: ({ upheld, ground }, { by, on }) =>
      `${by} decided on ${on} that the objection is ${upheld ? 'upheld' : 'not upheld'}: ${ground}`,
  },
} satisfies Partial<EventTexts<CaseEvent>>;

export const objectionRefusals: RefusalTexts<CodesOf<CaseRejection, 'objection'>> = {
  'objection.not-on-paper': refusal(
    ['该记录不是由书面材料代录的', 'This record was not transcribed from paper'],
    ['从代录记录中选择', 'Pick one of the records that were transcribed'],
  ),
  'objection.not-yours': refusal(
    ['不是本单位或本人的事项，不能提出异议', 'This is not yours to object to'],
    ['由所涉单位或代表提出', 'Leave it to the organ or the deputy concerned'],
  ),
  'objection.made-already': refusal(
    ['对同一记录已提出过异议', 'You have objected to this already'],
    ['等待决定；已经决定的，不再受理', 'Wait for the decision; what was decided is not taken up again'],
  ),
  'objection.unexplained': refusal(['没有写明理由', 'No ground is given'], ['写明理由', 'Give the ground']),
  'objection.unknown': refusal(
    ['案件中没有这项异议', 'The case has no such objection'],
    ['核对异议编号', 'Check the objection'],
  ),
  'objection.decided': refusal(
    ['该异议已经决定', 'This objection was decided already'],
    ['查看案件记录', 'Look at the history of the case'],
  ),
};
