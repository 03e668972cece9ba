import type { Rejected } from '@duban/kernel';
import { clerical, uncorrectable } from '../../schema/corrections.ts';
import type { Stored } from '../../schema/data.ts';
import { closed, date, freeText, id, listOf, text } from '../../schema/parts.ts';
import type { CaseRejection } from '../case.rejections.ts';
import type { OpenedCase } from '../case.state.ts';
import { findingVerdict, type ItemStage } from '../case.vocabulary.ts';
import type { CommandContext } from '../command-context.ts';
import { ownEntry } from '../own-entry.ts';
import { neverHandled } from '../own-affair.ts';
import type { Step } from '../step.ts';
import { refuseCoverage } from './coverage.ts';
import { refuseWhileFailurePending } from './pending-failure.ts';
import { alreadyRecorded, withRecord } from './records.ts';

const inspectionRecorded = closed({
  inspectionId: uncorrectable(id()),
  date: date(),
  place: clerical(text()),
  participants: uncorrectable(listOf(id())),
  findings: listOf(
    closed({ itemId: uncorrectable(id()), verdict: findingVerdict(), note: clerical(freeText()) }),
  ),
});

export type InspectionRecorded = Stored<'InspectionRecorded', typeof inspectionRecorded>;

/** Also before the result is accepted: a visit may be why it goes back (section 6, example 2). */
const STAGES: readonly ItemStage[] = ['SUBMITTED', 'EVALUATING'];

const foundItems = ({ findings }: InspectionRecorded['data']): readonly string[] =>
  findings.map(({ itemId }) => itemId);

/** What is found after a vote has failed counts in the next cycle. */
const refuseWhileFailuresPend = (
  state: OpenedCase,
  itemIds: readonly string[],
  context: CommandContext,
): Rejected<CaseRejection> | null => {
  for (const itemId of itemIds) {
    const item = ownEntry(state.items, itemId);
    const refusal = item === undefined ? null : refuseWhileFailurePending(state, item, context);
    if (refusal !== null) return refusal;
  }
  return null;
};

/** 视察核查: a visit, and what the verifiers found of each item (section 4). */
export const recordInspection: Step<typeof inspectionRecorded, InspectionRecorded> = {
  label: { zh: '记录视察核查', en: 'Record an inspection' },
  source: { deputies: [31] },
  data: inspectionRecorded,
  who: ['supervision-office', 'working-body'],
  at: STAGES,
  whose: neverHandled,
  decide: (data, state, context) => {
    const event = { type: 'InspectionRecorded', data } as const;
    const standing = state.records.inspections.find(
      (record) => record.data.inspectionId === data.inspectionId,
    );
    const itemIds = foundItems(data);
    return (
      alreadyRecorded(standing, event) ??
      refuseCoverage(state, { itemIds, stages: STAGES }, context) ??
      refuseWhileFailuresPend(state, itemIds, context) ?? [event]
    );
  },
  events: {
    InspectionRecorded: {
      data: inspectionRecorded,
      seenBy: 'parties',
      published: true,
      fold: (state, event) => withRecord(state, 'inspections', event, foundItems(event.data)),
    },
  },
};
