import { useTranslation } from 'react-i18next';
import type { BoardItem } from '../api/answers.ts';
import { useNames } from '../terms/use-names.ts';

export const OrganNames = ({ item }: { readonly item: BoardItem }) => {
  const { t } = useTranslation();
  const nameOf = useNames();
  const joined = (organs: readonly string[]): string => organs.map(nameOf).join(t('app.listSeparator'));
  return (
    <span className="organ-names">
      <span>{item.leadOrgans.length === 0 ? t('board.noOrgan') : joined(item.leadOrgans)}</span>
      {item.coOrgans.length > 0 && <small>{t('board.co', { organs: joined(item.coOrgans) })}</small>}
    </span>
  );
};
