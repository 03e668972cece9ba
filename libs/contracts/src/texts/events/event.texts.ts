import type { Actor } from '@duban/kernel';
import type { DubanEvent } from '../../events/event-types.ts';
import { withErasedShown } from '../privacy.texts.ts';
import type { Language } from '../text.ts';
import { assignmentTexts } from './assignment.texts.ts';
import { attachmentTexts } from './attachment.texts.ts';
import { caseLifeTexts } from './case-life.texts.ts';
import { caseNumberTexts } from './case-number.texts.ts';
import { checkpointTexts } from './checkpoint.texts.ts';
import { closingTexts } from './closing.texts.ts';
import { epochTexts } from './epoch.texts.ts';
import { evaluationTexts } from './evaluation.texts.ts';
import type { EventText, EventTexts } from './event-text.ts';
import { leaseTexts } from './lease.texts.ts';
import { privacyTexts } from './privacy.texts.ts';
import { rectificationTexts } from './rectification.texts.ts';
import { referenceTexts } from './reference.texts.ts';
import { relayTexts } from './relay.texts.ts';
import { replyTexts } from './reply.texts.ts';
import { surveyTexts } from './survey.texts.ts';
import { tellingOf, type NameOf } from './telling.ts';

/** Label and sentence of every event. */
export const eventTexts: EventTexts<DubanEvent> = {
  ...caseLifeTexts,
  ...assignmentTexts,
  ...rectificationTexts,
  ...evaluationTexts,
  ...closingTexts,
  ...replyTexts,
  ...attachmentTexts,
  ...referenceTexts,
  ...surveyTexts,
  ...privacyTexts,
  ...leaseTexts,
  ...relayTexts,
  ...checkpointTexts,
  ...caseNumberTexts,
  ...epochTexts,
};

type ToldEvent = DubanEvent & { readonly occurredAt: string; readonly actor: Actor };

/** One sentence that tells an event to people, with the names they may see. */
export const tellEvent = (event: ToldEvent, language: Language, nameOf?: NameOf): string => {
  const telling = tellingOf(event, language, nameOf);
  // The type name picks the text, so text and data belong together.
  const text = eventTexts[event.type] as EventText<DubanEvent['data']>;
  return withErasedShown(text[language](event.data, telling), language);
};
