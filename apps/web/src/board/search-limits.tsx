import { useTranslation } from 'react-i18next';
import { BOARD_FLAGS } from '@duban/contracts/browser';
import { Choice } from './choice.tsx';
import { useBoardSearch } from './use-board.ts';

const DueField = ({ field }: { readonly field: 'dueFrom' | 'dueTo' }) => {
  const { t } = useTranslation();
  const { search, show } = useBoardSearch();
  return (
    <label>
      {t(`board.${field}`)}
      <input
        type="date"
        value={search[field] ?? ''}
        onChange={({ target }) => {
          show({ ...search, [field]: target.value === '' ? undefined : target.value });
        }}
      />
    </label>
  );
};

export const SearchLimits = () => (
  <>
    <span className="search-due">
      <DueField field="dueFrom" />
      <DueField field="dueTo" />
    </span>
    <Choice field="flag" values={BOARD_FLAGS} />
    <Choice field="imported" values={['true', 'false']} />
    <Choice field="ended" values={['false', 'true']} />
    <Choice field="sort" values={['due', 'newest', 'oldest']} />
  </>
);
