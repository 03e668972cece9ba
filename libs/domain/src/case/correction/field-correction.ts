import { correctionOf, type Correction } from '../../schema/corrections.ts';
import { groundSchemas } from '../../envelope/envelope.schema.ts';
import { closed } from '../../schema/parts.ts';
import type { CaseEventRules } from '../step.ts';
import { rulesAlong } from './schema-at.ts';

/** What stands below `/paper` of a fact that was entered from one. */
export const ENTERED = closed({ paper: groundSchemas.paper });

/** Whether this JSON Pointer leads into the paper that a fact was entered from, and not into its data. */
export const ofPaper = (pointer: string): boolean => pointer.startsWith('/paper/');

/** How the value at this JSON Pointer of an event's data is corrected, as its schema says there; `never` where it has no such place. */
export const fieldCorrection = (rules: CaseEventRules | undefined, pointer: string): Correction => {
  const along = rules === undefined ? [] : rulesAlong(ofPaper(pointer) ? ENTERED : rules.data, pointer);
  if ((along.at(-1) ?? []).length === 0) return 'never';
  const said = new Set(along.flat().map(correctionOf));
  if (said.has('never')) return 'never';
  return said.has('clerical') ? 'clerical' : 'material';
};
