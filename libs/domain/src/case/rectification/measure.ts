import { clerical } from '../../schema/corrections.ts';
import type { Data } from '../../schema/data.ts';
import { closed, date, freeText, text } from '../../schema/parts.ts';
import { newId } from '../../schema/references.ts';

/** One measure of a plan: what is done, by when, and by what it is told that it was done. */
export const measure = closed({
  id: newId(),
  text: freeText(),
  /** The responsible post, never a person. */
  post: clerical(text()),
  milestoneDate: date(),
  indicator: text(),
  target: text(),
});

export type Measure = Data<typeof measure>;
