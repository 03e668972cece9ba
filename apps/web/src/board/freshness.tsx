import { useTranslation } from 'react-i18next';
import { useAsOf } from '../as-of/use-as-of.ts';
import type { LiveState } from '../live/use-live.ts';
import { useBoardItems, useBoardSearch } from './use-board.ts';

/** The position is opaque but ends in the number of the event, padded with zeros. */
const eventNumber = (position: string): string => /0*(\d+)$/.exec(position)?.[1] ?? position;

/** How far the list has read the log, and whether it follows by itself. */
export const Freshness = ({ live }: { readonly live: LiveState }) => {
  const { t } = useTranslation();
  const { search } = useBoardSearch();
  const { asOf } = useAsOf();
  const position = useBoardItems(search).data?.pages[0]?.position;
  return (
    <p className="board-freshness">
      {typeof position === 'string' && t('board.asOfEvent', { event: eventNumber(position) })}
      {asOf === undefined && <span className={`live live-${live}`}>{t(`board.live.${live}`)}</span>}
    </p>
  );
};
