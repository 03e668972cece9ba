import type { CaseConformance, Deviation } from '@duban/contracts';
import type { SupervisionForm } from '@duban/domain';
import { itemIdsOf } from '../audit-trail/item-ids.ts';
import { entriesUntil, foldEach, type Until } from '../fold/fold-case.ts';
import { entryOf, type LoggedFact, type LogEntry } from '../fold/log-entry.ts';
import { againstRules } from './against-rules.ts';
import { deviationOf, finished, nextRound, startWalk, takeStep, undo, type ItemWalk } from './item-walk.ts';
import { modelOf, type LawfulModel } from './model.ts';

/** The round that an event opens. */
const nextCycleIn = ({ event }: LogEntry): number | null => {
  if (event.type !== 'EvaluationConcluded' && event.type !== 'ItemReopened') return null;
  return event.data.next?.cycle ?? null;
};

const walkOn = (walk: ItemWalk, entry: LogEntry): ItemWalk => {
  const { model } = walk;
  const type = entry.event.type as LawfulModel['steps'][number]['shownBy'][number];
  const step = model.steps.find(({ shownBy }) => shownBy.includes(type));
  const walked = step === undefined ? walk : takeStep(walk, step, entry);
  const undone = undo(walked, model.undoneBy[type] ?? []);
  const next = nextCycleIn(entry);
  return next === null ? undone : nextRound(undone, next);
};

type Walks = ReadonlyMap<string, ItemWalk>;

const walksOf = (entries: readonly LogEntry[], form: SupervisionForm): Walks => {
  const walks = new Map<string, ItemWalk>();
  for (const entry of entries) {
    for (const itemId of new Set(itemIdsOf(entry.stored.data)))
      walks.set(itemId, walkOn(walks.get(itemId) ?? startWalk(itemId, modelOf(form)), entry));
  }
  return walks;
};

/** Closed with a day for looking back, the day over, and nobody looked. */
const lookBackMissing = (walk: ItemWalk, today: string | undefined): readonly Deviation[] => {
  const closing = walk.taken.get('close');
  const step = walk.model.steps.find(({ id }) => id === 'look-back');
  if (closing?.event.type !== 'ItemClosed' || step === undefined || today === undefined) return [];
  const due = closing.event.data.lookBackDue?.date;
  if (due === undefined || due >= today || walk.taken.has('look-back')) return [];
  return [deviationOf(walk, { kind: 'look-back-missing', step, before: null }, [closing])];
};

export type Asked = {
  readonly until?: Until;
  /** The day on which a look-back counts as missed; without it none does. */
  readonly today?: string;
};

/**
 * The lawful order and the rules of each act held against what the log says, item by item: skips, order breaks, acts that nobody may
 * take, and the events that show them (field-lessons B3.13). Of imported items the order is a register's, and acts alone are judged.
 * Deterministic; null where the case does not exist yet.
 */
export const conformanceOf = (
  events: readonly LoggedFact[],
  { until, today }: Asked = {},
): CaseConformance | null => {
  const entries = entriesUntil(
    events.map((stored) => entryOf(stored, stored.revision + 1)),
    until,
  );
  const against: Deviation[] = [];
  const document = foldEach(entries, (entry, before) => {
    against.push(...againstRules(entry, before));
  });
  if (document?.category !== 'case' || document.state.status === 'unopened') return null;
  const { opened, items } = document.state;
  const walks = walksOf(entries, opened.supervisionForm);
  const model = modelOf(opened.supervisionForm);
  return {
    ...{ caseId: document.id, caseNo: opened.caseNo, model: model.id },
    items: Object.values(items).map(({ itemId, title, imported }) => {
      const walk = walks.get(itemId) ?? startWalk(itemId, model);
      const found = [...finished(walk), ...lookBackMissing(walk, today)];
      return {
        ...{ itemId, title, imported: imported !== null, cycle: walk.cycle },
        taken: model.steps.map(({ id }) => id).filter((id) => walk.taken.has(id)),
        deviations: [
          ...(imported === null ? found : []),
          ...against.filter((deviation) => deviation.itemId === itemId),
        ],
      };
    }),
  };
};
