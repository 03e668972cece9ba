import { boardEntries } from '@duban/contracts/browser';
import { Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import type { BoardItem } from '../api/answers.ts';
import { LIST_ROW } from '../keys/use-list-keys.ts';
import { DueCell } from './due-cell.tsx';
import { ItemLink } from './item-link.tsx';
import { ItemMarks } from './item-marks.tsx';
import { LightMark } from './light-mark.tsx';
import { useLanguage } from '../language/use-language.ts';
import { PlainCell } from './plain-cell.tsx';
import { OrganNames } from './organ-names.tsx';
import { StageText } from './stage-text.tsx';

/** Fields that have a column of their own; the others stand in cells that are drawn by hand. */
const OWN = boardEntries.flatMap((field) => (field.table === undefined ? [] : [{ field, ...field.table }]));

const useColumns = (): TableColumnsType<BoardItem> => {
  const { t } = useTranslation();
  const language = useLanguage();
  return [
    { title: t('board.columns.light'), width: 96, render: (_, item) => <LightMark light={item.light} /> },
    { title: t('board.columns.item'), render: (_, item) => <ItemLink item={item} /> },
    { title: t('board.columns.stage'), width: 118, render: (_, item) => <StageText item={item} /> },
    { title: t('board.columns.organs'), width: 168, render: (_, item) => <OrganNames item={item} /> },
    { title: t('board.columns.due'), width: 152, render: (_, item) => <DueCell item={item} /> },
    ...OWN.map(({ field, width }) => ({
      title: field.label?.[language] ?? field.column,
      width,
      render: (_: unknown, item: BoardItem) => <PlainCell item={item} field={field} />,
    })),
    { title: t('board.columns.marks'), width: 132, render: (_, item) => <ItemMarks item={item} /> },
  ];
};

export const BoardTable = ({ items }: { readonly items: readonly BoardItem[] }) => (
  <Table<BoardItem>
    columns={useColumns()}
    dataSource={[...items]}
    rowKey={({ caseId, itemId }) => `${caseId}/${itemId}`}
    pagination={false}
    size="small"
    rowClassName={LIST_ROW}
  />
);
