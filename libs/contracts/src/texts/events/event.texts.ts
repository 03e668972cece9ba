import {
  caseTexts,
  registerTexts,
  type EventText,
  type EventTexts,
  type Language,
  type NameOf,
} from '@duban/domain/texts';
import type { Actor, Paper } from '@duban/kernel';
import type { DubanEvent } from '../../events/event-types.ts';
import { withErasedShown } from '../privacy.texts.ts';
import { caseNumberTexts } from './case-number.texts.ts';
import { checkpointTexts } from './checkpoint.texts.ts';
import { epochTexts } from './epoch.texts.ts';
import { importBatchTexts } from './import-batch.texts.ts';
import { leaseTexts } from './lease.texts.ts';
import { privacyTexts } from './privacy.texts.ts';
import { relayTexts } from './relay.texts.ts';
import { tellingOf, transcribedText } from './telling.ts';

/** Label and sentence of every event. */
export const eventTexts: EventTexts<DubanEvent> = {
  ...caseTexts,
  ...registerTexts,
  ...importBatchTexts,
  ...privacyTexts,
  ...leaseTexts,
  ...relayTexts,
  ...checkpointTexts,
  ...caseNumberTexts,
  ...epochTexts,
};

type ToldEvent = DubanEvent & {
  readonly occurredAt: string;
  readonly actor: Actor;
  /** From which it was entered; the sentence then says whose the fact is, and who transcribed it. */
  readonly paper?: Paper;
};

/** One sentence that tells an event to people, with the names they may see. */
export const tellEvent = (event: ToldEvent, language: Language, nameOf?: NameOf): string => {
  const telling = tellingOf(event, language, nameOf);
  // The type name picks the text, so text and data belong together.
  const text = eventTexts[event.type] as EventText<DubanEvent['data']>;
  return withErasedShown(
    `${text[language](event.data, telling)}${transcribedText(event, language, nameOf)}`,
    language,
  );
};
