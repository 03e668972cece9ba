import { dateText, roleTexts, type Language, type NameOf, type Telling } from '@duban/domain/texts';
import type { Actor, ActorRole, Paper } from '@duban/kernel';

const SHANGHAI_OFFSET_MS = 8 * 60 * 60 * 1000;

/** The date in Asia/Shanghai (no daylight saving since 1991) of an instant with any offset. */
export const shanghaiDate = (instant: string): string => {
  const at = Date.parse(instant);
  return Number.isNaN(at) ? instant : new Date(at + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);
};

/** Bodies that decide are sometimes named by their role alone, such as the Standing Committee itself. */
const bodyText = (reference: string, language: Language): string | undefined => {
  if (reference === 'standing-committee') return language === 'zh' ? '常委会' : 'the Standing Committee';
  return Object.hasOwn(roleTexts, reference) ? roleTexts[reference as ActorRole][language] : undefined;
};

type Envelope = { readonly occurredAt: string; readonly actor: Actor; readonly paper?: Paper };

const naming =
  (language: Language, nameOf: NameOf) =>
  (reference: string): string =>
    nameOf(reference) ?? bodyText(reference, language) ?? reference;

/** What a sentence adds of something that came in on paper: who transcribed it, under which number, and when it came in. */
export const transcribedText = (
  { actor, paper }: Envelope,
  language: Language,
  nameOf: NameOf = () => undefined,
): string => {
  if (paper === undefined) return '';
  const by = naming(language, nameOf)(actor.organ);
  const received = dateText(paper.receivedOn, language);
  return language === 'zh'
    ? `（${by}代录：收文号 ${paper.incomingNo}，${received}收文）`
    : ` (transcribed by ${by} from paper ${paper.incomingNo}, received on ${received})`;
};

/** The words of a language around one event. What came in on paper is told of whoever handed it in, on the day of receipt. */
export const tellingOf = (event: Envelope, language: Language, nameOf: NameOf = () => undefined): Telling => {
  const name = naming(language, nameOf);
  const list = (words: readonly string[]): string => words.join(language === 'zh' ? '、' : ', ');
  const item = (itemId: string): string => {
    const title = nameOf(itemId);
    if (language === 'zh') return `事项“${title ?? itemId}”`;
    return title === undefined ? `item ${itemId}` : `“${title}”`;
  };
  return {
    on: dateText(event.paper?.receivedOn ?? shanghaiDate(event.occurredAt), language),
    by:
      event.actor.role === 'system'
        ? roleTexts.system[language]
        : name(event.paper?.enteredFor ?? event.actor.organ),
    name,
    names: (references) => list(references.map(name)),
    item,
    items: (itemIds) => list(itemIds.map(item)),
    date: (isoDate) => dateText(isoDate, language),
  };
};
