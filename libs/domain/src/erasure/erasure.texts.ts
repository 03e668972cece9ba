import type { EventTexts } from '../texts/event-text.ts';
import { refusal, type RefusalTexts } from '../texts/refusal-text.ts';
import { text } from '../texts/text.ts';
import { proposalRefusals } from '../two-persons/two-persons.texts.ts';
import type { ErasureRejection } from './erasure-step.ts';
import type { ErasureEvent } from './erasure.register.ts';

/** What is said of erasures before they are carried out. */
export const erasureTexts: EventTexts<ErasureEvent> = {
  ErasureProposed: {
    label: text('提出删除个人信息', 'erasure proposed'),
    zh: ({ person, legalBasis, expiresOn }, { by, on, date }) =>
      `${by}于${on}提出依据${legalBasis}删除 ${person} 的个人信息；${date(expiresOn)}前待确认`,
    en: ({ person, legalBasis, expiresOn }, { by, on, date }) =>
      `${by} proposed on ${on} to erase the personal data of ${person} under ${legalBasis}; to be confirmed by ${date(expiresOn)}`,
  },
  ErasureOrdered: {
    label: text('决定删除个人信息', 'erasure ordered'),
    zh: ({ person, legalBasis, byOnePerson }, { by, on }) =>
      `${by}于${on}决定依据${legalBasis}删除 ${person} 的个人信息${byOnePerson ? '（由一人办理）' : ''}`,
    en: ({ person, legalBasis, byOnePerson }, { by, on }) =>
      `${by} ordered on ${on} that the personal data of ${person} be erased under ${legalBasis}${byOnePerson ? ' (one person stood for two)' : ''}`,
  },
  ErasureDeclined: {
    label: text('退回删除个人信息', 'erasure declined'),
    zh: ({ person }, { by, on }) => `${by}于${on}退回删除 ${person} 个人信息的提议`,
    en: ({ person }, { by, on }) => `${by} declined on ${on} that the personal data of ${person} be erased`,
  },
};

/** Refusals about erasures. */
export const erasureRefusals: RefusalTexts<ErasureRejection> = {
  ...proposalRefusals,
  'erasure.needs-second': refusal(
    ['删除个人信息须两人办理', 'An erasure takes two persons, and there is another security administrator'],
    [
      '以 propose-erasure 提出，由另一位安全管理员确认；人手不足的单位，可在规则集 confirmedByOne 中列明 erasure',
      'Propose it (propose-erasure) and let the other one confirm it. An office with too few people lists erasure under confirmedByOne of its rule set',
    ],
  ),
};
