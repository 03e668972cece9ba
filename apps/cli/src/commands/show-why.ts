import { eventTexts } from '@duban/contracts';
import type { ChainedEvent, ChainLink } from '@duban/projections';
import type { Console } from '../output/console.ts';
import { table } from '../output/table.ts';
import { historyTexts } from '../texts/history.texts.ts';
import type { Language } from '../texts/words.ts';

const reasonOf = ({ because }: ChainLink, language: Language): string => {
  switch (because.kind) {
    case 'event':
      return `${historyTexts.because[language]} ${because.revision}`;
    case 'clock':
      return historyTexts.clock[language];
    case 'person':
      return historyTexts.byPerson[language];
    case 'elsewhere':
      return `${historyTexts.elsewhere[language]} ${because.id}`;
  }
};

const labelOf = (type: string, language: Language): string =>
  new Map(Object.entries(eventTexts)).get(type)?.label[language] ?? type;

const timersOf = ({ timers }: ChainedEvent, language: Language): string =>
  timers.map(({ field, date }) => `${field} ${historyTexts.timer[language]} ${date}`).join(', ');

/** By which rule a conclusion was made, of which events; empty for every other event. */
const groundOf = ({ restsOn }: ChainedEvent, language: Language): string => {
  if (restsOn === null) return '';
  const inputs = restsOn.inputs.map(({ id, revision, type }) =>
    revision === null || type === null ? id : `${String(revision)} ${labelOf(type, language)}`,
  );
  return `${historyTexts.rule[language]} ${restsOn.ruleId}: ${inputs.join(', ')}`;
};

/** Who sent it; of a paper, for whom it was transcribed, and when it came in. */
const senderOf = ({ actor, paper }: ChainLink, language: Language): string =>
  paper === null
    ? actor.id
    : `${actor.id} (${historyTexts.transcribedFor[language]} ${paper.enteredFor}, ${paper.receivedOn})`;

const rowsOf = (link: ChainLink, language: Language): readonly (readonly (string | number)[])[] =>
  link.events.map((event) => [
    event.revision,
    labelOf(event.type, language),
    senderOf(link, language),
    reasonOf(link, language),
    [timersOf(event, language), groundOf(event, language)].filter((part) => part !== '').join('; '),
  ]);

/** The way to an event: what each command wrote, who gave it, why, and which dates it set going. */
export const showWhy = (console: Console, way: readonly ChainLink[]): void => {
  const { output, language } = console;
  if (output === 'json') console.report(JSON.stringify({ way }, null, 2));
  else console.report(table(way.flatMap((link) => rowsOf(link, language))));
};
