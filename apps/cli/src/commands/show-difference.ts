import type { StateDifference } from '@duban/projections';
import type { Console } from '../output/console.ts';
import { table } from '../output/table.ts';
import { historyTexts } from '../texts/history.texts.ts';

const SIGNS = { added: '+', removed: '-', changed: '~' } as const;
const LONGEST = 60;

const shown = (value: StateDifference['before']): string => {
  if (value === null) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
};

const row = ({ kind, label, before, after }: StateDifference): readonly string[] => [
  SIGNS[kind],
  label,
  kind === 'changed' ? `${shown(before)} → ${shown(after)}` : `${shown(before)}${shown(after)}`,
];

export const showDifference = (console: Console, differences: readonly StateDifference[]): void => {
  const { output, language } = console;
  if (output === 'json') console.report(JSON.stringify({ differences }, null, 2));
  else console.report(differences.length === 0 ? historyTexts.same[language] : table(differences.map(row)));
};
