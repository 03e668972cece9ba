import { correctionOf, type Correction } from '../../schema/corrections.ts';
import type { CaseEventRules } from '../step.ts';
import { rulesAlong } from './schema-at.ts';

/** How the value at this JSON Pointer of an event's data is corrected, as its schema says there; `never` where it has no such place. */
export const fieldCorrection = (rules: CaseEventRules | undefined, pointer: string): Correction => {
  const along = rules === undefined ? [] : rulesAlong(rules.data, pointer);
  if ((along.at(-1) ?? []).length === 0) return 'never';
  const said = new Set(along.flat().map(correctionOf));
  if (said.has('never')) return 'never';
  return said.has('clerical') ? 'clerical' : 'material';
};
