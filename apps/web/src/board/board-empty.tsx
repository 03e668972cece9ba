import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useAsOf } from '../as-of/use-as-of.ts';
import { filtersIn } from './board-search.ts';
import { useBoardSearch } from './use-board.ts';

const IMPORT = 'npx duban import 台账.xlsx --mapping 映射.json --dry-run';

/** An empty list says why it is empty and what would fill it. */
export const BoardEmpty = () => {
  const { t } = useTranslation();
  const { search } = useBoardSearch();
  const { asOf, params, show } = useAsOf();
  if (filtersIn(search).length > 0) {
    return (
      <div className="board-empty">
        <h2>{t('board.empty.filtered')}</h2>
        <p>{t('board.empty.filteredHint')}</p>
        <Link to="/board" search={params} className="plain-button">
          {t('board.takeOffAll')}
        </Link>
      </div>
    );
  }
  if (asOf !== undefined) {
    return (
      <div className="board-empty">
        <h2>{t('board.empty.past')}</h2>
        <p>{t('board.empty.pastHint')}</p>
        <button
          type="button"
          className="plain-button"
          onClick={() => {
            show({});
          }}
        >
          {t('asOf.backToNow')}
        </button>
      </div>
    );
  }
  return (
    <div className="board-empty">
      <h2>{t('board.empty.nothing')}</h2>
      <p>{t('board.empty.importHint')}</p>
      <pre>{IMPORT}</pre>
      <p>{t('board.empty.demoHint')}</p>
    </div>
  );
};
