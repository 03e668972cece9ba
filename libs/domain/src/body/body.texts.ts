import type { EventTexts } from '../texts/event-text.ts';
import { refusal, type RefusalTexts } from '../texts/refusal-text.ts';
import { text } from '../texts/text.ts';
import { bodyKindTexts } from './body-kind.texts.ts';
import type { BodyRejection } from './body-step.ts';
import type { BodyEvent } from './body.register.ts';

/** The register of bodies. */
export const bodyTexts: EventTexts<BodyEvent> = {
  BodyRegistered: {
    label: text('登记议决机构', 'body registered'),
    zh: ({ bodyId, kind, since, serving, quota }, { name, date }) =>
      `登记${name(bodyId)}（${bodyKindTexts[kind].zh}），自${date(since)}起实有 ${serving} 人，应有 ${quota} 人`,
    en: ({ bodyId, kind, since, serving, quota }, { name, date }) =>
      `${name(bodyId)} (${bodyKindTexts[kind].en}) was registered: ${serving} of ${quota} members from ${date(since)}`,
  },
  BodyChanged: {
    label: text('变更议决机构', 'body changed'),
    zh: ({ bodyId, from, serving, quota }, { name, date }) =>
      `${name(bodyId)}自${date(from)}起实有 ${serving} 人，应有 ${quota} 人`,
    en: ({ bodyId, from, serving, quota }, { name, date }) =>
      `${name(bodyId)} has ${serving} of ${quota} members from ${date(from)}`,
  },
  BodyEnded: {
    label: text('撤销议决机构', 'body ended'),
    zh: ({ bodyId, lastDay }, { name, date }) => `${name(bodyId)}到${date(lastDay)}为止`,
    en: ({ bodyId, lastDay }, { name, date }) => `The last day of ${name(bodyId)} is ${date(lastDay)}`,
  },
};

/** Refusals about bodies. */
export const bodyRefusals: RefusalTexts<BodyRejection> = {
  'body.other-id': refusal(
    ['机构编号不一致', 'The id of the body differs from the stream'],
    ['核对机构编号', 'Check the id of the body'],
  ),
  'body.unknown': refusal(
    ['没有登记这个议决机构', 'The body is not registered'],
    ['先登记该机构', 'Register it first'],
  ),
  'body.known-differently': refusal(
    ['该机构已以不同内容登记', 'The body is registered with other facts'],
    ['核对；人数有变的用变更', 'Check it; use a change where its members changed'],
  ),
  'body.without-basis': refusal(
    ['没有写明依据', 'It does not say on what it rests'],
    [
      '在 basis.documentNo 中写明选举、任免的文号，或在 basis.meeting 中写明会议',
      'Give the document of the election in basis.documentNo, or the meeting in basis.meeting',
    ],
  ),
  'body.date-invalid': refusal(['日期无效', 'The date is no date'], ['填写有效日期', 'Give a valid date']),
  'body.date-before-last-change': refusal(
    ['日期早于上一次变更', 'The date lies before the last change'],
    ['填写 details.notBefore 或以后的日期', 'Give the day of details.notBefore, or a later one'],
  ),
  'body.size-impossible': refusal(
    ['实有人数须大于零且不超过应有人数', 'A body has members, and no more than seats'],
    ['核对实有人数和应有人数', 'Check how many serve and how many seats there are'],
  ),
  'body.ended': refusal(
    ['该机构已撤销', 'The body has ended'],
    ['新设机构另行登记', 'Register the new body under an id of its own'],
  ),
};
