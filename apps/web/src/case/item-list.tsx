import { stageTexts } from '@duban/domain/texts';
import { useTranslation } from 'react-i18next';
import type { ItemState } from '../api/answers.ts';
import { useDates } from '../terms/use-dates.ts';
import { useTerm } from '../terms/use-terms.ts';
import { useCaseAddress } from './use-case.ts';

type Props = { readonly items: readonly ItemState[]; readonly chosen: string | undefined };

export const ItemList = ({ items, chosen }: Props) => {
  const { t } = useTranslation();
  const term = useTerm();
  const { date } = useDates();
  const { show } = useCaseAddress();
  return (
    <nav className="item-list" aria-label={t('case.items')}>
      <h2>{t('case.itemsCount', { count: items.length })}</h2>
      <ol>
        {items.map((item) => (
          <li key={item.itemId}>
            <button
              type="button"
              aria-current={item.itemId === chosen ? 'true' : undefined}
              onClick={() => {
                show({ item: item.itemId, cycle: undefined });
              }}
            >
              <span className="item-list-title">{item.title}</span>
              <span className={`stage-tag stage-${item.stage}`}>{term(stageTexts, item.stage)}</span>
              {item.cycle?.due && <small>{t('case.dueShort', { date: date(item.cycle.due.date) })}</small>}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
};
