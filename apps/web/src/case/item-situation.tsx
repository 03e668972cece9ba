import { useTranslation } from 'react-i18next';
import type { ItemState } from '../api/answers.ts';
import { useDates } from '../terms/use-dates.ts';

/** What keeps an item from its ordinary way: suspension, merging, withdrawal, a relapse. */
export const ItemSituation = ({ item }: { readonly item: ItemState }) => {
  const { t, i18n } = useTranslation();
  const { date } = useDates();
  const { suspension, mergedInto, withdrawnFor, relapseFound } = item;
  const groundText = (ground: string): string => {
    const key = `case.grounds.${ground}`;
    return i18n.exists(key) ? t(key as 'case.grounds.force-majeure') : ground;
  };
  const lines = [
    suspension === null
      ? ''
      : t('case.suspended', {
          since: date(suspension.since),
          ground: groundText(suspension.ground),
          review: date(suspension.reviewDate),
        }),
    mergedInto === null ? '' : t('case.mergedInto', { item: mergedInto }),
    withdrawnFor === null ? '' : t('case.withdrawnFor', { reason: withdrawnFor }),
    relapseFound ? t('case.relapseFound') : '',
  ].filter((line) => line !== '');
  if (lines.length === 0) return null;
  return (
    <ul className="situation">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
};
