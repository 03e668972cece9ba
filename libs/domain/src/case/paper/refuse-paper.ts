import { rejected, type Actor, type Paper, type Rejected } from '@duban/kernel';
import { sameFacts } from '../../equality/same-facts.ts';
import { normalisedCaseNumber } from '../case-number.ts';
import type { CaseRejection } from '../case.rejections.ts';
import type { OpenedCase, PaperState } from '../case.state.ts';
import { isFiled } from '../named-digests.ts';
import type { AnyStep } from '../step-types.ts';
import { isSuggestion } from '../suggestion/rounds.ts';
import { authorOf, givenOn, itemsOn } from './author-of.ts';
import { namedItems } from './named-items.ts';

type Refusal = Rejected<CaseRejection> | null;

/** A paper as it is entered or corrected: by whom, about what, and on which day (ISO date in Asia/Shanghai). */
export type EnteredPaper = {
  readonly paper: Paper;
  readonly by: Actor;
  /** Of the command, or of its event. */
  readonly data: object;
  readonly today: string;
};

const OFFICES: readonly string[] = ['supervision-office', 'general-office'];

/** Parts that enter what comes in on paper; a committee for suggestions that it leads, and for nothing else. */
export const TRANSCRIBERS: readonly string[] = [...OFFICES, 'working-body'];

/** The two offices; of suggestions also the committee that leads their handling 代表工委. */
const mayTranscribe = ({ role, organ }: Actor, state: OpenedCase): boolean =>
  OFFICES.includes(role) ||
  (role === 'working-body' && isSuggestion(state) && state.opened.leadCommittee === organ);

/** Who handed it in, where this step is entered for others at all, by this office, and for somebody who could have taken it. */
export const authorOnPaper = (
  step: AnyStep,
  { paper: { enteredFor }, by, data }: EnteredPaper,
  state: OpenedCase,
): Actor | Rejected<CaseRejection> => {
  if (step.onPaper !== true) return rejected('paper.not-for-this-step', { enteredFor });
  if (!mayTranscribe(by, state))
    return rejected('paper.not-yours-to-enter', { role: by.role, organ: by.organ });
  return authorOf(step, data, { state, enteredFor, by }) ?? rejected('paper.not-a-party', { enteredFor });
};

/** Written, received, entered, in this order; and nobody hands in what they were not yet given. */
export const refuseDays = ({ paper, data, today }: EnteredPaper, state: OpenedCase): Refusal => {
  const { documentDate, receivedOn, enteredFor } = paper;
  if (receivedOn > today) return rejected('paper.received-in-future', { receivedOn, today });
  if (documentDate > receivedOn) return rejected('paper.dated-after-receipt', { documentDate, receivedOn });
  for (const item of itemsOn(state, data)) {
    const since = givenOn(item, enteredFor, data);
    if (since !== undefined && receivedOn < since)
      return rejected('paper.received-before-assignment', { receivedOn, since, itemId: item.itemId });
  }
  return null;
};

/** The scan lies with the case to be looked at, whatever else is said to be held outside. */
export const refuseNoFile = ({ attachment }: Paper, state: OpenedCase): Refusal =>
  isFiled(state, attachment) ? null : rejected('paper.attachment-missing', { attachment });

const enteredTwice = (
  { type, data }: { readonly type: string; readonly data: object },
  other: PaperState,
) => {
  const items = namedItems(data);
  return (
    other.type === type && (items.length === 0 || items.some((itemId) => other.itemIds.includes(itemId)))
  );
};

/**
 * One number of one office belongs to one paper. The same paper may answer for several items and be several steps; the same
 * step on the same item is entered once. As other cases number their papers is not judged here.
 */
export const refuseNumber = (
  { paper, by }: EnteredPaper,
  entered: { readonly type: string; readonly data: object },
  others: readonly PaperState[],
): Refusal => {
  const number = normalisedCaseNumber(paper.incomingNo);
  if (number === '') return rejected('paper.number-missing');
  const taken = others
    .filter((other) => other.by.organ === by.organ && normalisedCaseNumber(other.data.incomingNo) === number)
    .find((other) => !sameFacts(other.data, paper) || enteredTwice(entered, other));
  return taken === undefined
    ? null
    : rejected('paper.number-taken', { incomingNo: paper.incomingNo, eventId: taken.eventId });
};
