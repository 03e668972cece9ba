import { useTranslation } from 'react-i18next';
import { useLanguage } from '../language/use-language.ts';
import { useDates } from '../terms/use-dates.ts';
import { useNames } from '../terms/use-names.ts';
import { useTerm } from '../terms/use-terms.ts';
import { filtersIn, toggled, type BoardField } from './board-search.ts';
import { isDay, isNamed, labelOf, termsOf } from './facets.ts';
import { useBoardSearch, useBoardTotal } from './use-board.ts';

const useValueText = (): ((field: BoardField, value: string) => string) => {
  const { t, i18n } = useTranslation();
  const term = useTerm();
  const nameOf = useNames();
  const { date } = useDates();
  return (field, value) => {
    const own = `board.values.${field}.${value}`;
    if (i18n.exists(own)) return t(own as 'board.values.flag.overdue');
    const terms = termsOf(field);
    if (terms !== undefined) return term(terms, value);
    if (isDay(field)) return date(value);
    return isNamed(field) ? nameOf(value) : value;
  };
};

/** How many there are, and what narrows the list, each to be taken off. */
export const ActiveFilters = () => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { search, show } = useBoardSearch();
  const textOf = useValueText();
  const filters = filtersIn(search);
  const total = useBoardTotal(search).data?.body.total;
  return (
    <div className="active-filters">
      <output>{total === undefined ? '…' : t('board.found', { count: total })}</output>
      {filters.map(({ field, value }) => (
        <button
          key={`${field}=${value}`}
          type="button"
          className="filter-chip"
          aria-label={t('board.takeOff', { filter: `${labelOf(field)[language]} ${textOf(field, value)}` })}
          onClick={() => {
            show(toggled(search, field, value));
          }}
        >
          <span>{labelOf(field)[language]}</span> {textOf(field, value)} <span aria-hidden="true">×</span>
        </button>
      ))}
      {filters.length > 0 && (
        <button
          type="button"
          className="facet-more"
          onClick={() => {
            show({ sort: search.sort });
          }}
        >
          {t('board.takeOffAll')}
        </button>
      )}
    </div>
  );
};
