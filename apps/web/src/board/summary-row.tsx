import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useAsOf } from '../as-of/use-as-of.ts';
import { sameFilters, searchOf } from './board-search.ts';
import { useBoardSearch, useBoardSummary } from './use-board.ts';

const URGENT = new Set(['overdue', 'dissatisfied']);

/** Each number is a link to the list it counts: the very filter that the server counted by. */
export const SummaryRow = () => {
  const { t, i18n } = useTranslation();
  const { search } = useBoardSearch();
  const { params } = useAsOf();
  const { data } = useBoardSummary();
  const { total, figures } = data?.body ?? { total: undefined, figures: [] };
  const all = [{ key: 'total', filter: {}, count: total }, ...figures];
  return (
    <ul className="summary" aria-label={t('board.summary')}>
      {all.map(({ key, filter, count }) => {
        const behind = searchOf(filter);
        const name = `board.figures.${key}`;
        return (
          <li key={key}>
            <Link
              to="/board"
              search={{ ...params, ...behind }}
              resetScroll={false}
              activeOptions={{ exact: true, includeSearch: true }}
              className={`figure${URGENT.has(key) && count !== 0 ? ' figure-urgent' : ''}`}
              aria-current={sameFilters(search, behind) ? 'true' : undefined}
            >
              <span className="figure-count">{count ?? '…'}</span>
              <span>{i18n.exists(name) ? t(name as 'board.figures.total') : key}</span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
};
