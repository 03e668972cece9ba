import { describe, expect, it } from '@jest/globals';
import { foldCase } from '../fold/fold-case.ts';
import type { LoggedFact } from '../fold/log-entry.ts';
import { goldenCases, goldenStream } from '../replay/golden-log.fixture.ts';
import { withPapers } from './bent-log.fixture.ts';
import { conformanceOf } from './conformance.ts';
import { loopModel, modelOf, suggestionModel } from './model.ts';

const g1 = withPapers(goldenStream('case-g1'));
const g3 = withPapers(goldenStream('case-g3'));

const without = (events: readonly LoggedFact[], ...types: readonly string[]): readonly LoggedFact[] =>
  events.filter(({ type }) => !types.includes(type)).map((event, revision) => ({ ...event, revision }));

/** The first event of a type moved behind the first one of another. */
const behind = (events: readonly LoggedFact[], type: string, later: string): readonly LoggedFact[] => {
  const moved = events.find((event) => event.type === type);
  const rest = events.filter((event) => event !== moved);
  const at = rest.findIndex((event) => event.type === later) + 1;
  return [...rest.slice(0, at), ...(moved === undefined ? [] : [moved]), ...rest.slice(at)].map(
    (event, revision) => ({ ...event, revision }),
  );
};

const told = (events: readonly LoggedFact[], today?: string): readonly string[] =>
  (conformanceOf(events, today === undefined ? {} : { today })?.items ?? []).flatMap(({ deviations }) =>
    deviations.map(({ kind, step, before, cycle }) => `${cycle} ${kind} ${step} ${before ?? ''}`.trim()),
  );

const onlyFirstItem = (events: readonly LoggedFact[]): readonly LoggedFact[] => {
  const first = events.find(({ type }) => type === 'ItemRegistered')?.data['itemId'];
  return events
    .filter(({ data }) => data['itemId'] === undefined || data['itemId'] === first)
    .map((event, revision) => ({ ...event, revision }));
};

const lawful = onlyFirstItem(g1);

describe('the lawful order', () => {
  it('is the loop, or the way of a suggestion', () => {
    expect(loopModel.steps.map(({ label }) => label.zh).join(' ')).toBe(
      '交办 签收 方案 办理 报送 评价 销号 回头看',
    );
    expect(suggestionModel.steps.map(({ label }) => label.zh).join(' ')).toBe(
      '交办 签收 答复 征询 评价 销号 回头看',
    );
    expect([modelOf('suggestion').id, modelOf('resolution').id]).toEqual(['suggestion', 'loop']);
  });

  it('is kept by a case that went through the loop', () => {
    expect(told(lawful)).toEqual([]);
    expect(conformanceOf(lawful)?.items[0]?.taken).toEqual(
      expect.arrayContaining(['assign', 'receive', 'plan', 'handle', 'submit', 'evaluate', 'close']),
    );
  });
});

describe('a deviation', () => {
  it('is a step that was gone past, shown by the event that did', () => {
    const events = without(lawful, 'ReceiptAcknowledged');
    expect(told(events)).toEqual(['1 skipped receive plan']);
    const [deviation] = conformanceOf(events)?.items[0]?.deviations ?? [];
    expect(deviation?.shownBy.map(({ type }) => type)).toEqual(['PlanFiled']);
    expect(events[deviation?.shownBy[0]?.revision ?? 0]?.id).toBe(deviation?.shownBy[0]?.id);
    expect(deviation?.label).toEqual({ zh: '签收', en: 'receipt' });
  });

  it('is two skips when two steps are missing, each shown by the first step after it', () => {
    expect(told(without(lawful, 'ReceiptAcknowledged', 'PlanFiled'))).toEqual([
      '1 skipped receive handle',
      '1 skipped plan handle',
    ]);
  });

  it('is a break of order when the step comes later, shown by both events', () => {
    const events = behind(lawful, 'PlanFiled', 'ResultSubmitted');
    expect(told(events).filter((each) => each.includes('plan'))[0]).toMatch(/^1 out-of-order plan/);
    const found = conformanceOf(events)?.items[0]?.deviations.find(({ kind }) => kind === 'out-of-order');
    expect(found?.shownBy.map(({ revision }) => revision)).toEqual(
      found?.shownBy.map(({ revision }) => revision).toSorted((a, b) => a - b),
    );
    expect(found?.shownBy).toHaveLength(2);
  });

  it('is no opinion of a co-organ that comes before the plan', () => {
    expect(lawful.some(({ type }) => type === 'CoOpinionSubmitted')).toBe(true);
    expect(told(behind(lawful, 'CoOpinionSubmitted', 'ItemAssigned'))).toEqual([]);
  });

  it('is also a step that by its legal time came before the one it follows', () => {
    const events = lawful.map((event) =>
      event.type === 'ReceiptAcknowledged'
        ? { ...event, metadata: { ...event.metadata, occurredAt: '2024-01-01T09:00:00+08:00' } }
        : event,
    );
    expect(told(events)).toEqual(['1 legal-order receive assign']);
  });

  it('is a look-back whose day has passed, once a day is named', () => {
    const events = without(lawful, 'LookBackPassed', 'RelapseFound', 'LookBackScheduled', 'ItemReopened');
    expect(told(events)).toEqual([]);
    expect(told(events, '2099-01-01')).toEqual(['1 look-back-missing look-back']);
  });

  it('is of a suggestion when its deputy was never asked', () => {
    expect(told(g3).filter((each) => each.includes('consult'))).toEqual([]);
    expect(told(without(g3, 'ReplyEvaluated')).filter((each) => each.includes('consult'))[0]).toMatch(
      /skipped consult evaluate/,
    );
  });
});

describe('conformance', () => {
  it('asks nothing of imported items, and marks them', () => {
    const items = conformanceOf(goldenStream('case-g4'))?.items ?? [];
    const imported = items.filter((item) => item.imported);
    expect(imported.length).toBeGreaterThan(0);
    expect(imported.flatMap(({ deviations }) => deviations)).toEqual([]);
  });

  it('is the same however often it is asked, and null before the case', () => {
    for (const events of goldenCases()) expect(conformanceOf(events)).toEqual(conformanceOf([...events]));
    expect(conformanceOf([])).toBeNull();
  });

  it('knows every item of the case, and at a moment only what was so by then', () => {
    for (const events of goldenCases()) {
      const items = foldCase(events)?.state.items ?? {};
      expect(conformanceOf(events)?.items.map(({ itemId }) => itemId)).toEqual(Object.keys(items));
    }
    expect(conformanceOf(g1, { until: { version: 0 } })?.items).toEqual([]);
  });
});
