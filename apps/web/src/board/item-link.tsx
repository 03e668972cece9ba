import { Link } from '@tanstack/react-router';
import type { BoardItem } from '../api/answers.ts';
import { useAsOf } from '../as-of/use-as-of.ts';
import { LIST_LINK } from '../keys/use-list-keys.ts';

/** Where the item came from stands below its title. A past board opens the case of that past. */
export const ItemLink = ({ item }: { readonly item: BoardItem }) => {
  const { params } = useAsOf();
  const { documentNo, title } = item.source;
  return (
    <>
      <Link
        to="/cases/$caseId"
        params={{ caseId: item.caseId }}
        search={{ ...params, item: item.itemId }}
        className={LIST_LINK}
      >
        {item.title}
      </Link>
      <span className="item-source">
        {[item.caseNo, title, documentNo]
          .filter((part, at, all) => part !== '' && all.indexOf(part) === at)
          .join(' · ')}
      </span>
    </>
  );
};
