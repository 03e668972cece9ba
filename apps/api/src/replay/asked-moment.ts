import type { TimeAxis } from '@duban/kernel';
import { isInstant, invalid } from '@duban/nest';
import type { Until } from '@duban/projections';

const REVISION = /^\d{1,9}$/;

/** A plus sign that was not escaped arrives as a space. */
const mended = (text: string): string => text.replace(/ (?=\d{2}:\d{2}$)/, '+');

/** What a moment of a case's history is asked by. */
export type AskedMoment = {
  readonly text: string;
  readonly by: TimeAxis | undefined;
  /** The parameter at fault, where there is a fault. */
  readonly parameter: string;
  /** Number of events that there are. */
  readonly length: number;
};

/** A revision or an instant. @throws ProblemError `validation-failed` for what is neither, or not there yet */
export const untilOf = ({ text, by = 'recorded', parameter, length }: AskedMoment): Until => {
  const pointer = `/query/${parameter}`;
  if (REVISION.test(text)) {
    if (Number(text) < length) return { version: Number(text) };
    throw invalid(pointer, 'revision.unknown', `the last revision is ${String(length - 1)}`);
  }
  const asOf = mended(text);
  if (isInstant(asOf)) return { asOf, by };
  throw invalid(pointer, 'moment.invalid', `${parameter} is a revision, or an instant with offset`);
};
