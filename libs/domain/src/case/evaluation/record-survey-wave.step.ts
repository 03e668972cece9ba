import { isRejected, rejected, type Rejected } from '@duban/kernel';
import { surveyTallyFaults } from '../../evaluation/survey.ts';
import { clerical, uncorrectable } from '../../schema/corrections.ts';
import type { Stored } from '../../schema/data.ts';
import { closed, count, id, listOf, orNull, text } from '../../schema/parts.ts';
import { fileDigest, itemRef, newId } from '../../schema/references.ts';
import { perMille, surveyCounts } from '../../schema/survey-parts.ts';
import type { CaseRejection } from '../case.rejections.ts';
import type { OpenedCase } from '../case.state.ts';
import { collectionMode, type ItemStage } from '../case.vocabulary.ts';
import { handled } from '../handlers.ts';
import { ownEntry } from '../own-entry.ts';
import { neverHandled } from '../own-affair.ts';
import type { Step } from '../step.ts';
import { refuseCoverage } from './coverage.ts';
import { alreadyRecorded, withRecord } from './records.ts';
import { originEvents, originOf, type ClosedWave, type SurveyTalliedElsewhere } from './tallied-elsewhere.ts';

const surveyWaveRecorded = closed({
  surveyId: uncorrectable(id()),
  waveId: newId(),
  coversItemIds: listOf(itemRef()),
  instrument: uncorrectable(collectionMode()),
  population: text(),
  frame: text(),
  planned: count(),
  issued: count(),
  valid: count(),
  counts: surveyCounts(),
  weightScheme: orNull(id()),
  weightedRatePerMille: orNull(perMille()),
  marginPerMille: orNull(perMille()),
  datasetHash: fileDigest(),
  contractor: clerical(text()),
});

/** Copy of a closed wave's tally from its `survey-<id>` stream. Rates are whole per mille. */
export type SurveyWaveRecorded = Stored<'SurveyWaveRecorded', typeof surveyWaveRecorded>;

const STAGES: readonly ItemStage[] = ['EVALUATING'];

type Wave = SurveyWaveRecorded['data'];

const refuseCollector = (
  { coversItemIds, contractor }: Wave,
  state: OpenedCase,
  others: readonly string[],
): Rejected<CaseRejection> | null => {
  const own = coversItemIds.find((itemId) => {
    const item = ownEntry(state.items, itemId);
    return item !== undefined && [contractor, ...others].some((organ) => handled(state, item, organ));
  });
  return own === undefined ? null : rejected('survey.collected-by-organ', { itemId: own, contractor });
};

const refuseCounts = (wave: Wave): Rejected<CaseRejection> | null => {
  const faults = surveyTallyFaults(wave, wave);
  return faults.length > 0 ? rejected('survey.counts-wrong', { faults }) : null;
};

/** 群众测评. Only the tally is recorded. The organ never collects its own evaluation, neither itself nor as the contractor (S23). */
export const recordSurveyWave: Step<
  typeof surveyWaveRecorded,
  SurveyWaveRecorded | SurveyTalliedElsewhere,
  ClosedWave
> = {
  label: { zh: '记录群众测评', en: 'Record a survey wave' },
  data: surveyWaveRecorded,
  who: ['supervision-office'],
  at: STAGES,
  whose: neverHandled,
  decide: ({ closedWave, ...data }, state, context) => {
    const event = { type: 'SurveyWaveRecorded', data } as const;
    const { surveyId, waveId, coversItemIds } = data;
    const standing = state.records.surveys.find(
      (record) => record.data.surveyId === surveyId && record.data.waveId === waveId,
    );
    const known = alreadyRecorded(standing, event);
    if (known !== null) return known;
    const own = refuseCollector(data, state, [context.actor.organ]);
    if (own !== null) return own;
    const refusal = refuseCoverage(state, { itemIds: coversItemIds, stages: STAGES }, context);
    if (refusal !== null) return refusal;
    const wrong = refuseCounts(data);
    if (wrong !== null) return wrong;
    const origin = originOf(data, closedWave);
    return isRejected(origin) ? origin : [...origin, event];
  },
  events: {
    ...originEvents,
    SurveyWaveRecorded: {
      data: surveyWaveRecorded,
      seenBy: 'public',
      published: true,
      recheck: (data, state) => refuseCollector(data, state, []) ?? refuseCounts(data),
      fold: (state, event) => withRecord(state, 'surveys', event, event.data.coversItemIds),
    },
  },
};
