import { words } from './words.ts';

export const replayTexts = {
  case: words('案件', 'Case'),
  form: words('监督方式', 'Form'),
  source: words('来源', 'Source'),
  opened: words('立案', 'Opened'),
  status: words('状态', 'Status'),
  open: words('在办', 'open'),
  closed: words('已结案', 'closed'),
  archived: words('已归档', 'archived'),
  revision: words('版本（记录时间）', 'Revision (recorded)'),
  items: words('事项', 'Items'),
  events: words('事件', 'Events'),
  imported: words('导入，非本系统记录过程', 'imported, not observed'),
} as const;
