import type { Actor } from '@duban/kernel';
import { actors } from '../case-story.fixture.ts';
import type { OpenedCase } from '../case.state.ts';
import { allCycles } from '../item-access.ts';
import { itemOf, pick, type Place, type Sent } from '../walk-place.fixture.ts';

const lastFact = (place: Place) => itemOf(place)?.cycle?.replyEvaluations.at(-1);

const opened = ({ state }: Place): OpenedCase | null => (state.status === 'unopened' ? null : state);
const another = (actor: Actor): Actor => ({ ...actor, id: `${actor.id}-2` });

/** What people decided on, with a slip in it: the latest inspection, or the text of the item. */
const materialFact = (place: Place) => {
  const inspection = opened(place)?.records.inspections.at(-1);
  const registered = itemOf(place)?.registered;
  if (inspection !== undefined && place.variant % 2 === 0) {
    const [found] = inspection.data.findings;
    const next = pick(['not-done', 'verified'], { ...place, variant: place.variant / 2 });
    return {
      ...inspection,
      change: { field: '/findings/0/verdict', old: found?.verdict ?? null, new: next },
    };
  }
  if (registered === null || registered === undefined) return undefined;
  const { text } = registered.data;
  return { ...registered, change: { field: '/text', old: text, new: `${text}.` } };
};

const waiting = (place: Place) => opened(place)?.proposals.findLast(({ status }) => status === 'waiting');
const lastProposal = (place: Place): string => waiting(place)?.data.proposalId ?? 'none';
/** Another person of the organ; now and then the one who proposed, whom the rules refuse. */
const beside = (place: Place): Actor => {
  const by = waiting(place)?.by ?? actors.office;
  return place.variant === 3 ? by : another(by);
};
export const concluder = (place: Place): Actor => {
  const contest = opened(place)?.contests.find(
    ({ data, decision }) => data.itemId === place.itemId && decision === null,
  );
  const item = itemOf(place);
  const cycles = item === undefined ? [] : allCycles(item);
  return (
    cycles
      .flatMap(({ conclusions }) => conclusions)
      .find(({ eventId }) => eventId === contest?.data.conclusionEventId)?.by ?? actors.committee
  );
};

type CorrectionType = 'CorrectEvent' | 'ProposeCorrection' | 'ConfirmCorrection' | 'DeclineCorrection';

/** The commands that correct something, for random walks. */
export const everyCorrection: { readonly [Type in CorrectionType]: (place: Place) => Sent<Type> } = {
  CorrectEvent: (place) => {
    const fact = lastFact(place);
    const correction = { field: '/reasons', new: 'as meant', reason: 'slip', approver: 'person:zhao' };
    const old = fact?.data.reasons ?? null;
    const by = fact?.data.evaluator === actors.cosigner.id ? actors.cosigner : actors.deputy;
    return { by, data: { ...correction, targetEventId: fact?.eventId ?? 'none', old } };
  },
  ProposeCorrection: (place) => {
    const known = materialFact(place);
    return {
      by: known?.by ?? actors.office,
      data: {
        targetEventId: known?.eventId ?? 'none',
        changes: [known?.change ?? { field: '/none', old: null, new: '' }],
        reason: 'slip',
        decision: { body: 'council', documentNo: 'SC 2026 No. 9', decidedOn: place.on },
      },
    };
  },
  ConfirmCorrection: (place) => ({ by: beside(place), data: { proposalId: lastProposal(place) } }),
  DeclineCorrection: (place) => ({
    by: beside(place),
    data: { proposalId: lastProposal(place), reason: 'as it was' },
  }),
};
