import { useTranslation } from 'react-i18next';
import { useLanguage } from '../language/use-language.ts';
import { labelOf } from './facets.ts';
import { useBoardSearch } from './use-board.ts';

type Props = {
  readonly field: 'flag' | 'imported' | 'ended' | 'sort';
  readonly values: readonly string[];
};

/** One of a few, in the browser's own list: it works by keyboard, by touch and read aloud. */
export const Choice = ({ field, values }: Props) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { search, show } = useBoardSearch();
  return (
    <label className="choice">
      {labelOf(field)[language]}
      <select
        value={search[field] ?? ''}
        onChange={(event) => {
          show({ ...search, [field]: event.target.value === '' ? undefined : event.target.value });
        }}
      >
        <option value="">{t(`board.any.${field}`)}</option>
        {values.map((value) => (
          <option key={value} value={value}>
            {t(`board.values.${field}.${value}` as 'board.values.flag.overdue')}
          </option>
        ))}
      </select>
    </label>
  );
};
