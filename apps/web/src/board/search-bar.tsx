import { useTranslation } from 'react-i18next';
import { useNarrow } from '../app/use-narrow.ts';
import { SearchLimits } from './search-limits.tsx';
import { useBoardSearch } from './use-board.ts';

export const SEARCH_FIELD = 'board-search';

/** Typed text becomes the list when the person presses Enter: a list must not run away under a reader. */
export const SearchBar = () => {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const { search, show } = useBoardSearch();
  const find = (form: FormData): void => {
    const text = form.get('text');
    show({ ...search, text: typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined });
  };
  return (
    <search className="search-bar">
      <form action={find} className="search-text">
        {/* Another text in the address is another field: what was typed and not searched for is dropped. */}
        <input
          key={search.text}
          id={SEARCH_FIELD}
          name="text"
          type="search"
          aria-label={t('board.searchText')}
          placeholder={t('board.searchHint')}
          defaultValue={search.text}
        />
        <button type="submit" className="main-button">
          {t('board.search')}
        </button>
      </form>
      {narrow ? (
        <details className="search-more">
          <summary>{t('board.searchMore')}</summary>
          <SearchLimits />
        </details>
      ) : (
        <SearchLimits />
      )}
    </search>
  );
};
