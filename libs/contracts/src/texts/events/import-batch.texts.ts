import { text, type EventTexts } from '@duban/domain/texts';
import type { ImportBatchEvent } from '../../events/import-batch.events.ts';

export const importBatchTexts: EventTexts<ImportBatchEvent> = {
  ImportStarted: {
    label: text('开始导入', 'import started'),
    zh: ({ registerName, fileName, rows, startedBy }, { on, name }) =>
      `${name(startedBy)}于${on}开始导入台账《${registerName}》（${fileName}），共 ${rows} 行`,
    en: ({ registerName, fileName, rows, startedBy }, { on, name }) =>
      `${name(startedBy)} began to import “${registerName}” (${fileName}, ${rows} row(s)) on ${on}`,
  },
  ImportCompleted: {
    label: text('完成导入', 'import completed'),
    zh: ({ imported, unchanged, refused, warnings }) =>
      `导入完成：新增 ${imported}，未变 ${unchanged}，拒收 ${refused.length}，提示 ${warnings}`,
    en: ({ imported, unchanged, refused, warnings }) =>
      `Import completed: ${imported} new, ${unchanged} unchanged, ${refused.length} refused, ${warnings} warning(s)`,
  },
  ImportUndone: {
    label: text('撤销导入', 'import undone'),
    zh: ({ items, reason }, { by, on }) => `${by}于${on}撤销该批导入，涉及 ${items} 项，理由：${reason}`,
    en: ({ items, reason }, { by, on }) => `${by} undid the import of ${items} item(s) on ${on}: ${reason}`,
  },
};
