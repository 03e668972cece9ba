import { useTranslation } from 'react-i18next';
import type { BoardItem } from '../api/answers.ts';

/** `overdue` is the light's to say, `provisional` stands beside its date, `suspended` is a stage. */
const SAID_ELSEWHERE = new Set(['overdue', 'provisional', 'suspended']);

export const ItemMarks = ({ item }: { readonly item: BoardItem }) => {
  const { t } = useTranslation();
  return (
    <span className="marks">
      {item.imported && <span className="mark mark-imported">{t('board.imported')}</span>}
      {item.cycle > 1 && <span className="mark">{t('board.cycle', { n: item.cycle })}</span>}
      {item.flags
        .filter((flag) => !SAID_ELSEWHERE.has(flag))
        .map((flag) => (
          <span key={flag} className={`mark mark-${flag}`}>
            {t(`board.values.flag.${flag}` as 'board.values.flag.overdue')}
          </span>
        ))}
      {item.percent !== null && <small>{t('board.claimed', { percent: item.percent })}</small>}
    </span>
  );
};
