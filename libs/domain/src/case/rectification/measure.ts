import type { Data } from '../../schema/data.ts';
import { closed, date, freeText, id, text } from '../../schema/parts.ts';

/** One measure of a plan: what is done, by when, and by what it is told that it was done. */
export const measure = closed({
  id: id(),
  text: freeText(),
  /** The responsible post, never a person. */
  post: text(),
  milestoneDate: date(),
  indicator: text(),
  target: text(),
});

export type Measure = Data<typeof measure>;
