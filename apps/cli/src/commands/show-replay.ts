import { ownEntry } from '@duban/domain';
import { tellEvent, type Language } from '@duban/contracts';
import { dispositionTexts, stageTexts, supervisionFormTexts } from '@duban/domain/texts';
import type { StoredEvent } from '@duban/event-store';
import {
  entriesUntil,
  entryOf,
  type FoldedCase,
  type ItemState,
  type OpenedCase,
  type Until,
} from '@duban/projections';
import type { Console } from '../output/console.ts';
import { table } from '../output/table.ts';
import { replayTexts } from '../texts/replay.texts.ts';

export type ToldEvent = {
  readonly revision: number;
  readonly type: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly actor: string;
  readonly sentence: string;
};

export type ToTell = {
  readonly stored: readonly StoredEvent[];
  readonly until: Until | undefined;
  readonly state: OpenedCase;
  readonly language: Language;
};

/** One sentence for every event that counts at that moment; items go by the title they have by then. */
export const eventsOf = ({ stored, until, state, language }: ToTell): readonly ToldEvent[] =>
  entriesUntil(
    stored.map((event) => entryOf(event, event.revision + 1)),
    until,
  ).map(({ event }) => ({
    revision: event.revision,
    type: event.type,
    occurredAt: event.occurredAt,
    recordedAt: event.recordedAt,
    actor: event.actor.id,
    sentence: tellEvent(event, language, (reference) => ownEntry(state.items, reference)?.title),
  }));

const dueOf = ({ cycle }: ItemState): string => cycle?.due?.date ?? '';

const itemRow = (item: ItemState, language: Language): readonly (string | null)[] => [
  item.itemId,
  stageTexts[item.stage][language],
  item.disposition === null ? '' : dispositionTexts[item.disposition][language],
  dueOf(item),
  item.imported === null ? '' : replayTexts.imported[language],
  item.title,
];

const stateTable = ({ state, last }: FoldedCase, language: Language): string => {
  const say = (key: keyof typeof replayTexts): string => replayTexts[key][language];
  const { caseNo, supervisionForm, source, openedOn } = state.opened;
  return table([
    [say('case'), caseNo],
    [say('form'), supervisionFormTexts[supervisionForm][language]],
    [say('source'), [source.title, source.documentNo].filter((part) => part !== '').join(' ')],
    [say('opened'), openedOn],
    [say('status'), say(state.status)],
    [say('revision'), `${last.revision} (${last.metadata.recordedAt})`],
  ]);
};

export const showReplay = (
  console: Console,
  folded: FoldedCase,
  events: readonly ToldEvent[],
  listed: boolean,
): void => {
  const { language, output } = console;
  const { state, last } = folded;
  if (output === 'json') {
    const { recordedAt } = last.metadata;
    const whole = { stream: last.stream, revision: last.revision, recordedAt, state };
    console.report(JSON.stringify(listed ? { ...whole, events } : whole, null, 2));
    return;
  }
  const items = Object.values(state.items).map((item) => itemRow(item, language));
  const told = events.map(({ revision, recordedAt, sentence }) => [revision, recordedAt, sentence]);
  const parts = [
    stateTable(folded, language),
    `\n${replayTexts.items[language]}\n${table(items)}`,
    ...(listed ? [`\n${replayTexts.events[language]}\n${table(told)}`] : []),
  ];
  console.report(parts.join('\n'));
};
