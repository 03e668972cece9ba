import type { BoardItem } from '../api/answers.ts';
import { LIST_ROW } from '../keys/use-list-keys.ts';
import { DueCell } from './due-cell.tsx';
import { ItemLink } from './item-link.tsx';
import { ItemMarks } from './item-marks.tsx';
import { LightMark } from './light-mark.tsx';
import { OrganNames } from './organ-names.tsx';
import { StageText } from './stage-text.tsx';

/** The rows of the table on a phone, where a table would have to be pushed about. */
export const ItemCards = ({ items }: { readonly items: readonly BoardItem[] }) => (
  <ul className="item-cards">
    {items.map((item) => (
      <li key={`${item.caseId}/${item.itemId}`} className={LIST_ROW}>
        <div className="item-card-top">
          <LightMark light={item.light} />
          <StageText item={item} />
        </div>
        <ItemLink item={item} />
        <div className="item-card-facts">
          <OrganNames item={item} />
          <DueCell item={item} />
        </div>
        <ItemMarks item={item} />
      </li>
    ))}
  </ul>
);
