import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { AntdRoom } from '../app/antd-room.tsx';
import { Waiting } from '../app/waiting.tsx';
import { AsOfSwitch } from '../as-of/as-of-switch.tsx';
import { useAsOf } from '../as-of/use-as-of.ts';
import { useLive } from '../live/use-live.ts';
import { ProblemNotice } from '../problem/problem-notice.tsx';
import { Attachments } from './attachments.tsx';
import { CaseHeader } from './case-header.tsx';
import { ItemDetail } from './item-detail.tsx';
import { ItemList } from './item-list.tsx';
import { PastBand } from './past-band.tsx';
import { RevisionBar } from './revision-bar.tsx';
import { Timeline } from './timeline.tsx';
import { useCase, useCaseAddress } from './use-case.ts';
import './case.css';

export const CasePage = () => {
  const { t } = useTranslation();
  useLive();
  const { shown, now } = useCase();
  const { search } = useCaseAddress();
  const { params } = useAsOf();
  if (shown.error !== null) return <ProblemNotice error={shown.error} onRetry={() => void shown.refetch()} />;
  if (shown.data === undefined) return <Waiting />;
  const view = shown.data.body;
  const items = Object.values(view.state.items);
  const item = items.find(({ itemId }) => itemId === search.item) ?? items[0];
  return (
    <AntdRoom>
      <div className="case">
        <nav className="case-way" aria-label={t('case.way')}>
          <Link to="/board" search={params}>
            ← {t('board.title')}
          </Link>
          <AsOfSwitch />
        </nav>
        <CaseHeader view={view} />
        <RevisionBar view={view} last={now.data?.body.revision ?? view.revision} />
        <PastBand view={view} last={now.data?.body.revision ?? view.revision} />
        <div className="case-body">
          <div className="case-items">
            <ItemList items={items} chosen={item?.itemId} />
            {item !== undefined && <ItemDetail key={item.itemId} item={item} view={view} />}
            <Attachments
              view={view}
              itemId={item?.itemId}
              isNow={view.revision === now.data?.body.revision}
            />
          </div>
          <Timeline view={view} />
        </div>
      </div>
    </AntdRoom>
  );
};
