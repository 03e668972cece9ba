import { unwritable } from '../../characters/unwritable.ts';
import { onEachEvent, type FoundDetails } from './examination-rule.ts';

const foundIn = (value: unknown, place: string): readonly FoundDetails[] => {
  if (typeof value === 'string') {
    const found = unwritable(value, 'file');
    return found === null ? [] : [{ place, ...found }];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => foundIn(inner, `${place}/${name}`));
};

/** What no XML carries, or turns the text around it: where it stands, never the text. */
export const characterRules = [
  onEachEvent('text.forbidden-character', ({ data }) => foundIn(data, '')),
] as const;
