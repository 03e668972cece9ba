import { useTranslation } from 'react-i18next';
import type { BoardItem } from '../api/answers.ts';
import { useNarrow } from '../app/use-narrow.ts';
import { Waiting } from '../app/waiting.tsx';
import { useListKeys } from '../keys/use-list-keys.ts';
import { ProblemNotice } from '../problem/problem-notice.tsx';
import { BoardEmpty } from './board-empty.tsx';
import { BoardTable } from './board-table.tsx';
import { ItemCards } from './item-cards.tsx';
import { SEARCH_FIELD } from './search-bar.tsx';
import { useBoardItems, useBoardSearch } from './use-board.ts';

export const BoardList = () => {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const { search } = useBoardSearch();
  const list = useBoardItems(search);
  useListKeys(SEARCH_FIELD);
  if (list.isError) return <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />;
  if (list.data === undefined) return <Waiting />;
  const items: readonly BoardItem[] = list.data.pages.flatMap(({ body }) => body.items);
  if (items.length === 0) return <BoardEmpty />;
  return (
    <div aria-busy={list.isPlaceholderData} className={list.isPlaceholderData ? 'board-changing' : undefined}>
      {narrow ? <ItemCards items={items} /> : <BoardTable items={items} />}
      {list.hasNextPage && (
        <p className="board-next">
          <button
            type="button"
            className="plain-button"
            disabled={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            {list.isFetchingNextPage ? t('app.waiting') : t('board.next', { shown: items.length })}
          </button>
        </p>
      )}
    </div>
  );
};
