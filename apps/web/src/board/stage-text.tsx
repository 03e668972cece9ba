import { dispositionTexts, stageTexts } from '@duban/domain/texts';
import { useTranslation } from 'react-i18next';
import type { BoardItem } from '../api/answers.ts';
import { useTerm } from '../terms/use-terms.ts';

export const StageText = ({ item }: { readonly item: BoardItem }) => {
  const { t } = useTranslation();
  const term = useTerm();
  return (
    <span className="stage-text">
      <span>{term(stageTexts, item.stage)}</span>
      {item.disposition !== null && <small>{term(dispositionTexts, item.disposition)}</small>}
      {item.registerStatus !== null && (
        <small>{t('board.inRegister', { status: item.registerStatus })}</small>
      )}
    </span>
  );
};
