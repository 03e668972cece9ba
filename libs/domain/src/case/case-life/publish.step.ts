import { rejected, type Rejected } from '@duban/kernel';
import { sameFacts } from '../../equality/same-facts.ts';
import type { Data, Stored } from '../../schema/data.ts';
import { date, closed, flag, id, oneOf, orNull, shape, text } from '../../schema/parts.ts';
import type { CaseRejection } from '../case.rejections.ts';
import type { OpenedCase } from '../case.state.ts';
import { factOf } from '../occurred.ts';
import type { Step } from '../step.ts';
import { hasResult } from './owed-publications.ts';
import { refusePublication } from './publication-limits.ts';

const published = closed({
  what: oneOf('report', 'opinions', 'handling-report', 'resolution-report', 'plan', 'annual-report'),
  toWhom: oneOf('deputies', 'public'),
  /** Null: the whole. */
  part: orNull(shape('PublishedPart', { name: id(), last: flag() })),
  channel: id(),
  url: orNull(text()),
  date: date(),
});

export type Published = Stored<'Published', typeof published>;

/** There must be something to tell of: what has not been reported cannot have been handed on. */
const refuseWithoutResult = (
  { what }: Data<typeof published>,
  state: OpenedCase,
): Rejected<CaseRejection> | null =>
  what === 'handling-report' && !hasResult(state) ? rejected('publication.no-result') : null;

/**
 * 通报代表、向社会公布: the report, the opinions on it, how they were handled and how a resolution was carried out are told to deputies and
 * to the public. In parts where it comes in parts; each channel is a publication of its own.
 */
export const publish: Step<typeof published, Published> = {
  label: { zh: '通报或公布', en: 'Tell deputies or publish' },
  source: { supervision: [17, 29, 37, 63], deputies: [43, 51] },
  data: published,
  who: ['supervision-office', 'general-office'],
  at: 'case',
  during: ['open', 'closed'],
  decide: (data, state, { decidedOn }) => {
    if (state.published.some((fact) => sameFacts(fact.data, data))) return [];
    if (state.status === 'archived') return rejected('case.not-open');
    return (
      refusePublication(data, state, decidedOn) ??
      refuseWithoutResult(data, state) ?? [{ type: 'Published', data }]
    );
  },
  events: {
    Published: {
      data: published,
      seenBy: 'public',
      published: true,
      fold: (state, event) => ({ ...state, published: [...state.published, factOf(event)] }),
    },
  },
};
