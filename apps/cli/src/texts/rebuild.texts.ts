import { words } from './words.ts';

export const rebuildTexts = {
  building: words('重建', 'rebuilding'),
  generation: words('新一代查询数据', 'Generation'),
  events: words('事件', 'Events'),
  compared: words('抽查并核对一致的事件流', 'Streams compared'),
  parked: words('暂停处理的案件', 'Cases parked'),
  seconds: words('用时（秒）', 'Seconds'),
} as const;
