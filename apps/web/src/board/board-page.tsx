import { useTranslation } from 'react-i18next';
import { AntdRoom } from '../app/antd-room.tsx';
import { AsOfSwitch } from '../as-of/as-of-switch.tsx';
import { KeysHelp } from '../keys/keys-help.tsx';
import { useLive } from '../live/use-live.ts';
import { ProblemNotice } from '../problem/problem-notice.tsx';
import { ActiveFilters } from './active-filters.tsx';
import { BoardList } from './board-list.tsx';
import { FacetPanel } from './facet-panel.tsx';
import { Freshness } from './freshness.tsx';
import { SearchBar } from './search-bar.tsx';
import { SummaryRow } from './summary-row.tsx';
import { useBoardSummary } from './use-board.ts';
import './board.css';

export const BoardPage = () => {
  const { t } = useTranslation();
  const live = useLive();
  const { error, refetch } = useBoardSummary();
  return (
    <AntdRoom>
      <div className="board">
        <div className="board-head">
          <h1>{t('board.title')}</h1>
          <Freshness live={live} />
          <div className="board-tools">
            <KeysHelp />
            <AsOfSwitch />
          </div>
        </div>
        {error !== null ? (
          <ProblemNotice error={error} onRetry={() => void refetch()} />
        ) : (
          <>
            <SummaryRow />
            <div className="board-body">
              <FacetPanel />
              <section className="board-main" aria-label={t('board.list')}>
                <SearchBar />
                <ActiveFilters />
                <BoardList />
              </section>
            </div>
          </>
        )}
      </div>
    </AntdRoom>
  );
};
