import type { EventTexts } from '../texts/event-text.ts';
import { refusal, type RefusalTexts } from '../texts/refusal-text.ts';
import { roleTexts } from '../texts/role.texts.ts';
import { text } from '../texts/text.ts';
import { proposalRefusals } from '../two-persons/two-persons.texts.ts';
import type { PostRejection } from './post-step.ts';
import type { PostEvent } from './posts.register.ts';

const byOne = (byOnePerson: boolean | undefined) =>
  byOnePerson === true ? text('（由一人办理）', ' (one person stood for two)') : text('', '');

/** The register of posts. */
export const postTexts: EventTexts<PostEvent> = {
  PostGranted: {
    label: text('授予岗位', 'post granted'),
    zh: ({ personId, role, organ, from, until, byOnePerson }, { name, date }) =>
      `${name(personId)}自${date(from)}起担任${name(organ)}的${roleTexts[role].zh}，${until === null ? '至本届届满' : `至${date(until)}`}${byOne(byOnePerson).zh}`,
    en: ({ personId, role, organ, from, until, byOnePerson }, { name, date }) =>
      `${name(personId)} is ${roleTexts[role].en} at ${name(organ)} from ${date(from)} ${until === null ? 'to the end of the term' : `to ${date(until)}`}${byOne(byOnePerson).en}`,
  },
  PostEnded: {
    label: text('免去岗位', 'post ended'),
    zh: ({ personId, role, organ, lastDay }, { name, date }) =>
      `${name(personId)}担任${name(organ)}的${roleTexts[role].zh}到${date(lastDay)}为止`,
    en: ({ personId, role, organ, lastDay }, { name, date }) =>
      `The last day of ${name(personId)} as ${roleTexts[role].en} at ${name(organ)} is ${date(lastDay)}`,
  },
  TermEndSet: {
    label: text('确定届满日', 'end of the term set'),
    zh: ({ lastDay, replaces }, { date }) =>
      `本届届满日为${date(lastDay)}${replaces === null ? '' : `，原为${date(replaces)}`}`,
    en: ({ lastDay, replaces }, { date }) =>
      `The term ends on ${date(lastDay)}${replaces === null ? '' : `, instead of ${date(replaces)}`}`,
  },
  PersonsLinked: {
    label: text('认定为同一人', 'persons linked'),
    zh: ({ personId, otherId, byOnePerson }, { name }) =>
      `认定${name(personId)}与${name(otherId)}为同一人${byOne(byOnePerson).zh}`,
    en: ({ personId, otherId, byOnePerson }, { name }) =>
      `${name(personId)} and ${name(otherId)} are one person${byOne(byOnePerson).en}`,
  },
  GrantProposed: {
    label: text('提出授予岗位', 'grant proposed'),
    zh: ({ personId, role, organ, from, until, expiresOn }, { name, date }) =>
      `提出授予${name(personId)}${name(organ)}的${roleTexts[role].zh}岗位，自${date(from)}起，${until === null ? '至本届届满' : `至${date(until)}`}；${date(expiresOn)}前待确认`,
    en: ({ personId, role, organ, from, until, expiresOn }, { name, date }) =>
      `Proposed: ${name(personId)} as ${roleTexts[role].en} at ${name(organ)} from ${date(from)} ${until === null ? 'to the end of the term' : `to ${date(until)}`}; to be confirmed by ${date(expiresOn)}`,
  },
  GrantDeclined: {
    label: text('退回授予岗位', 'grant declined'),
    zh: ({ proposalId }) => `退回授予岗位的提议（${proposalId}）`,
    en: ({ proposalId }) => `The proposed grant ${proposalId} was declined`,
  },
  LinkProposed: {
    label: text('提出认定为同一人', 'link proposed'),
    zh: ({ personId, otherId, expiresOn }, { name, date }) =>
      `提出认定${name(personId)}与${name(otherId)}为同一人；${date(expiresOn)}前待确认`,
    en: ({ personId, otherId, expiresOn }, { name, date }) =>
      `Proposed: ${name(personId)} and ${name(otherId)} are one person; to be confirmed by ${date(expiresOn)}`,
  },
  LinkDeclined: {
    label: text('退回同一人认定', 'link declined'),
    zh: ({ proposalId }) => `退回认定为同一人的提议（${proposalId}）`,
    en: ({ proposalId }) => `The proposed link ${proposalId} was declined`,
  },
  PersonsParted: {
    label: text('撤销同一人认定', 'persons parted'),
    zh: ({ personId, otherId }, { name }) => `撤销${name(personId)}与${name(otherId)}为同一人的认定`,
    en: ({ personId, otherId }, { name }) => `${name(personId)} and ${name(otherId)} are not one person`,
  },
};

/** Refusals about posts. */
export const postRefusals: RefusalTexts<PostRejection> = {
  ...proposalRefusals,
  'post.needs-second': refusal(
    ['授予岗位和身份认定须两人办理', 'It takes two persons, and there is another security administrator'],
    [
      '以 propose-grant 或 propose-link 提出，由另一位安全管理员确认；人手不足的单位，可在规则集 confirmedByOne 中列明 grant',
      'Propose it (propose-grant, propose-link) and let the other one confirm it. An office with too few people lists grant under confirmedByOne of its rule set',
    ],
  ),
  'post.own': refusal(
    ['不能办理本人的岗位或身份认定', 'Nobody keeps their own posts, or says who they are'],
    ['请另一位安全管理员办理', 'Ask another security administrator'],
  ),
  'post.without-basis': refusal(
    ['没有写明任免依据', 'It does not say on what it rests'],
    [
      '在 basis.documentNo 中写明文号，或在 basis.meeting 中写明会议',
      'Give the document in basis.documentNo, or the meeting in basis.meeting',
    ],
  ),
  'post.date-invalid': refusal(['日期无效', 'The date is no date'], ['填写有效日期', 'Give a valid date']),
  'post.in-the-past': refusal(
    ['任免不能溯及既往', 'A post neither begins nor ends in the past'],
    ['填写 details.notBefore 或以后的日期', 'Give the day of details.notBefore, or a later one'],
  ),
  'post.ends-before-it-begins': refusal(
    ['终止日早于起始日', 'The last day lies before the first one'],
    ['核对两个日期', 'Check both dates'],
  ),
  'post.held-already': refusal(
    ['此人在该期间已担任这一岗位', 'They hold this post in those days already'],
    [
      '先免去原岗位，或从原岗位终止后的日期起授予',
      'End it first, or grant it from the day after its last one',
    ],
  ),
  'post.incompatible': refusal(
    ['同一人不能同时担任这两个岗位', 'One person cannot hold both posts at once'],
    [
      '先免去其中一个；见 details（地方组织法第四十七条；审计和管理岗位不兼业务岗位）',
      'End one of them first; details names both (Local Organic Law, article 47; auditors and administrators have no business post)',
    ],
  ),
  'post.never-granted': refusal(
    ['此人从未被授予该岗位', 'They were never granted this post'],
    ['核对人员、单位和角色', 'Check person, organ and role'],
  ),
  'post.one-person': refusal(
    ['两个编号相同', 'Both ids are the same'],
    ['填写两个不同的人员编号', 'Give two different ids'],
  ),
  'post.not-linked': refusal(
    ['这两个编号没有直接认定为同一人', 'These two ids were not linked with each other'],
    ['核对认定时所用的两个编号', 'Check with which ids they were linked'],
  ),
};
