import { allCycles, GRADES, type EvaluationRecords, type Fact } from '@duban/domain';
import type { ItemOfCase } from '../fold/item-changes.ts';
import type { CaseDocument } from '../fold/stream-document.ts';
import type { EvaluationRow } from './evaluations.table.ts';
import { listText } from '../row-changes.ts';
import { surveyRates, voteRates, type Rates } from './rates.ts';

type Facts = {
  readonly kind: string;
  readonly itemIds: readonly string[];
  readonly date: string;
  readonly cycle?: number;
  readonly round?: number | null;
  readonly outcome?: string | null;
  readonly rates?: Rates;
};

const row = ({ key, id }: CaseDocument, fact: Fact<object>, facts: Facts): EvaluationRow => ({
  event_id: fact.eventId,
  item: facts.itemIds.length === 1 ? (facts.itemIds[0] ?? '') : '',
  case_key: key,
  case_id: id,
  kind: facts.kind,
  item_ids: listText(facts.itemIds),
  cycle: facts.cycle ?? null,
  round: facts.round ?? null,
  date: facts.date,
  outcome: facts.outcome ?? null,
  positive: facts.rates?.positive ?? null,
  top_two: facts.rates?.topTwo ?? null,
  data: JSON.stringify(fact.data),
});

/** Votes, surveys, inspections and appraisals: recorded once for all the items that they cover. */
export const recordRows = (document: CaseDocument, records: EvaluationRecords): readonly EvaluationRow[] => [
  ...records.votes.map((fact) =>
    row(document, fact, {
      kind: 'vote',
      itemIds: fact.data.coversItemIds,
      date: fact.data.votedOn,
      rates: voteRates(fact.data),
    }),
  ),
  ...records.surveys.map((fact) =>
    row(document, fact, {
      kind: 'survey',
      itemIds: fact.data.coversItemIds,
      date: fact.on,
      rates: surveyRates(fact.data),
    }),
  ),
  ...records.inspections.map((fact) =>
    row(document, fact, {
      kind: 'inspection',
      itemIds: fact.data.findings.map(({ itemId }) => itemId),
      date: fact.data.date,
    }),
  ),
  ...records.appraisals.map((fact) =>
    row(document, fact, {
      kind: 'appraisal',
      itemIds: fact.data.coversItemIds,
      date: fact.on,
      outcome: fact.data.grade,
    }),
  ),
];

const worst = (grades: readonly string[]): string | null =>
  GRADES.toReversed().find((grade) => grades.includes(grade)) ?? null;

/** Conclusions and deputies' evaluations of an item, of every cycle. */
export const itemEvaluationRows = ({ document, item }: ItemOfCase): readonly EvaluationRow[] => {
  const cycles = allCycles(item);
  const itemIds = [item.itemId];
  return cycles.flatMap(({ n, conclusions, replyEvaluations }) => [
    ...conclusions.map((fact) =>
      row(document, fact, {
        kind: 'conclusion',
        itemIds,
        date: fact.on,
        cycle: n,
        round: fact.data.round,
        outcome: fact.data.outcome,
      }),
    ),
    ...replyEvaluations.map((fact) =>
      row(document, fact, {
        kind: 'reply-evaluation',
        itemIds,
        date: fact.on,
        cycle: n,
        round: fact.data.round,
        outcome: worst(fact.data.dimensions.map(({ grade }) => grade)),
      }),
    ),
  ]);
};
