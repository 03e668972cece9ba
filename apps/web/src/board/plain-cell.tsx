import type { BoardEntry } from '@duban/contracts/browser';
import { useTranslation } from 'react-i18next';
import type { BoardItem } from '../api/answers.ts';
import { useDates } from '../terms/use-dates.ts';
import { useNames } from '../terms/use-names.ts';
import { useTerm } from '../terms/use-terms.ts';

const valueOf = (item: BoardItem, { answer }: BoardEntry): unknown =>
  answer !== undefined && 'as' in answer ? item[answer.as as keyof BoardItem] : null;

/** A field of the board as it is; empty where it has no value. */
export const PlainCell = ({ item, field }: { readonly item: BoardItem; readonly field: BoardEntry }) => {
  const { t } = useTranslation();
  const term = useTerm();
  const nameOf = useNames();
  const { date } = useDates();
  const value = valueOf(item, field);
  if (Array.isArray(value)) return value.map((id) => nameOf(String(id))).join(t('app.listSeparator'));
  if (typeof value === 'boolean') return value ? '✓' : '';
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return '';
  if (field.kind === 'date') return date(value);
  if (field.kind === 'name') return nameOf(value);
  return term(field.texts ?? {}, value);
};
