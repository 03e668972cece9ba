import { erasureRequesterTexts, text, type EventTexts } from '@duban/domain/texts';
import type { PrivacyEvent } from '../../events/privacy.events.ts';

export const privacyTexts: EventTexts<PrivacyEvent> = {
  PersonalDataErased: {
    label: text('个人信息删除', 'personal data erased'),
    zh: ({ person, legalBasis, fields, requestedBy }, { by, on }) =>
      `${by}于${on}依据${legalBasis}删除 ${person} 的个人信息（${erasureRequesterTexts[requestedBy].zh}），涉及 ${fields} 个字段`,
    en: ({ person, legalBasis, fields, requestedBy }, { by, on }) =>
      `${by} erased the personal data of ${person} on ${on} under ${legalBasis} (asked for by ${erasureRequesterTexts[requestedBy].en}): ${fields} field(s)`,
  },
};
